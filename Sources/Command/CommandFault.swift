/// A reason to stop: one line for standard error and the exit code.
struct CommandFault: Error {
  var message: String
  var code: ExitCode

  init(_ message: String, code: ExitCode = .usage) {
    self.message = message
    self.code = code
  }
}
