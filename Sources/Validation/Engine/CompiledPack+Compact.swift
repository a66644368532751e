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
    let texts = CompactReader.names(compact.store, compact.names)
    var reader = CompactReader(
      compact.store, compact.head, types: types, names: texts, definitions: DefinitionSlots())
    component = Component(id: pack.id, version: pack.version, digest: pack.digest, title: pack.title)
    strands = pack.strands
    labels = CodeLabels(schema: target.schema)
    warnings = []
    var known = PackNames(type: target.types.report)
    for parameter in pack.parameters { known.define(parameter: parameter.name, reader.constant()) }
    for definition in pack.definitions {
      guard let program = reader.program(definition.expression.stored) else { return nil }
      reader.definitions.share(program, at: known.define(definition.name, program))
    }
    parameters = known.parameters
    definitions = known.definitions
    if let condition = pack.applies {
      guard let when = reader.program(condition.when.stored) else { return nil }
      applies = pack.isForEveryReport ? nil : (when, condition.reason)
    } else {
      applies = nil
    }
    var indicators: [CompiledIndicator] = []
    for indicator in pack.indicators {
      let when = indicator.when.flatMap { reader.program($0.stored) }
      guard let value = reader.program(indicator.value.stored) else { return nil }
      indicators.append(CompiledIndicator(definition: indicator, when: when, value: value))
    }
    self.indicators = indicators
    guard reader.isWhole else { return nil }
    var withPrevious = known.environment
    let previous = withPrevious.declare("previous", target.types.report)
    slots = Slots(report: known.report, previous: previous, asOf: known.asOf)
    let scope = PackScope(
      names: known.environment, withPrevious: withPrevious, labels: labels,
      compacts: PackScope.Compacts(store: compact.store, types: types, names: texts, definitions: reader.definitions))
    rules = pack.rules.map { CompiledRule(proven: $0, in: scope) }
  }
}

extension CompiledRule {
  func writeCondition(to writer: inout CompactWriter) {
    if let when { writer.write(when) }
  }

  func writeJudgement(to writer: inout CompactWriter) { judgement.write(to: &writer) }
}

extension CompiledRule.Condition {
  /// Nil where there is no compiled form.
  convenience init?(restoring rule: CompiledRule) {
    guard let when = rule.rule.applies?.when.stored, let compacts = rule.scope.compacts,
      var reader = compacts.reader(rule.rule.compact.condition), let program = reader.program(when), reader.isWhole
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
  convenience init?(restoring compiled: CompiledRule) {
    guard let compacts = compiled.scope.compacts else { return nil }
    let lets = compiled.rule.lets
    var reader = compacts.reader(compiled.rule.compact.judgement)
    var binding: CompiledRule.Binding?
    if let list = compiled.rule.binding?.expression.stored {
      guard let program = reader?.program(list), let slot = reader?.number() else { return nil }
      binding = CompiledRule.Binding(slot: slot, list: program)
    }
    var programs: [Program] = []
    var slots: [Int] = []
    for index in lets.indices {
      guard let program = reader?.program(lets[index].expression.stored), let slot = reader?.number() else {
        return nil
      }
      reader?.definitions.add(program, at: slot)
      programs.append(program)
      slots.append(slot)
    }
    switch compiled.rule.assertion {
    case .expression(let expression):
      guard let assertion = reader?.program(expression.stored), reader?.isWhole == true else { return nil }
      self.init(binding: binding, lets: programs, letSlots: slots, assertion: assertion, kind: nil)
    case .kind(let call):
      let names = Self.names(of: compiled.rule, in: compiled.environment, binding, programs, slots)
      guard let kind = try? CompiledKind(call, in: names, isProven: true), reader?.isWhole != false else { return nil }
      self.init(binding: binding, lets: programs, letSlots: slots, assertion: kind.program, kind: kind)
    }
  }
}
