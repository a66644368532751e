import Findings

/// A compiled expression: immutable, and shared between threads as it is.
public final class Program: Sendable {
  private let stored: StoredText
  public var text: String { stored.string }
  /// What the expression gives.
  public let type: Type
  /// The names of the environment as often as the expression mentions them.
  private let mentions: [String]
  /// What the number, or each number of the list or optional, counts; nil for a plain number.
  public let unit: String?
  /// The truth value in every report that meets the schema; nil where it depends on the report.
  public let truth: Bool?
  /// Whether the value depends on a report.
  public let readsReport: Bool
  /// Empty unless the environment collects warnings.
  public let warnings: [Warning]
  /// The fields of the report that the value may depend on, as `record.field`, such as `report.services[].risk`; empty
  /// unless the environment collects warnings.
  public let fields: Set<String>
  let node: Node
  /// The UTF-8 of the text.
  var source: [UInt8] { Array(text.utf8) }
  /// How many variables of macros are alive at once, memos included.
  let localCount: Int
  /// The memos that hold from the beginning of a run to its end.
  let memos: [Int]
  /// How deep the expression and the definitions that it uses are nested: the measure of the stack.
  let depth: Int
  /// Twice what an expression may have by itself; 8 MiB of stack are enough for it, also without optimisation.
  static let depthLimit = 2 * Parser.depthLimit

  private init(
    text: String, plan: Planner.Plan, _ typed: Compiler.Typed, _ compiler: Compiler, depth: Int
  ) {
    stored = StoredText(text)
    type = typed.type.resolved
    unit = typed.unit
    truth = typed.truth
    mentions = compiler.mentions
    readsReport = compiler.readsReport
    warnings = compiler.warnings
    fields = compiler.fields
    node = plan.node
    localCount = plan.localCount
    memos = plan.memos
    self.depth = depth
  }

  /// The same program evaluated by another node.
  init(_ definition: Program, node: Node) {
    stored = definition.stored
    type = definition.type
    mentions = definition.mentions
    unit = definition.unit
    truth = definition.truth
    readsReport = definition.readsReport
    warnings = []
    fields = definition.fields
    self.node = node
    localCount = 0
    memos = []
    depth = definition.depth
  }

  /// What was compiled before: nothing is known that only a review asks for.
  init(
    text: StoredText, type: Type, unit: String?, node: Node, localCount: Int, memos: [Int], depth: Int
  ) {
    stored = text
    self.type = type
    self.unit = unit
    self.node = node
    self.localCount = localCount
    self.memos = memos
    self.depth = depth
    mentions = []
    truth = nil
    readsReport = true
    warnings = []
    fields = []
  }

  /// A kind whose definition nobody has compiled yet, so that nothing is known of it but what every kind has.
  init(of definition: KindDefinition, node: Node) {
    stored = StoredText(definition.text)
    type = .bool
    mentions = []
    unit = nil
    truth = nil
    readsReport = true
    warnings = []
    fields = []
    self.node = node
    localCount = 0
    memos = []
    depth = 1
  }

  /// Reads and checks an expression.
  ///
  /// - Parameter expecting: what it must give, or nil for anything.
  public static func compile(
    _ text: String, in environment: Environment, expecting type: Type? = nil
  ) throws(CompileError) -> Program {
    try compile(text, in: environment, expecting: type, mode: .checked)
  }

  /// Reads the path of a place, such as `service.id` or `report.training`; optional members need no guard.
  public static func compilePath(_ text: String, in environment: Environment) throws(CompileError) -> Program {
    let expression = try Parser.parse(Array(text.utf8))
    guard Parser.qualifiedName(expression) != nil else {
      throw CompileError("a place is a path of names, such as service.id", at: expression.range)
    }
    return try compile(expression, of: text, in: environment, expecting: nil, mode: .path)
  }

  /// Reads an expression that is asked for a value to show; optional members need no guard, an absent one is an error.
  public static func compileUnguarded(_ text: String, in environment: Environment) throws(CompileError) -> Program {
    try compile(text, in: environment, expecting: nil, mode: .path)
  }

  /// - Parameter isPlanned: Whether it is made fast; what it gives is the same.
  static func compile(
    _ text: String, in environment: Environment, expecting type: Type?, mode: Compiler.Mode, isPlanned: Bool = true
  ) throws(CompileError) -> Program {
    try compile(
      try Parser.parse(Array(text.utf8)), of: text, in: environment, expecting: type, mode: mode, isPlanned: isPlanned)
  }

  private static func compile(
    _ expression: Expression, of text: String, in environment: Environment, expecting type: Type?,
    mode: Compiler.Mode, isPlanned: Bool = true
  ) throws(CompileError) -> Program {
    var compiler = Compiler(environment: environment, mode: mode)
    let typed = try compiler.compile(expression, expecting: type)
    let depth = expression.depth + compiler.deepestUse.depth
    if depth > depthLimit {
      throw CompileError(
        "with the definitions that it uses the expression is nested \(depth) levels; \(depthLimit) are the most",
        at: compiler.deepestUse.range)
    }
    if let witness = environment.witness {
      let node = witness.watching(typed.node, of: text, isCondition: typed.type == .bool)
      let plan = Planner.Plan(node: node, localCount: compiler.localCount, memos: [])
      return Program(text: text, plan: plan, typed, compiler, depth: depth)
    }
    let node = environment.element.map { ElementPlanner.plan(typed.node, in: $0) } ?? typed.node
    let plan =
      isPlanned && compiler.isWorthPlanning
      ? Planner.plan(node, localCount: compiler.localCount)
      : Planner.Plan(node: node, localCount: compiler.localCount, memos: [])
    return Program(text: text, plan: plan, typed, compiler, depth: depth)
  }

  /// Whether the value may depend on a variable or definition from a slot on.
  public func reads(variablesFrom slot: Int) -> Bool { node.reads(variablesFrom: slot) }

  // MARK: - Review

  /// The names of the environment that the expression mentions.
  public var usedNames: Set<String> { Set(mentions) }

  /// Why the value says nothing about a report; nil when it depends on it.
  public var constancy: String? {
    if let truth { return "the assertion is \(truth) for every report that meets the schema" }
    return readsReport ? nil : "the assertion reads nothing of the report, so it is the same for every one"
  }

  /// How the work grows with the report, and what is seldom meant about it.
  ///
  /// - Parameter binding: The list for each item of which the program is evaluated, and the name of the item.
  public func cost(
    in environment: Environment, for binding: (name: String, list: Program)? = nil
  ) -> (cost: Cost, warnings: [Warning]) {
    guard let expression = try? Parser.parse(source) else { return (Cost(), []) }
    let list = binding.flatMap { binding in (try? Parser.parse(binding.list.source)).map { (binding.name, $0) } }
    var analysis = CostAnalysis(environment: environment)
    let cost = analysis.cost(of: expression, for: list)
    return (cost, analysis.warnings)
  }

  // MARK: - Evaluation

  /// The value; an error value when there is none, never a trap and never more steps than the activation's fuel.
  public func evaluate(_ activation: inout Activation) -> Value {
    if activation.fuel >= 0, activation.exhaustion != nil { activation.forgetExhaustion() }
    let mark = activation.mark
    let value = run(&activation)
    if activation.fuel < 0 { return .error(.budgetExceeded) }
    activation.release(to: mark, keeping: value, isRunOver: true)
    return value
  }

  func run(_ activation: inout Activation) -> Value {
    let value = inFrame(&activation) { activation in node.evaluate(&activation) }
    if activation.fuel < 0 { activation.noteExhaustion(in: source) }
    return value
  }

  /// Runs something with this program's own variables of macros.
  func inFrame<Result>(_ activation: inout Activation, _ body: (inout Activation) -> Result) -> Result {
    let outer = activation.frame
    let outerEnd = activation.frameEnd
    activation.frame = outerEnd
    activation.frameEnd = outerEnd + localCount
    while activation.locals.count < activation.frameEnd { activation.locals.append(.unset) }
    for memo in memos { activation.locals[outerEnd + memo] = .unset }
    defer {
      activation.frame = outer
      activation.frameEnd = outerEnd
    }
    return body(&activation)
  }

  // MARK: - Places

  /// What a failed assertion rests on.
  ///
  /// Evaluates once more, so the variables must be bound as they were. It has a budget of its own, as large as that of
  /// the evaluation: it also looks behind what decided the matter.
  public func blame(_ activation: Activation) -> Blame {
    var copy = activation
    copy.fuel = max(copy.fuelLimit, 1000)
    var trace = Trace(source: source)
    _ = inFrame(&copy) { copy in node.trace(&copy, &trace) }
    return trace.blame(copy)
  }

  /// Where the value of a path stands; for an absent one the nearest parent that is there.
  public func locate(_ activation: Activation) -> Operand? { blame(activation).operands.first }
}
