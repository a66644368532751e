import Documents
import Findings
import Schemas
import Shipped
import Validation

/// The schemas and packs inside the program, made once.
enum ShippedParts {
  static let reportSchema = schema("csa-report-1.0.schema.json")
  static let packReader = PackReader(
    packSchema: schema("rule-pack-1.0.schema.json"), ruleSchema: schema("rule-1.0.schema.json"))
  static let overlaySchema = schema("overlay-1.0.schema.json")
  static let waiversSchema = schema("waivers-1.0.schema.json")
  static let packHead = Shipped.bytes(of: "rules/action-plan/pack.yaml") ?? []
  static let base = Shipped.bytes(of: "rules/action-plan/base.json") ?? []
  /// The base report without much of what rules ask for.
  static let failing: [UInt8] = {
    let text = String(decoding: base, as: UTF8.self)
    return Array(text.replacing("\"training\"", with: "\"trainings\"").utf8)
  }()

  static let checker: Checker = {
    do {
      let packs = try Shipped.paths.filter { $0.hasPrefix("rules/bundles/") }.map { path in
        try PackBundle.read(TextStore(copying: Shipped.bytes(of: path) ?? []), name: path)
      }
      return try checker(packs)
    } catch {
      fatalError("a shipped pack does not load: \(error)")
    }
  }()

  static func checker(_ packs: [Pack]) throws(PackError) -> Checker {
    try Checker(schema: reportSchema, packs: packs, version: "0")
  }

  private static func schema(_ name: String) -> Schema {
    var reader = JSONReader()
    do {
      return try Schema(compiling: reader.read(Shipped.bytes(of: "schemas/" + name) ?? []).document)
    } catch {
      fatalError("a shipped schema does not compile: \(error)")
    }
  }
}
