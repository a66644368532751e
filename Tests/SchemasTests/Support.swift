import Documents
import Foundation
import Schemas
import Testing

/// Files of the project and of the foreign test data.
enum TestFiles {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A folder of the foreign data, or nil with the reason printed.
  static func shared(_ folder: String) -> URL? {
    let root =
      ProcessInfo.processInfo.environment["VIGIE_SHARED_DATA"].map { URL(filePath: $0) }
      ?? project.deletingLastPathComponent().appending(path: "shared/data")
    let url = root.appending(path: folder)
    guard FileManager.default.fileExists(atPath: url.path) else {
      print("skipped: \(url.path) is not here; set VIGIE_SHARED_DATA")
      return nil
    }
    return url
  }

  static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }
}

/// The report schema of the project.
enum ReportSchema {
  static let url = TestFiles.project.appending(path: "schemas/csa-report-1.0.schema.json")

  static func load() throws -> Schema { try Schema(compiling: try document()) }

  static func document() throws -> Document {
    var reader = JSONReader()
    let reading = reader.read(try TestFiles.bytes(url))
    #expect(reading.findings.isEmpty)
    return reading.document
  }
}

/// Reads and binds a report in either syntax.
func bind(_ text: String, to schema: Schema) -> Binding? {
  let bytes = Array(text.utf8)
  var json = JSONReader()
  var xml = XMLReader()
  let reading = text.hasPrefix("<") ? xml.read(bytes) : json.read(bytes)
  guard reading.findings.isEmpty else { return nil }
  return Binder.bind(reading.document, to: schema)
}

/// Runs a program and returns what it wrote to standard output and error, or nil when there is no such program.
func run(_ program: String, _ arguments: [String], input: String = "") throws -> String? {
  let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":").map {
    "\($0)/\(program)"
  }
  guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
