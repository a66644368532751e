import CEL
import Documents
import Findings
import Schemas

/// A pack whose expressions are compiled; immutable and shared by all workers.
struct CompiledPack: Sendable {
  let component: Component
  /// Whether the pack concerns a report, and what is said when it does not; nil when it concerns every report.
  let applies: (when: Program, reason: LocalizedText)?
  let strands: [Pack.Strand]
  /// As `pack.yaml` has them.
  let parameters: [Constant]
  let definitions: [Program]
  let rules: [CompiledRule]
  let indicators: [CompiledIndicator]
  /// The slots of the variables that every rule has.
  let slots: Slots

  /// The labels of the code lists of the schema, read when a message first needs them.
  let labels: CodeLabels

  /// The warnings about `pack.yaml`; empty unless they were asked for.
  let warnings: [(location: PackLocation, warning: Warning)]

  struct Slots: Sendable {
    var report: Int
    var previous: Int
    var asOf: Int
    // `previous` is the last: from its slot on each rule has its own variables.
  }

  struct CompiledIndicator: Sendable {
    let definition: Pack.IndicatorDefinition
    let when: Program?
    let value: Program
  }

  /// - Throws: `PackError` with the first fault and its place.
  ///
  /// - Parameter witness: Watches the conditions of the rules.
  init(
    _ pack: Pack, _ target: CompileTarget, collectsWarnings: Bool = false, witness: Witness? = nil
  ) throws(PackError) {
    do throws(PackError) {
      try self.init(compiling: pack, target, collectsWarnings, witness)
    } catch {
      throw error.placed(in: pack.sources)
    }
  }

  private init(
    compiling pack: Pack, _ target: CompileTarget, _ collectsWarnings: Bool, _ witness: Witness?
  ) throws(PackError) {
    component = Component(id: pack.id, version: pack.version, digest: pack.digest, title: pack.title)
    strands = pack.strands
    labels = CodeLabels(schema: target.schema)
    var outer = Environment()
    outer.collectsWarnings = collectsWarnings
    outer.witness = witness
    var known = PackNames(type: target.types.report, in: outer)
    try known.add(pack)
    parameters = known.parameters
    definitions = known.definitions
    let environment = known.environment
    var review = RuleReview()
    if collectsWarnings {
      for (definition, program) in zip(pack.definitions, known.definitions) {
        review.add(program, ["definitions", definition.name], in: environment)
      }
    }
    if let condition = pack.applies {
      let when = try Self.compile(
        condition.when, in: environment, file: "pack.yaml", at: ["applies", "when"], expecting: .bool)
      applies = pack.isForEveryReport ? nil : (when, condition.reason)
      if collectsWarnings { review.add(when, ["applies", "when"], in: environment) }
    } else {
      applies = nil
    }
    var withPrevious = environment
    let previous = withPrevious.declare("previous", target.types.report)
    slots = Slots(report: known.report, previous: previous, asOf: known.asOf)
    let scope = PackScope(names: environment, withPrevious: withPrevious, labels: labels)
    var rules: [CompiledRule] = []
    rules.reserveCapacity(pack.rules.count)
    for rule in pack.rules {
      rules.append(
        pack.isProven && !collectsWarnings
          ? CompiledRule(proven: rule, in: scope) : try CompiledRule(compiling: rule, in: scope))
    }
    self.rules = rules
    var indicators: [CompiledIndicator] = []
    for (index, indicator) in pack.indicators.enumerated() {
      let place = ["indicators", String(index)]
      var when: Program?
      if let text = indicator.when {
        when = try Self.compile(text, in: environment, file: "pack.yaml", at: place + ["when"], expecting: .bool)
      }
      let value = try Self.compile(indicator.value, in: environment, file: "pack.yaml", at: place + ["value"])
      if collectsWarnings {
        if let when { review.add(when, place + ["when"], in: environment) }
        review.add(value, place + ["value"], in: environment)
      }
      indicators.append(CompiledIndicator(definition: indicator, when: when, value: value))
    }
    self.indicators = indicators
    warnings = review.warnings
  }

  /// Compiles an expression of a pack file.
  static func compile(
    _ expression: Expression, in environment: Environment, file: String, at steps: [String], expecting: Type? = nil
  ) throws(PackError) -> Program {
    do {
      let program = try Program.compile(expression.text, in: environment, expecting: expecting)
      environment.witness?.label(ConditionCoverage.label(file, steps))
      return program
    } catch {
      throw PackError(file: file, at: PackLocation(steps, at: error.range), message: error.message)
    }
  }
}

/// Reads a parameter of `pack.yaml` as a constant.
enum ParameterConstant {
  static func of(_ json: String) -> Constant? {
    var reader = JSONReader()
    let reading = reader.read(Array(json.utf8))
    guard reading.isComplete, !reading.document.nodes.isEmpty else { return nil }
    return constant(reading.document, 0)
  }

  private static func constant(_ document: Document, _ node: Int) -> Constant? {
    let text = document.text(of: node)
    switch document.nodes[node].kind {
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .number: return Int64(text).map { .int($0) } ?? Decimal(text).map { .decimal($0) }
    case .string: return .string(text)
    case .array:
      var items: [Constant] = []
      for child in document.children(of: node) {
        guard let item = constant(document, child) else { return nil }
        items.append(item)
      }
      return .list(items)
    default: return nil
    }
  }
}
