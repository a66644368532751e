import CEL
import Findings

extension CompiledRule {
  /// What decides whether the rule concerns the report: `applies.when`.
  final class Condition: Sendable {
    let program: Program

    init(_ program: Program) { self.program = program }

    init(
      _ when: Expression, in environment: Environment, file: String, _ review: inout RuleReview?
    ) throws(PackError) {
      let steps = ["applies", "when"]
      program = try CompiledPack.compile(when, in: environment, file: file, at: steps, expecting: .bool)
      review?.add(program, steps, in: environment)
    }
  }

  /// What decides: `for`, `let` and `assert` or the kind.
  final class Judgement: Sendable {
    let binding: Binding?
    /// In the order of the file.
    let lets: [Program]
    /// The slots in which they are remembered.
    let letSlots: [Int]
    let assertion: Program
    /// Nil where the rule has an `assert`.
    let kind: CompiledKind?
    /// With the names of `for` and `let`; nil where it was compiled before: then nobody may ask.
    let environment: Environment?
    /// Empty where the rule is proven: then nobody asks.
    let usedNames: Set<String>
    /// How many parts of one expression are remembered from element to element, and the expression itself where it is a
    /// `let`.
    static let spareCount = 5

    /// What was compiled before.
    init(
      binding: Binding?, lets: [Program], letSlots: [Int], assertion: Program, kind: CompiledKind?
    ) {
      self.binding = binding
      self.lets = lets
      self.letSlots = letSlots
      self.assertion = assertion
      self.kind = kind
      environment = nil
      usedNames = []
    }

    /// The outer names and those of `for` and `let`.
    func names(of rule: Rule, in outer: Environment) -> Environment {
      Self.names(of: rule, in: outer, binding, lets, letSlots)
    }

    static func names(
      of rule: Rule, in outer: Environment, _ binding: Binding?, _ lets: [Program], _ letSlots: [Int]
    ) -> Environment {
      var environment = outer
      if let binding, let name = rule.binding?.name, case .list(let element) = binding.list.type {
        environment.declare(name, element, at: binding.slot)
      }
      for (index, program) in lets.enumerated() {
        environment.define(rule.lets[index].name, program, at: letSlots[index])
      }
      return environment
    }

    init(
      _ rule: Rule, _ environment: Environment, isProven: Bool, _ review: inout RuleReview?
    ) throws(PackError) {
      var environment = environment
      let file = rule.file
      func compile(_ expression: Expression, _ steps: [String], expecting: Type? = nil) throws(PackError) -> Program {
        try CompiledPack.compile(expression, in: environment, file: file, at: steps, expecting: expecting)
      }
      var sparing = 0..<0
      var elementSlot: Int?
      /// Lets the next part of the rule remember what is the same for every element; gives the slot of the whole part.
      func spare() -> Int {
        guard let elementSlot else { return 0 }
        let own = sparing.lowerBound
        environment.element = ElementScope(slot: elementSlot, spare: own + 1..<own + Self.spareCount)
        sparing = own + Self.spareCount..<sparing.upperBound
        return own
      }
      if let named = rule.binding {
        let list = try compile(named.expression, ["for", named.name])
        guard case .list(let element) = list.type else {
          throw PackError(
            file: file, at: PackLocation(["for", named.name]), message: "the expression gives \(list.type), not a list")
        }
        try Self.checkName(["for", named.name], in: environment, file: file)
        review?.add(list, ["for", named.name], in: environment)
        sparing = environment.reserve((rule.lets.count + 1) * Self.spareCount)
        let slot = environment.declare(named.name, element)
        elementSlot = slot
        binding = Binding(slot: slot, list: list)
        review?.names.append(RuleReview.Name(named.name, element, unit: list.unit))
      } else {
        binding = nil
      }
      var used: Set<String> = []
      var lets: [Program] = []
      var letSlots: [Int] = []
      for named in rule.lets {
        try Self.checkName(["let", named.name], in: environment, file: file)
        let own = spare()
        let program = try compile(named.expression, ["let", named.name])
        if !isProven { used.formUnion(program.usedNames) }
        // What does not depend on the element is not forgotten with it.
        if let elementSlot, !program.reads(variablesFrom: elementSlot) {
          environment.define(named.name, program, at: own)
          letSlots.append(own)
        } else {
          letSlots.append(environment.define(named.name, program))
        }
        lets.append(program)
        review?.add(program, ["let", named.name], in: environment)
        review?.names.append(RuleReview.Name(named.name, program.type, unit: program.unit))
      }
      self.lets = lets
      self.letSlots = letSlots
      _ = spare()
      switch rule.assertion {
      case .expression(let expression):
        kind = nil
        assertion = try compile(expression, ["assert"], expecting: .bool)
      case .kind(let call):
        environment.element = nil
        let compiled = try Self.kind(call, in: environment, file: file, isProven: isProven)
        kind = compiled
        assertion = compiled.program
      }
      environment.element = nil
      let location = PackLocation(kind == nil ? ["assert"] : ["kind"], isName: kind != nil)
      if let constancy = assertion.constancy { throw PackError(file: file, at: location, message: constancy) }
      let binding = binding
      review?.add(
        assertion, location.steps, in: environment,
        for: binding.flatMap { list in
          rule.binding.map { ($0.name, list.list) }
        })
      usedNames = isProven ? [] : used.union(assertion.usedNames)
      self.environment = environment
    }

    private static func kind(
      _ call: KindCall, in environment: Environment, file: String, isProven: Bool
    ) throws(PackError) -> CompiledKind {
      // A kind evaluates natively: nobody would see the conditions of its definition.
      defer { environment.witness?.label("") }
      do {
        return try CompiledKind(call, in: environment, isProven: isProven)
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
  final class Wording: Sendable {
    let places: [Program]
    let message: Template
    let values: [Program]
    let usedNames: Set<String>

    init(
      _ rule: Rule, _ judgement: Judgement, in names: Environment, _ labels: CodeLabels, _ review: inout RuleReview?
    ) throws(PackError) {
      var environment = names
      let file = rule.file
      var used: Set<String> = []
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
      for (name, text) in judgement.kind?.placeholders ?? []
      where message.placeholders.contains(where: { $0.name == name }) && !environment.contains(name) {
        let program = try Self.placeholder(text, in: environment, file: file)
        environment.define(name, program)
        review?.names.append(RuleReview.Name(name, program.type, unit: program.unit))
      }
      var values: [Program] = []
      for placeholder in message.placeholders {
        let location = PackLocation(["message", Language.allCases[0].rawValue], at: placeholder.range)
        let program = try Self.path(placeholder.name, location, in: environment, file: file)
        if rule.isConfidential, program.type.mayBeText {
          throw PackError(
            file: file, at: location, message: "a confidential rule shows no text of the report, only figures and dates"
          )
        }
        if let fault = placeholder.fault(of: program.type, labels) {
          throw PackError(file: file, at: PackLocation(location.steps, at: placeholder.formatRange), message: fault)
        }
        used.formUnion(program.usedNames)
        values.append(program)
      }
      self.values = values
      usedNames = used
      // What a message shows decides nothing.
      environment.witness?.label("")
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
