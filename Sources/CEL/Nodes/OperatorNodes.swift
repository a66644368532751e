import Findings

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

/// `a in l` for a list or a map.
final class InNode: Node, @unchecked Sendable {
  let element: Node
  let container: Node
  /// The join for which the items of the list are indexed; nil to look at all of them.
  let join: JoinID?

  init(_ element: Node, _ container: Node, join: JoinID? = nil, at range: Range<Int>) {
    self.element = element
    self.container = container
    self.join = join
    super.init(at: range)
  }

  override var children: [Node] { [element, container] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    InNode(replace(element), replace(container), join: join, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value = element.evaluate(&activation)
    if value.isError { return value }
    let list = container.evaluate(&activation)
    return membership(of: value, in: list, &activation)
  }

  private func membership(of value: Value, in list: Value, _ activation: inout Activation) -> Value {
    switch list.kind {
    case .list: return contains(list, value, &activation)
    case .map:
      guard let key = activation.mapKey(value) else {
        // A number that is no whole one could be a key; a list or a moment never is one.
        let isNumber = value.kind == .double || value.kind == .decimal
        return isNumber ? .bool(false) : activation.noOverload("\(value.kind.typeName) in \(list.kind.typeName)")
      }
      return .bool(activation.map(of: list)?.value(for: key) != nil)
    case .error: return list
    default: return activation.noOverload("in \(list.kind.typeName)")
    }
  }

  /// Both sides.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in membership(of: values[0], in: values[1], &activation) }
  }

  private func contains(_ list: Value, _ value: Value, _ activation: inout Activation) -> Value {
    var error: Value?
    let count = activation.count(of: list)
    var candidates = join.flatMap { join in
      activation.candidates(join, in: list, count: count) { _ in
        value
      } key: { _, item in
        item
      }
    }
    let isJoined = candidates != nil
    var index = -1
    while true {
      index = isJoined ? candidates?.next() ?? count : index + 1
      guard index < count else { return error ?? .bool(false) }
      guard activation.spend(1) else {
        activation.noteExhaustion(at: range, count: activation.count(of: list))
        return .error(.budgetExceeded)
      }
      let item = activation.element(of: list, at: index)
      if item.isError {
        error = error ?? item
      } else if activation.isEqual(item, value) {
        return .bool(true)
      }
    }
  }
}

/// `'text' in l`, comparing the bytes in place.
final class TextInNode: Node, @unchecked Sendable {
  let text: ConstantText
  let container: Node

  init(_ text: ConstantText, _ container: Node, at range: Range<Int>) {
    self.text = text
    self.container = container
    super.init(at: range)
  }

  override var children: [Node] { [container] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    TextInNode(text, replace(container), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let list = container.evaluate(&activation)
    return membership(in: list, &activation)
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in membership(in: values[0], &activation) }
  }

  private func membership(in list: Value, _ activation: inout Activation) -> Value {
    if list.isError { return list }
    guard list.kind == .list else {
      return list.kind == .map
        ? .bool(activation.map(of: list)?.value(for: .string(Array(text.bytes))) != nil)
        : activation.noOverload("in \(list.kind.typeName)")
    }
    var error: Value?
    for index in 0..<activation.count(of: list) {
      guard activation.spend(1) else {
        activation.noteExhaustion(at: range, count: activation.count(of: list))
        return .error(.budgetExceeded)
      }
      let item = activation.element(of: list, at: index)
      if item.isError {
        error = error ?? item
      } else if item.kind == .string, activation.equals(item, text) {
        return .bool(true)
      }
    }
    return error ?? .bool(false)
  }
}

/// `a in ['x', 'y']` with constant strings.
final class InTextsNode: Node, @unchecked Sendable {
  let element: Node
  let texts: TextSet

  init(_ element: Node, _ texts: TextSet, at range: Range<Int>) {
    self.element = element
    self.texts = texts
    super.init(at: range)
  }

  override var children: [Node] { [element] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    InTextsNode(replace(element), texts, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value = element.evaluate(&activation)
    if value.isError { return value }
    return .bool(contains(value, activation))
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in .bool(contains(values[0], activation)) }
  }

  private func contains(_ value: Value, _ activation: Activation) -> Bool {
    value.kind == .string && activation.withBytes(of: value) { texts.contains($0) }
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
