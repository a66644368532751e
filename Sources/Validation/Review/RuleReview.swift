import CEL

/// What the author of a rule may want to know beyond its outcomes. Made for linting and explaining only.
struct RuleReview: Sendable {
  /// A name that the rule gives, and what it stands for.
  struct Name: Sendable {
    let name: String
    let type: Type
    let unit: String?

    init(_ name: String, _ type: Type, unit: String?) {
      self.name = name
      self.type = type
      self.unit = unit
    }
  }

  var warnings: [(location: PackLocation, warning: Warning)] = []
  var names: [Name] = []
  /// The fields of the report that the rule reads to decide; what it only shows is not among them.
  var fields: Set<String> = []
  /// Of everything that the rule evaluates.
  var cost = Cost()

  /// Takes in one expression of the rule.
  mutating func add(
    _ program: Program, _ steps: [String], in environment: Environment,
    for binding: (name: String, list: Program)? = nil
  ) {
    fields.formUnion(program.fields)
    let (cost, shapes) = program.cost(in: environment, for: binding)
    self.cost.add(cost)
    // The definition of a kind is nobody's text.
    guard steps != ["kind"] else { return }
    for warning in program.warnings + shapes { warnings.append((PackLocation(steps, at: warning.range), warning)) }
  }
}
