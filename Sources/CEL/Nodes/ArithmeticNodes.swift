/// `a + b` and the other arithmetic operators.
final class ArithmeticNode: Node, @unchecked Sendable {
  let operation: BinaryOperator
  let left: Node
  let right: Node

  init(_ operation: BinaryOperator, _ left: Node, _ right: Node, at range: Range<Int>) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(at: range)
  }

  override var children: [Node] { [left, right] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    ArithmeticNode(operation, replace(left), replace(right), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let first = left.evaluate(&activation)
    let second = right.evaluate(&activation)
    return activation.arithmetic(operation, first, second)
  }

  /// Both operands, and the formula where they are numbers.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let first = left.trace(&activation, &trace)
    let second = right.trace(&activation, &trace)
    let value = activation.arithmetic(operation, first.value, second.value)
    return Traced(value, value.kind.isNumber ? .operation(operation, first.figure, second.figure, value) : nil)
  }
}

/// `-a`.
final class NegateNode: Node, @unchecked Sendable {
  let operand: Node

  init(_ operand: Node, at range: Range<Int>) {
    self.operand = operand
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    NegateNode(replace(operand), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = operand.evaluate(&activation)
    return activation.negate(value)
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let traced = operand.trace(&activation, &trace)
    let value = activation.negate(traced.value)
    return Traced(value, value.kind.isNumber ? .negation(traced.figure, value) : nil)
  }
}
