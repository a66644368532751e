import Foundation

/// Runs the `python3` in the path as an oracle.
enum Python {
  enum Answer {
    case lines([String])
    /// Why there is none, to be printed.
    case absent(String)
    case failed(String)
  }

  /// What a program prints for these lines of input. A program that ends with 77 says why it cannot answer.
  static func run(_ arguments: [String], input: [String] = []) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, output) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
    try Data(input.map { $0 + "\n" }.joined().utf8).write(to: source)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    // Only the zones of the tzdata package, never those of the machine.
    process.environment = [
      "PYTHONTZPATH": "", "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: output, encoding: .utf8)
    switch process.terminationStatus {
    case 0: return .lines(text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init))
    case 127: return .absent("there is no python3")
    case 77: return .absent(text.trimmingCharacters(in: .whitespacesAndNewlines))
    default: return .failed(text)
    }
  }

  /// The answer's lines; nil, with a printed reason, where Python or what it needs is absent.
  static func lines(_ test: String, _ program: String, input: [String]) throws -> [String]? {
    switch try run(["-c", program], input: input) {
    case .lines(let lines): return lines
    case .absent(let reason):
      print("skipped: \(test): \(reason)")
      return nil
    case .failed(let text): throw Failure(text: text)
    }
  }

  struct Failure: Error {
    let text: String
  }
}
