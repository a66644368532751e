/// `a && b`: false if one of them is, whatever the other one is.
final class AndNode: Node, @unchecked Sendable {
  let left: Node
  let right: Node

  init(_ left: Node, _ right: Node, at range: Range<Int>) {
    self.left = left
    self.right = right
    super.init(at: range)
  }

  override var children: [Node] { [left, right] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    AndNode(replace(left), replace(right), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let first = left.evaluate(&activation)
    if first.isFalse { return first }
    let second = right.evaluate(&activation)
    return first.isTrue && second.kind == .bool ? second : Self.join(first, second, &activation)
  }

  private static func join(_ first: Value, _ second: Value, _ activation: inout Activation) -> Value {
    if first.isFalse || second.isFalse { return .bool(false) }
    if first.isTrue, second.isTrue { return .bool(true) }
    return undecided(first, second, "&&", &activation)
  }

  /// The false operands; both where the whole is true.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceEither(left, right, decisive: false, &activation, &trace, Self.join)
  }
}

/// `a || b`: true if one of them is, whatever the other one is.
final class OrNode: Node, @unchecked Sendable {
  let left: Node
  let right: Node

  init(_ left: Node, _ right: Node, at range: Range<Int>) {
    self.left = left
    self.right = right
    super.init(at: range)
  }

  override var children: [Node] { [left, right] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    OrNode(replace(left), replace(right), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let first = left.evaluate(&activation)
    if first.isTrue { return first }
    let second = right.evaluate(&activation)
    return first.isFalse && second.kind == .bool ? second : Self.join(first, second, &activation)
  }

  private static func join(_ first: Value, _ second: Value, _ activation: inout Activation) -> Value {
    if first.isTrue || second.isTrue { return .bool(true) }
    if first.isFalse, second.isFalse { return .bool(false) }
    return undecided(first, second, "||", &activation)
  }

  /// All operands; the true ones where the whole is true.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceEither(left, right, decisive: true, &activation, &trace, Self.join)
  }
}

extension Node {
  /// The error of two operands that do not decide the matter.
  fileprivate static func undecided(
    _ first: Value, _ second: Value, _ symbol: String, _ activation: inout Activation
  ) -> Value {
    if first.isError { return first }
    if second.isError { return second }
    return activation.noOverload(symbol)
  }

  /// Traces two operands of which one value is enough, and keeps those that have it; without it both.
  fileprivate func traceEither(
    _ left: Node, _ right: Node, decisive: Bool, _ activation: inout Activation, _ trace: inout Trace,
    _ join: (Value, Value, inout Activation) -> Value
  ) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let first = left.trace(&activation, &trace).value
    let places = trace.take(from: start)
    let second = right.trace(&activation, &trace).value
    let value = join(first, second, &activation)
    let isDecided = value.asBool == decisive
    if isDecided, second.asBool != decisive { trace.cut(to: start) }
    if !isDecided || first.asBool == decisive { trace.put(places, at: start) }
    return Traced(value)
  }
}

/// `!a`.
final class NotNode: Node, @unchecked Sendable {
  let operand: Node

  init(_ operand: Node, at range: Range<Int>) {
    self.operand = operand
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    NotNode(replace(operand), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = operand.evaluate(&activation)
    return negation(of: value, &activation)
  }

  private func negation(of value: Value, _ activation: inout Activation) -> Value {
    if value.kind == .bool { return .bool(!value.isTrue) }
    return value.isError ? value : activation.noOverload("!")
  }

  /// What the operand rests on.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let value = operand.trace(&activation, &trace).value
    return Traced(negation(of: value, &activation))
  }
}

/// `c ? a : b`.
final class ConditionalNode: Node, @unchecked Sendable {
  let condition: Node
  let first: Node
  let second: Node

  init(_ condition: Node, _ first: Node, _ second: Node, at range: Range<Int>) {
    self.condition = condition
    self.first = first
    self.second = second
    super.init(at: range)
  }

  override var children: [Node] { [condition, first, second] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    ConditionalNode(replace(condition), replace(first), replace(second), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value = condition.evaluate(&activation)
    if value.isTrue { return first.evaluate(&activation) }
    if value.isFalse { return second.evaluate(&activation) }
    return value.isError ? value : activation.noOverload("?:")
  }

  /// The branch that was taken, and as its explanation the condition.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let value = condition.trace(&activation, &trace).value
    guard value.kind == .bool else { return Traced(value.isError ? value : activation.noOverload("?:")) }
    trace.demote(from: start)
    let places = trace.take(from: start)
    let traced = (value.isTrue ? first : second).trace(&activation, &trace)
    trace.put(places)
    return traced
  }
}
