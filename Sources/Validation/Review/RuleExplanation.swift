public import CEL
public import Schemas

/// A rule taken apart for people: what it is in CEL, what its names are, what it costs.
public struct RuleExplanation: Sendable {
  /// A name of the rule or of its kind, and its type with the unit.
  public struct Name: Sendable {
    public let name: String
    public let type: String
  }

  /// The assertion in CEL: of a kind its definition.
  public let assertion: String
  public let names: [Name]
  public let cost: Cost

  /// - Throws: `PackError` for a rule that is refused.
  public init(of rule: Rule, in pack: Pack, schema: Schema) throws(PackError) {
    var pack = pack
    pack.rules = [rule]
    pack.indicators = []
    let compiled = try CompiledPack(pack, CompileTarget(schema: schema), collectsWarnings: true).rules[0]
    assertion = compiled.assertion.text
    names = (compiled.review?.names ?? []).map { name in
      Name(name: name.name, type: "\(name.type)" + (name.unit.map { " (\($0))" } ?? ""))
    }
    cost = compiled.review?.cost ?? Cost()
  }
}
