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

  struct Binding: Sendable {
    let slot: Int
    let list: Program
  }

  /// - Throws: `PackError` with the first fault and its place.
  init(_ rule: Rule, in environment: Environment) throws(PackError) {
    self.rule = rule
    var environment = environment
    let file = rule.file
    func compile(_ expression: Expression, _ what: String, expecting: Type? = nil) throws(PackError) -> Program {
      try CompiledPack.compile(expression, in: environment, file: file, what: what, expecting: expecting)
    }
    when = if let applies = rule.applies { try compile(applies.when, "applies.when", expecting: .bool) } else { nil }
    if let named = rule.binding {
      let list = try compile(named.expression, "for.\(named.name)")
      guard case .list(let element) = list.type else {
        throw PackError(file: file, message: "for.\(named.name) is a \(list.type), not a list")
      }
      try Self.checkName(named.name, in: environment, file: file)
      binding = Binding(slot: environment.declare(named.name, element), list: list)
    } else {
      binding = nil
    }
    var used: Set<String> = []
    for named in rule.lets {
      try Self.checkName(named.name, in: environment, file: file)
      let program = try compile(named.expression, "let.\(named.name)")
      used.formUnion(program.usedNames)
      environment.define(named.name, program)
    }
    assertion = try compile(rule.assertion, "assert", expecting: .bool)
    used.formUnion(assertion.usedNames)
    var places: [Program] = []
    for place in rule.places {
      let program = try Self.path(place.text, place, "at", in: environment, file: file)
      used.formUnion(program.usedNames)
      places.append(program)
    }
    self.places = places
    do {
      message = try Template(rule.message)
    } catch {
      throw PackError(file: file, message: error.message)
    }
    var values: [Program] = []
    for name in message.names {
      let program = try Self.path(
        name, Expression(text: name, span: rule.assertion.span), "message {\(name)}", in: environment, file: file)
      used.formUnion(program.usedNames)
      values.append(program)
    }
    messageValues = values
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(file: file, message: "nobody uses let.\(unused.name)")
    }
  }

  private static func path(
    _ text: String, _ expression: Expression, _ what: String, in environment: Environment, file: String
  ) throws(PackError) -> Program {
    do {
      return try Program.compilePath(text, in: environment)
    } catch {
      throw CompiledPack.fault(error, expression, file: file, what: what)
    }
  }

  private static func checkName(_ name: String, in environment: Environment, file: String) throws(PackError) {
    guard !environment.contains(name) else {
      throw PackError(file: file, message: "the name \(name) is taken already")
    }
  }
}
