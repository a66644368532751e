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
    let wording = wordingPart.storeIfNil(try Wording(rule, judgement))
    let used = judgement.usedNames.union(wording.usedNames)
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(
        file: rule.file, at: PackLocation(["let", unused.name], isName: true), message: "nobody uses this name")
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
  private var wording: Wording { part(wordingPart) { try Wording(rule, judgement) } }

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
      guard let applies = rule.applies else {
        throw PackError(file: rule.file, message: "the rule has no condition")
      }
      program = try CompiledPack.compile(
        applies.when, in: environment, file: rule.file, at: ["applies", "when"], expecting: .bool)
    }
  }

  /// What decides: `for`, `let`, and `assert` or the kind.
  private final class Judgement: Sendable {
    let binding: Binding?
    let assertion: Program
    /// What the kind gives to messages; nil without one.
    let kind: CompiledKind?
    /// With the names of `for` and `let`.
    let environment: Environment
    let usedNames: Set<String>

    init(_ rule: Rule, _ environment: Environment) throws(PackError) {
      var environment = environment
      let file = rule.file
      if let named = rule.binding {
        let list = try CompiledPack.compile(
          named.expression, in: environment, file: file, at: ["for", named.name])
        guard case .list(let element) = list.type else {
          throw PackError(
            file: file, at: PackLocation(["for", named.name]),
            message: "the expression gives \(list.type), not a list")
        }
        try Self.checkName(["for", named.name], in: environment, file: file)
        binding = Binding(slot: environment.declare(named.name, element), list: list)
      } else {
        binding = nil
      }
      var used: Set<String> = []
      for named in rule.lets {
        try Self.checkName(["let", named.name], in: environment, file: file)
        let program = try CompiledPack.compile(
          named.expression, in: environment, file: file, at: ["let", named.name])
        used.formUnion(program.usedNames)
        environment.define(named.name, program)
      }
      switch rule.assertion {
      case .expression(let expression):
        kind = nil
        assertion = try CompiledPack.compile(
          expression, in: environment, file: file, at: ["assert"], expecting: .bool)
      case .kind(let call):
        let compiled = try Self.kind(call, in: environment, file: file)
        kind = compiled
        assertion = compiled.program
      }
      usedNames = used.union(assertion.usedNames)
      self.environment = environment
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

    private static func checkName(_ steps: [String], in environment: Environment, file: String) throws(PackError) {
      guard !environment.contains(steps[1]) else {
        throw PackError(file: file, at: PackLocation(steps, isName: true), message: "the name is taken already")
      }
    }
  }

  /// What tells of a failure: `at` and `message`.
  private final class Wording: Sendable {
    let places: [Program]
    let message: Template
    let values: [Program]
    let usedNames: Set<String>

    init(_ rule: Rule, _ judgement: Judgement) throws(PackError) {
      var environment = judgement.environment
      let file = rule.file
      var used: Set<String> = []
      var places: [Program] = []
      for (index, place) in rule.places.enumerated() {
        let program = try Self.path(place.text, PackLocation(["at", String(index)]), in: environment, file: file)
        used.formUnion(program.usedNames)
        places.append(program)
      }
      self.places = places
      let message: Template
      do {
        message = try Template(rule.message)
      } catch {
        let location = PackLocation(["message", error.language.rawValue], at: error.range)
        throw PackError(file: file, at: location, message: error.message)
      }
      for (name, text) in judgement.kind?.placeholders ?? []
      where message.names.contains(name) && !environment.contains(name) {
        environment.define(name, try Self.placeholder(text, in: environment, file: file))
      }
      var values: [Program] = []
      for (name, range) in zip(message.names, message.ranges) {
        let location = PackLocation(["message", Language.allCases[0].rawValue], at: range)
        let program = try Self.path(name, location, in: environment, file: file)
        used.formUnion(program.usedNames)
        values.append(program)
      }
      self.message = message
      self.values = values
      usedNames = used
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
  }
}
