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
        activation.noteExhaustion(at: range, count: count)
        return .error(.budgetExceeded)
      }
      let item = activation.item(of: list, at: index)
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
    let count = activation.count(of: list)
    for index in 0..<count {
      guard activation.spend(1) else {
        activation.noteExhaustion(at: range, count: count)
        return .error(.budgetExceeded)
      }
      let item = activation.item(of: list, at: index)
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
    return .bool(contains(value, &activation))
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in .bool(contains(values[0], &activation)) }
  }

  private func contains(_ value: Value, _ activation: inout Activation) -> Bool {
    value.kind == .string && activation.withBytes(of: value) { texts.contains($0) }
  }
}
