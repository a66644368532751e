import Documents
import Findings
import Foundation
import Schemas
import Testing

@testable import Validation

/// The files of the project.
enum Project {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: path))) }

  /// The paths of the files below a directory, sorted, relative to the project.
  static func files(in directory: String) throws -> [String] {
    let root = url.appending(path: directory)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root.appending(path: $0).path, isDirectory: &isDirectory)
      return !isDirectory.boolValue
    }.map { directory + "/" + $0 }.sorted()
  }

  static func schema(_ name: String) throws -> Schema {
    var reader = JSONReader()
    return try Schema(compiling: reader.read(try bytes("schemas/\(name)")).document)
  }

  static let reportSchema = "csa-report-1.0.schema.json"

  static func packFiles(_ id: String) throws -> [PackReader.File] {
    try files(in: "rules/\(id)").map {
      PackReader.File(name: URL(filePath: $0).lastPathComponent, bytes: try bytes($0))
    }
  }

  static func packReader() throws -> PackReader {
    PackReader(packSchema: try schema("rule-pack-1.0.schema.json"), ruleSchema: try schema("rule-1.0.schema.json"))
  }

  static func pack(_ id: String) throws -> Pack { try packReader().read(try packFiles(id)) }

  static func bundle(_ id: String) throws -> Pack {
    try PackBundle.read(TextStore(copying: try bytes("rules/bundles/\(id).bundle")), name: "\(id).bundle")
  }

  /// A pack with its examples and the compiled form that the program carries.
  static func shippedPack(_ id: String) throws -> Pack {
    var pack = try pack(id)
    let bundle = try bundle(id)
    pack.isProven = true
    pack.compact = bundle.compact
    for index in pack.rules.indices { pack.rules[index].compact = bundle.rules[index].compact }
    return pack
  }

  static func checker(_ packs: [Pack]) throws -> Checker {
    try Checker(schema: try schema(reportSchema), packs: packs, version: "0")
  }
}
