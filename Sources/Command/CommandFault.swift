/// A reason to stop: one line for standard error, lines below it that show the place, and the exit code.
struct CommandFault: Error {
  var message: String
  var code: ExitCode
  /// Safe to print as they are.
  var detail: [String]

  init(_ message: String, code: ExitCode = .usage, detail: [String] = []) {
    self.message = message
    self.code = code
    self.detail = detail
  }
}
