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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let first = left.evaluate(&activation)
    if first.isFalse { return first }
    let second = right.evaluate(&activation)
    if second.isFalse { return .bool(false) }
    if first.isTrue, second.isTrue { return .bool(true) }
    return Node.undecided(first, second, "&&", &activation)
  }

  /// The false operands; both where the whole is true.
  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    let isFalse = evaluate(&activation).isFalse
    if !isFalse || left.evaluate(&activation).isFalse { left.blame(&activation, &blame) }
    // What stands behind a false left side was not meant to be asked: its guard did not hold.
    if !isFalse || (!left.evaluate(&activation).isFalse && right.evaluate(&activation).isFalse) {
      right.blame(&activation, &blame)
    }
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let first = left.evaluate(&activation)
    if first.isTrue { return first }
    let second = right.evaluate(&activation)
    if second.isTrue { return .bool(true) }
    if first.isFalse, second.isFalse { return .bool(false) }
    return Node.undecided(first, second, "||", &activation)
  }

  /// All operands; the true ones where the whole is true.
  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    let isTrue = evaluate(&activation).isTrue
    if !isTrue || left.evaluate(&activation).isTrue { left.blame(&activation, &blame) }
    if !isTrue || (!left.evaluate(&activation).isTrue && right.evaluate(&activation).isTrue) {
      right.blame(&activation, &blame)
    }
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
}

/// `!a`.
final class NotNode: Node, @unchecked Sendable {
  let operand: Node

  init(_ operand: Node, at range: Range<Int>) {
    self.operand = operand
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = operand.evaluate(&activation)
    if value.kind == .bool { return .bool(!value.isTrue) }
    return value.isError ? value : activation.noOverload("!")
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = condition.evaluate(&activation)
    if value.kind == .bool { return (value.isTrue ? first : second).evaluate(&activation) }
    return value.isError ? value : activation.noOverload("?:")
  }

  /// The condition and the branch that was taken.
  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    condition.blame(&activation, &blame)
    let value = condition.evaluate(&activation)
    if value.kind == .bool { (value.isTrue ? first : second).blame(&activation, &blame) }
  }
}
