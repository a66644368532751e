import CEL
import Findings
import Synchronization

/// A rule whose expressions are compiled and checked against the report schema: at once, or each part when it is first
/// needed.
///
/// Most reports fail few rules, so most wording is never read. Immutable to the eye, and shared by all workers: whoever
/// makes a part first, all make the same.
final class CompiledRule: Sendable {
  let rule: Rule
  private let environment: Environment
  private let conditionPart = AtomicLazyReference<Condition>()
  private let judgementPart = AtomicLazyReference<Judgement>()
  private let wordingPart = AtomicLazyReference<Wording>()

  struct Binding: Sendable {
    let slot: Int
    let list: Program
  }

  /// - Parameter isProven: Whether tests hold the rule, so that its parts can wait until they are needed.
  /// - Throws: `PackError` with the first fault and its place.
  init(_ rule: Rule, in environment: Environment, isProven: Bool) throws(PackError) {
    self.rule = rule
    self.environment = environment
    guard !isProven else { return }
    if rule.applies != nil { _ = conditionPart.storeIfNil(try Condition(rule, environment)) }
    let judgement = judgementPart.storeIfNil(try Judgement(rule, environment))
    let wording = wordingPart.storeIfNil(try Wording(rule, judgement.environment))
    let used = judgement.usedNames.union(wording.usedNames)
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(file: rule.file, message: "nobody uses let.\(unused.name)")
    }
  }

  /// Whether the rule concerns the report; nil when it concerns every report.
  var when: Program? { rule.applies == nil ? nil : part(conditionPart) { try Condition(rule, environment) }.program }

  var binding: Binding? { judgement.binding }
  var assertion: Program { judgement.assertion }
  var places: [Program] { wording.places }
  var message: Template { wording.message }
  /// One for each placeholder of the message.
  var messageValues: [Program] { wording.values }

  private var judgement: Judgement { part(judgementPart) { try Judgement(rule, environment) } }
  private var wording: Wording { part(wordingPart) { try Wording(rule, judgement.environment) } }

  private func part<Part>(_ reference: borrowing AtomicLazyReference<Part>, _ make: () throws -> Part) -> Part {
    if let made = reference.load() { return made }
    do {
      return reference.storeIfNil(try make())
    } catch {
      preconditionFailure("the tests of vigie compile every shipped rule, and \(rule.file) does not compile: \(error)")
    }
  }
}

extension CompiledRule {
  private final class Condition: Sendable {
    let program: Program

    init(_ rule: Rule, _ environment: Environment) throws(PackError) {
      let always = Expression(text: "true", span: rule.assertion.span)
      program = try CompiledPack.compile(
        rule.applies?.when ?? always, in: environment, file: rule.file, what: "applies.when", expecting: .bool)
    }
  }

  /// What decides: `for`, `let` and `assert`.
  private final class Judgement: Sendable {
    let binding: Binding?
    let assertion: Program
    /// With the names of `for` and `let`.
    let environment: Environment
    let usedNames: Set<String>

    init(_ rule: Rule, _ environment: Environment) throws(PackError) {
      var environment = environment
      let file = rule.file
      if let named = rule.binding {
        let list = try CompiledPack.compile(
          named.expression, in: environment, file: file, what: "for.\(named.name)")
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
        let program = try CompiledPack.compile(
          named.expression, in: environment, file: file, what: "let.\(named.name)")
        used.formUnion(program.usedNames)
        environment.define(named.name, program)
      }
      assertion = try CompiledPack.compile(
        rule.assertion, in: environment, file: file, what: "assert", expecting: .bool)
      usedNames = used.union(assertion.usedNames)
      self.environment = environment
    }

    private static func checkName(_ name: String, in environment: Environment, file: String) throws(PackError) {
      guard !environment.contains(name) else {
        throw PackError(file: file, message: "the name \(name) is taken already")
      }
    }
  }

  /// What tells of a failure: `at` and `message`.
  private final class Wording: Sendable {
    let places: [Program]
    let message: Template
    let values: [Program]
    let usedNames: Set<String>

    init(_ rule: Rule, _ environment: Environment) throws(PackError) {
      var used: Set<String> = []
      var places: [Program] = []
      for place in rule.places {
        let program = try Self.path(place.text, place, "at", in: environment, file: rule.file)
        used.formUnion(program.usedNames)
        places.append(program)
      }
      self.places = places
      do {
        message = try Template(rule.message)
      } catch {
        throw PackError(file: rule.file, message: error.message)
      }
      var values: [Program] = []
      for name in message.names {
        let expression = Expression(text: name, span: rule.assertion.span)
        let program = try Self.path(name, expression, "message {\(name)}", in: environment, file: rule.file)
        used.formUnion(program.usedNames)
        values.append(program)
      }
      self.values = values
      usedNames = used
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
  }
}
