/// Checks an expression and turns it into nodes.
///
/// Split over several files: names and fields, operators, macros, calls, guards.
struct Compiler {
  enum Mode {
    /// Everything has a type; what cannot work is refused.
    case checked
    /// As checked, but optional members need no guard: the path of a place.
    case path
    /// Everything is `dyn`, and what cannot work is an error value: for the conformance suite.
    case unchecked
  }

  /// A node and what it gives.
  struct Typed {
    let node: Node
    let type: Type
    /// What the number, or each number of the list or optional, counts; nil for a plain number.
    var unit: String?
    /// The truth value in every report that meets the schema; nil where it depends on the report.
    var truth: Bool?
  }

  let environment: Environment
  let mode: Mode
  /// The names of the environment as often as the expression mentions them.
  private(set) var mentions: [String] = []
  /// Whether the expression reads a report at all.
  var readsReport = false
  private(set) var warnings: [Warning] = []
  /// The fields of records that the expression reads; empty unless the environment collects warnings.
  var fields: Set<String> = []
  /// Whether what is compiled stands behind an odd number of `!`.
  var isNegated = false
  var localCount = 0
  /// Whether there is anything that the planner can make faster.
  var isWorthPlanning = false
  /// The depth of the deepest definition that the expression mentions, and where it does.
  var deepestUse: (depth: Int, range: Range<Int>) = (0, 0..<0)
  private var identityCount = 0

  init(environment: Environment, mode: Mode) {
    self.environment = environment
    self.mode = mode
  }

  mutating func compile(_ expression: Expression, expecting type: Type?) throws(CompileError) -> Typed {
    var scope = Scope()
    for text in environment.assumptions {
      guard let assumption = try? Parser.parse(Array(text.utf8)) else { continue }
      scope.assume(assumption)
    }
    let typed = try visit(expression, scope, asDecimal: type == .decimal)
    var bindings = Type.Bindings()
    if mode != .unchecked, let type, !typed.type.fits(type, &bindings) {
      throw CompileError("the expression gives \(typed.type); it must give \(type)", at: expression.range)
    }
    return typed
  }

  /// - Parameter asDecimal: whether a number with a point is read as an exact decimal, because it stands beside one.
  mutating func visit(
    _ expression: Expression, _ scope: Scope, asDecimal: Bool = false
  ) throws(CompileError) -> Typed {
    let typed = try form(expression, scope, asDecimal: asDecimal)
    return mode == .unchecked ? Typed(node: typed.node, type: .dyn) : typed
  }

  /// Keeps a warning, where somebody asked for warnings.
  mutating func warn(_ warning: @autoclosure () -> Warning) {
    guard environment.collectsWarnings, mode == .checked else { return }
    let warning = warning()
    // An operand may be read twice, the second time for exact decimals.
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  private mutating func form(
    _ expression: Expression, _ scope: Scope, asDecimal: Bool
  ) throws(CompileError) -> Typed {
    let range = expression.range
    switch expression.form {
    case .literal(let literal): return try self.literal(literal, at: range, asDecimal: asDecimal)
    case .identifier(let name, let isAbsolute):
      return try identifier(isAbsolute ? "." + name : name, at: range, scope)
    case .select: return try select(expression, scope)
    case .index(let operand, let index, let isOptional):
      return try self.index(operand, index, isOptional: isOptional, at: range, scope)
    case .call(let target, let name, let nameRange, let arguments):
      let call = Call(target: target, name: name, nameRange: nameRange, arguments: arguments, range: range)
      return try self.call(call, scope)
    case .not(let operand):
      isNegated.toggle()
      defer { isNegated.toggle() }
      let typed = try condition(operand, of: "!", scope)
      return Typed(node: NotNode(typed.node, at: range), type: .bool, truth: typed.truth.map { !$0 })
    case .negate(let operand): return try negate(operand, at: range, scope, asDecimal: asDecimal)
    case .and(let left, let right): return try and(left, right, at: range, scope)
    case .or(let left, let right): return try or(left, right, at: range, scope)
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, at: range, scope, asDecimal: asDecimal)
    case .conditional(let condition, let first, let second):
      return try conditional(condition, first, second, at: range, scope, asDecimal: asDecimal)
    case .list(let items): return try list(items, at: range, scope, asDecimal: asDecimal)
    case .map(let entries): return try map(entries, at: range, scope)
    case .message(let name):
      throw CompileError("“\(name){…}” builds a message; the rule language has no messages", at: range)
    }
  }

  private func literal(_ literal: Literal, at range: Range<Int>, asDecimal: Bool) throws(CompileError) -> Typed {
    switch literal {
    case .null: return Typed(node: ConstantNode(.null, at: range), type: .null)
    case .bool(let value): return Typed(node: ConstantNode(.bool(value), at: range), type: .bool, truth: value)
    case .int(let value): return Typed(node: ConstantNode(.int(value), at: range), type: .int)
    case .uint(let value): return Typed(node: ConstantNode(.uint(value), at: range), type: .uint)
    case .double(let value, let text):
      guard asDecimal, mode != .unchecked else {
        return Typed(node: ConstantNode(.double(value), at: range), type: .double)
      }
      guard let decimal = Decimal(text) else {
        throw CompileError("the number has more than \(Decimal.digitLimit) digits", at: range)
      }
      return Typed(node: Constant.decimal(decimal).node(at: range), type: .decimal)
    case .string(let bytes): return Typed(node: BoxedConstantNode(.string, .string(bytes), at: range), type: .string)
    case .bytes(let bytes): return Typed(node: BoxedConstantNode(.bytes, .bytes(bytes), at: range), type: .bytes)
    }
  }

  /// Notes that the expression mentions a name of the environment.
  mutating func use(_ name: String) { mentions.append(name) }

  /// Declares the variable of a macro.
  mutating func declare(_ name: String, _ type: Type, unit: String? = nil, in scope: inout Scope) -> Int {
    let slot = scope.locals.count
    localCount = max(localCount, slot + 1)
    identityCount += 1
    scope.declare(Scope.Local(name: name, slot: slot, type: type, identity: identityCount, unit: unit))
    return slot
  }

  func text(of expression: Expression, in scope: Scope) -> String {
    Scope().path(of: expression) ?? "the value"
  }
}
