import Documents
import Findings
import Foundation
import Schemas
import Validation

/// The report, the schema and the rules of the peer benchmark in our language.
struct PeerPack {
  let schema: Schema
  let pack: Pack
  let checker: Checker
  private let schemaBytes: [UInt8]
  private let packBytes: [UInt8]

  /// - Parameter folder: `Benchmarks/Peers`.
  init(folder: String) throws {
    schemaBytes = Self.bytes(folder + "/peers-report.schema.json")
    packBytes = Self.bytes(folder + "/peers-pack.json")
    var reader = JSONReader()
    schema = try Schema(compiling: reader.read(schemaBytes).document)
    pack = try PackReader.read(json: packBytes, name: "peers-pack.json")
    checker = try Checker(schema: schema, packs: [pack], version: "0")
  }

  /// The content of a file that must be there.
  static func bytes(_ path: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      print("\(path) is not there")
      exit(2)
    }
    return [UInt8](data)
  }

  /// From the bytes of schema and pack to rules that can run.
  func load() {
    var reader = JSONReader()
    guard let schema = try? Schema(compiling: reader.read(schemaBytes).document),
      let pack = try? PackReader.read(json: packBytes, name: "peers-pack.json"),
      (try? Checker(schema: schema, packs: [pack], version: "0")) != nil
    else { preconditionFailure("the pack was loaded before") }
  }

  /// A checker with some rules of the pack, each as often as wanted under ids of its own.
  func checker(_ times: Int = 1, where isWanted: (Rule) -> Bool) throws -> Checker {
    try Checker(schema: schema, packs: [repeated(times, where: isWanted)], version: "0")
  }

  func repeated(_ times: Int = 1, where isWanted: (Rule) -> Bool) -> Pack {
    var pack = pack
    let wanted = pack.rules.filter(isWanted)
    pack.rules = (0..<times).flatMap { round in
      wanted.map { rule in
        var rule = rule
        if round > 0 { rule.descriptor.id += "-\(round)" }
        return rule
      }
    }
    return pack
  }

  /// Only compiles; reading is another stage.
  func compile(_ pack: Pack) {
    guard (try? Checker(schema: schema, packs: [pack], version: "0")) != nil else {
      preconditionFailure("the pack was compiled before")
    }
  }

  /// Whether a rule counts among the twelve; R13, the decimal trap, is reported apart.
  static func isCounted(_ id: String) -> Bool { id != "R13" }
}

/// A report and the report of the period before, read and bound.
struct PeerReports {
  let report: Binding
  let previous: Binding

  init(_ report: [UInt8], _ previous: [UInt8], _ pack: PeerPack, _ reader: inout ReportReader) {
    self.report = Binder.bind(reader.read(report, syntax: .json).document, to: pack.schema)
    self.previous = Binder.bind(reader.read(previous, syntax: .json).document, to: pack.schema)
  }

  func outcomes(_ checker: Checker) -> [Outcome] {
    checker.outcomes(of: report.bound, previous: previous.bound, isValid: report.isValid).outcomes
  }

  /// Gives the buffers back.
  func recycle(_ reader: inout ReportReader) {
    reader.recycle(report.bound.document)
    reader.recycle(previous.bound.document)
  }
}
