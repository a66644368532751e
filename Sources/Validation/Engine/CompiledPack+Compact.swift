import CEL
import Findings

/// The compact form of a pack: its expressions as they are compiled, to be had without compiling.
extension CompiledPack {
  /// What of the bundle belongs to the pack as a whole. `init(restoring:)` reads the same in the same order.
  func write(to writer: inout CompactWriter) {
    for constant in parameters { writer.write(constant) }
    for program in definitions { writer.write(program) }
    if let applies { writer.write(applies.when) }
    for indicator in indicators {
      if let when = indicator.when { writer.write(when) }
      writer.write(indicator.value)
    }
  }

  /// Makes a pack from its compiled form; nil where it has none, or one for another schema.
  init?(restoring pack: Pack, _ target: CompileTarget) {
    guard pack.isProven, let compact = pack.compact, compact.schema == target.digest else { return nil }
    let types = target.types.named
    var reader = CompactReader(compact.store, compact.head, types: types)
    component = Component(id: pack.id, version: pack.version, digest: pack.digest, title: pack.title)
    strands = pack.strands
    labels = CodeLabels(schema: target.schema)
    warnings = []
    var known = PackNames(type: target.types.report)
    for parameter in pack.parameters { known.define(parameter: parameter.name, reader.constant()) }
    for definition in pack.definitions {
      guard let program = reader.program(definition.expression.stored, in: known.environment) else { return nil }
      known.define(definition.name, program)
    }
    parameters = known.parameters
    definitions = known.definitions
    let environment = known.environment
    if let condition = pack.applies {
      guard let when = reader.program(condition.when.stored, in: environment) else { return nil }
      applies = (when, condition.reason)
    } else {
      applies = nil
    }
    var indicators: [CompiledIndicator] = []
    for indicator in pack.indicators {
      let when = indicator.when.flatMap { reader.program($0.stored, in: environment) }
      guard let value = reader.program(indicator.value.stored, in: environment) else { return nil }
      indicators.append(CompiledIndicator(definition: indicator, when: when, value: value))
    }
    self.indicators = indicators
    guard reader.isWhole else { return nil }
    var withPrevious = environment
    let previous = withPrevious.declare("previous", target.types.report)
    slots = Slots(report: known.report, previous: previous, asOf: known.asOf)
    let (names, namesWithPrevious) = (environment.nested(), withPrevious.nested())
    let compacts = CompiledRule.Compacts(store: compact.store, types: types)
    rules = pack.rules.map { [labels] rule in
      CompiledRule(rule, in: rule.needsPrevious ? namesWithPrevious : names, labels, compacts)
    }
  }
}

extension CompiledRule {
  /// The bundle that holds the compiled form of the rule.
  struct Compacts: Sendable {
    let store: TextStore
    let types: [Type]

    func reader(_ range: Range<Int>) -> CompactReader? {
      range.isEmpty ? nil : CompactReader(store, range, types: types)
    }
  }

  func writeCondition(to writer: inout CompactWriter) {
    if let when { writer.write(when) }
  }

  func writeJudgement(to writer: inout CompactWriter) { judgement.write(to: &writer) }
}

extension CompiledRule.Condition {
  /// Nil where there is no compiled form.
  convenience init?(restoring rule: Rule, in environment: Environment, _ compacts: CompiledRule.Compacts) {
    guard let when = rule.applies?.when, var reader = compacts.reader(rule.compact.condition),
      let program = reader.program(when.stored, in: environment), reader.isWhole
    else { return nil }
    self.init(program)
  }
}

extension CompiledRule.Judgement {
  func write(to writer: inout CompactWriter) {
    if let binding {
      writer.write(binding.list)
      writer.number(binding.slot)
    }
    for (program, slot) in zip(lets, letSlots) {
      writer.write(program)
      writer.number(slot)
    }
    // A kind is made from its parameters, which costs no more.
    if kind == nil { writer.write(assertion) }
  }

  /// Nil where there is no compiled form.
  convenience init?(restoring rule: Rule, in outer: Environment, _ compacts: CompiledRule.Compacts) {
    var environment = outer
    var reader = compacts.reader(rule.compact.judgement)
    func program(_ expression: Expression) -> Program? { reader?.program(expression.stored, in: environment) }
    var binding: CompiledRule.Binding?
    if let named = rule.binding {
      guard let list = program(named.expression), case .list(let element) = list.type else { return nil }
      let slot = reader?.number() ?? 0
      environment.declare(named.name, element, at: slot)
      binding = CompiledRule.Binding(slot: slot, list: list)
    }
    var lets: [Program] = []
    var letSlots: [Int] = []
    for named in rule.lets {
      guard let value = program(named.expression), let slot = reader?.number() else { return nil }
      environment.define(named.name, value, at: slot)
      lets.append(value)
      letSlots.append(slot)
    }
    switch rule.assertion {
    case .expression(let expression):
      guard let assertion = program(expression), reader?.isWhole == true else { return nil }
      self.init(
        binding: binding, lets: lets, letSlots: letSlots, assertion: assertion, kind: nil, environment: environment)
    case .kind(let call):
      guard let kind = try? CompiledKind(call, in: environment, isProven: true), reader?.isWhole != false else {
        return nil
      }
      self.init(
        binding: binding, lets: lets, letSlots: letSlots, assertion: kind.program, kind: kind, environment: environment)
    }
  }
}
