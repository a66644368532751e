import Foundation

/// A temporary directory with files to run the program on.
struct Workplace {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID().uuidString)")
    let files = FileManager.default
    try files.createDirectory(at: url.appending(path: "folder"), withIntermediateDirectories: true)
    try files.copyItem(
      at: Self.project.appending(path: "rules/action-plan/base.json"), to: url.appending(path: "good.json"))
    try Data(#"{"a": [1, 2]"#.utf8).write(to: url.appending(path: "broken.json"))
    try Data("{}".utf8).write(to: url.appending(path: "unreadable.json"))
    try files.setAttributes([.posixPermissions: 0], ofItemAtPath: url.appending(path: "unreadable.json").path)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// The program that was built together with the tests.
  static var program: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "vigie")
  }

  struct Outcome {
    var code: Int32
    var output: String
    var error: String
  }

  /// Runs a line of shell with `vigie` in the path.
  func run(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = url
    let directory = Self.program.deletingLastPathComponent().path
    process.environment = ["PATH": directory + ":/usr/bin:/bin", "LANG": "C"]
    let output = Pipe()
    let error = url.appending(path: ".stderr")
    try Data().write(to: error)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
