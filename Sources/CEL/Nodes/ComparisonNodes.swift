import Findings

/// `a == b` and `a != b`.
final class EqualNode: Node, @unchecked Sendable {
  let left: Node
  let right: Node
  let isNegated: Bool

  init(_ left: Node, _ right: Node, isNegated: Bool, at range: Range<Int>) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
    super.init(at: range)
  }

  override var children: [Node] { [left, right] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    EqualNode(replace(left), replace(right), isNegated: isNegated, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let first = left.evaluate(&activation)
    if first.isError { return first }
    let second = right.evaluate(&activation)
    if second.isError { return second }
    return .bool(activation.isEqual(first, second) != isNegated)
  }

  /// Both sides, with the working where one is computed.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let first = left.trace(&activation, &trace)
    let second = right.trace(&activation, &trace)
    if first.value.isError { return first }
    if second.value.isError { return second }
    let isEqual = activation.isEqual(first.value, second.value)
    trace.add(Trace.Comparison(left: first, right: second, relation: isEqual ? .equal : .unequal))
    return Traced(.bool(isEqual != isNegated))
  }
}

/// `a == 'text'` and `a != 'text'`, comparing the bytes in place.
final class TextEqualNode: Node, @unchecked Sendable {
  let operand: Node
  let text: ConstantText
  let isNegated: Bool

  init(_ operand: Node, _ text: ConstantText, isNegated: Bool, at range: Range<Int>) {
    self.operand = operand
    self.text = text
    self.isNegated = isNegated
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    TextEqualNode(replace(operand), text, isNegated: isNegated, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value = operand.evaluate(&activation)
    if value.isError { return value }
    return .bool((value.kind == .string && activation.equals(value, text)) != isNegated)
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in
      .bool((values[0].kind == .string && activation.equals(values[0], text)) != isNegated)
    }
  }
}

/// `a < b` and the other order relations.
final class OrderNode: Node, @unchecked Sendable {
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
    OrderNode(operation, replace(left), replace(right), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let first = left.evaluate(&activation)
    if first.isError { return first }
    let second = right.evaluate(&activation)
    if second.isError { return second }
    guard let order = activation.order(first, second) else { return refusal(first, second, &activation) }
    return .bool(holds(order))
  }

  private func holds(_ order: Activation.Order) -> Bool {
    switch operation {
    case .less: order == .less
    case .lessOrEqual: order == .less || order == .equal
    case .greater: order == .greater
    default: order == .greater || order == .equal
    }
  }

  private func refusal(_ first: Value, _ second: Value, _ activation: inout Activation) -> Value {
    activation.noOverload("\(first.kind.typeName) \(operation.rawValue) \(second.kind.typeName)")
  }

  /// Both sides, with the working where one is computed.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let first = left.trace(&activation, &trace)
    let second = right.trace(&activation, &trace)
    if first.value.isError { return first }
    if second.value.isError { return second }
    guard let order = activation.order(first.value, second.value) else {
      return Traced(refusal(first.value, second.value, &activation))
    }
    if let relation = order.relation {
      trace.add(Trace.Comparison(left: first, right: second, relation: relation))
    }
    return Traced(.bool(holds(order)))
  }
}

extension Activation.Order {
  fileprivate var relation: Working.Relation? {
    switch self {
    case .less: .less
    case .equal: .equal
    case .greater: .greater
    case .unordered: nil
    }
  }
}
