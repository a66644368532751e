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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let first = left.evaluate(&activation)
    let second = right.evaluate(&activation)
    return activation.arithmetic(operation, first, second)
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

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = operand.evaluate(&activation)
    return activation.negate(value)
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let first = left.evaluate(&activation)
    if first.isError { return first }
    let second = right.evaluate(&activation)
    if second.isError { return second }
    return .bool(activation.isEqual(first, second) != isNegated)
  }
}

/// `a == 'text'` and `a != 'text'`, comparing the bytes in place.
final class TextEqualNode: Node, @unchecked Sendable {
  let operand: Node
  let text: [UInt8]
  let isNegated: Bool

  init(_ operand: Node, _ text: [UInt8], isNegated: Bool, at range: Range<Int>) {
    self.operand = operand
    self.text = text
    self.isNegated = isNegated
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = operand.evaluate(&activation)
    if value.isError { return value }
    return .bool((value.kind == .string && activation.equals(value, text)) != isNegated)
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let first = left.evaluate(&activation)
    if first.isError { return first }
    let second = right.evaluate(&activation)
    if second.isError { return second }
    guard let order = activation.order(first, second) else {
      return activation.noOverload("\(first.kind.typeName) \(operation.rawValue) \(second.kind.typeName)")
    }
    switch operation {
    case .less: return .bool(order == .less)
    case .lessOrEqual: return .bool(order == .less || order == .equal)
    case .greater: return .bool(order == .greater)
    default: return .bool(order == .greater || order == .equal)
    }
  }
}

/// `a in l` for a list or a map.
final class InNode: Node, @unchecked Sendable {
  let element: Node
  let container: Node

  init(_ element: Node, _ container: Node, at range: Range<Int>) {
    self.element = element
    self.container = container
    super.init(at: range)
  }

  override var children: [Node] { [element, container] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = element.evaluate(&activation)
    if value.isError { return value }
    let list = container.evaluate(&activation)
    switch list.kind {
    case .list: return Self.contains(list, value, &activation)
    case .map:
      guard let key = activation.mapKey(value) else { return .bool(false) }
      return .bool(activation.map(of: list)?.value(for: key) != nil)
    case .error: return list
    default: return activation.noOverload("in \(list.kind.typeName)")
    }
  }

  static func contains(_ list: Value, _ value: Value, _ activation: inout Activation) -> Value {
    var error: Value?
    for index in 0..<activation.count(of: list) {
      guard activation.spend(1) else { return .error(.budgetExceeded) }
      let item = activation.element(of: list, at: index)
      if item.isError {
        error = error ?? item
      } else if activation.isEqual(item, value) {
        return .bool(true)
      }
    }
    return error ?? .bool(false)
  }
}

/// `'text' in l`, comparing the bytes in place.
final class TextInNode: Node, @unchecked Sendable {
  let text: [UInt8]
  let container: Node

  init(_ text: [UInt8], _ container: Node, at range: Range<Int>) {
    self.text = text
    self.container = container
    super.init(at: range)
  }

  override var children: [Node] { [container] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let list = container.evaluate(&activation)
    if list.isError { return list }
    guard list.kind == .list else {
      return list.kind == .map
        ? .bool(activation.map(of: list)?.value(for: .string(text)) != nil)
        : activation.noOverload("in \(list.kind.typeName)")
    }
    var error: Value?
    for index in 0..<activation.count(of: list) {
      guard activation.spend(1) else { return .error(.budgetExceeded) }
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
  let texts: Set<[UInt8]>

  init(_ element: Node, _ texts: Set<[UInt8]>, at range: Range<Int>) {
    self.element = element
    self.texts = texts
    super.init(at: range)
  }

  override var children: [Node] { [element] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = element.evaluate(&activation)
    if value.isError { return value }
    guard value.kind == .string else { return .bool(false) }
    let bytes = activation.bytes(of: value)
    if texts.count <= 8 { return .bool(texts.contains { bytes.elementsEqual($0) }) }
    return .bool(texts.contains(Array(bytes)))
  }
}
