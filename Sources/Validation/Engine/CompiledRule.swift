import CEL
import Findings

/// A rule whose expressions are compiled and checked against the report schema.
struct CompiledRule: Sendable {
  let rule: Rule
  let when: Program?
  let binding: Binding?
  let assertion: Program
  let places: [Program]
  let message: Template
  /// One for each placeholder of the message.
  let messageValues: [Program]
  /// What linting and explaining say of the rule; nil unless the environment collects warnings.
  let review: RuleReview?

  struct Binding: Sendable {
    let slot: Int
    let list: Program
  }

  /// - Throws: `PackError` with the first fault and its place.
  init(_ rule: Rule, in environment: Environment) throws(PackError) {
    self.rule = rule
    var environment = environment
    let file = rule.file
    if environment.collectsWarnings { environment.assumptions = (rule.applies.map { [$0.when.text] }) ?? [] }
    var review = environment.collectsWarnings ? RuleReview() : nil
    func compile(_ expression: Expression, _ steps: [String], expecting: Type? = nil) throws(PackError) -> Program {
      try CompiledPack.compile(expression, in: environment, file: file, at: steps, expecting: expecting)
    }
    when =
      if let applies = rule.applies { try compile(applies.when, ["applies", "when"], expecting: .bool) } else { nil }
    if let when { review?.add(when, ["applies", "when"], in: environment) }
    if let named = rule.binding {
      let list = try compile(named.expression, ["for", named.name])
      guard case .list(let element) = list.type else {
        throw PackError(
          file: file, at: PackLocation(["for", named.name]), message: "the expression gives \(list.type), not a list")
      }
      try Self.checkName(["for", named.name], in: environment, file: file)
      review?.add(list, ["for", named.name], in: environment)
      binding = Binding(slot: environment.declare(named.name, element), list: list)
      review?.names.append(RuleReview.Name(named.name, element, unit: list.unit))
    } else {
      binding = nil
    }
    var used: Set<String> = []
    for named in rule.lets {
      try Self.checkName(["let", named.name], in: environment, file: file)
      let program = try compile(named.expression, ["let", named.name])
      used.formUnion(program.usedNames)
      environment.define(named.name, program)
      review?.add(program, ["let", named.name], in: environment)
      review?.names.append(RuleReview.Name(named.name, program.type, unit: program.unit))
    }
    let kind: CompiledKind?
    switch rule.assertion {
    case .expression(let expression):
      kind = nil
      assertion = try compile(expression, ["assert"], expecting: .bool)
    case .kind(let call):
      let compiled = try Self.kind(call, in: environment, file: file)
      kind = compiled
      assertion = compiled.program
    }
    used.formUnion(assertion.usedNames)
    let location = PackLocation(kind == nil ? ["assert"] : ["kind"], isName: kind != nil)
    if let constancy = assertion.constancy { throw PackError(file: file, at: location, message: constancy) }
    review?.add(
      assertion, location.steps, in: environment,
      for: binding.flatMap { list in
        rule.binding.map { ($0.name, list.list) }
      })
    var places: [Program] = []
    for (index, place) in rule.places.enumerated() {
      let program = try Self.path(place.text, PackLocation(["at", String(index)]), in: environment, file: file)
      used.formUnion(program.usedNames)
      places.append(program)
    }
    self.places = places
    do {
      message = try Template(rule.message)
    } catch {
      let location = PackLocation(["message", error.language.rawValue], at: error.range)
      throw PackError(file: file, at: location, message: error.message)
    }
    for (name, text) in kind?.placeholders ?? [] where message.names.contains(name) && !environment.contains(name) {
      let program = try Self.placeholder(text, in: environment, file: file)
      environment.define(name, program)
      review?.names.append(RuleReview.Name(name, program.type, unit: program.unit))
    }
    var values: [Program] = []
    for (name, range) in zip(message.names, message.ranges) {
      let location = PackLocation(["message", Language.allCases[0].rawValue], at: range)
      let program = try Self.path(name, location, in: environment, file: file)
      used.formUnion(program.usedNames)
      values.append(program)
    }
    messageValues = values
    self.review = review
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(
        file: file, at: PackLocation(["let", unused.name], isName: true), message: "nobody uses this name")
    }
  }

  private static func kind(
    _ call: KindCall, in environment: Environment, file: String
  ) throws(PackError) -> CompiledKind {
    do {
      return try CompiledKind(call, in: environment)
    } catch {
      var steps = ["kind", call.kind.rawValue]
      if let name = error.parameter {
        steps.append(name)
        if call.parameters.contains(where: { $0.name == name && $0.isList }) { steps.append(String(error.item)) }
      }
      let isName = error.parameter == nil
      throw PackError(file: file, at: PackLocation(steps, at: error.range, isName: isName), message: error.message)
    }
  }

  /// What a message may name because the kind gives it.
  private static func placeholder(
    _ text: String, in environment: Environment, file: String
  ) throws(PackError) -> Program {
    do {
      return try Program.compileUnguarded(text, in: environment)
    } catch {
      throw PackError(file: file, at: PackLocation(["kind"], isName: true), message: error.message)
    }
  }

  private static func path(
    _ text: String, _ location: PackLocation, in environment: Environment, file: String
  ) throws(PackError) -> Program {
    do {
      return try Program.compilePath(text, in: environment)
    } catch {
      var location = location
      let start = location.range.lowerBound
      location.range = start + error.range.lowerBound..<start + error.range.upperBound
      throw PackError(file: file, at: location, message: error.message)
    }
  }

  private static func checkName(_ steps: [String], in environment: Environment, file: String) throws(PackError) {
    guard !environment.contains(steps[1]) else {
      throw PackError(file: file, at: PackLocation(steps, isName: true), message: "the name is taken already")
    }
  }
}
