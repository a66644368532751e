/// `[a, ?b]`.
final class ListNode: Node, @unchecked Sendable {
  let items: [Node]
  let isOptional: [Bool]

  init(_ items: [Node], isOptional: [Bool], at range: Range<Int>) {
    self.items = items
    self.isOptional = isOptional
    super.init(at: range)
  }

  override var children: [Node] { items }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    ListNode(items.map(replace), isOptional: isOptional, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    return activation.makeList { activation in
      for index in items.indices {
        var value = items[index].evaluate(&activation)
        if value.isError { return value }
        if isOptional[index] {
          guard value.kind == .optional else { return activation.noOverload("[?…]") }
          guard let content = activation.content(of: value) else { continue }
          value = content
        }
        activation.append(value)
      }
      return nil
    }
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in
      var items: [Value] = []
      for (value, isOptional) in zip(values, isOptional) {
        if isOptional, value.kind != .optional { return activation.noOverload("[?…]") }
        if let item = isOptional ? activation.content(of: value) : value { items.append(item) }
      }
      return activation.make(list: items)
    }
  }
}

/// `{a: b, ?c: d}`.
final class MapNode: Node, @unchecked Sendable {
  let keys: [Node]
  let values: [Node]
  let isOptional: [Bool]

  init(keys: [Node], values: [Node], isOptional: [Bool], at range: Range<Int>) {
    self.keys = keys
    self.values = values
    self.isOptional = isOptional
    super.init(at: range)
  }

  override var children: [Node] { zip(keys, values).flatMap { [$0, $1] } }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    // In the order of `children`: each key before its value.
    let entries = zip(keys, values).map { (replace($0), replace($1)) }
    return MapNode(keys: entries.map(\.0), values: entries.map(\.1), isOptional: isOptional, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    var map = ComputedMap()
    for index in keys.indices {
      let key = keys[index].evaluate(&activation)
      if key.isError { return key }
      let value = values[index].evaluate(&activation)
      if value.isError { return value }
      if let error = insert(value, at: key, isOptional: isOptional[index], into: &map, &activation) { return error }
    }
    return activation.make(map)
  }

  /// Returns an error where the entry cannot be made.
  private func insert(
    _ value: Value, at key: Value, isOptional: Bool, into map: inout ComputedMap, _ activation: inout Activation
  ) -> Value? {
    var value = value
    if isOptional {
      guard value.kind == .optional else { return activation.noOverload("{?…}") }
      guard let content = activation.content(of: value) else { return nil }
      value = content
    }
    guard key.kind != .double, key.kind != .decimal, let mapKey = activation.mapKey(key) else {
      return activation.make(.invalidArgument("\(key.kind.typeName) cannot be the key of a map"))
    }
    guard map.insert(key, mapKey, value) else {
      return activation.make(.invalidArgument("the key \(activation.display(key)) is there twice"))
    }
    return nil
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in
      var map = ComputedMap()
      for index in keys.indices {
        let error = insert(
          values[2 * index + 1], at: values[2 * index], isOptional: isOptional[index], into: &map, &activation)
        if let error { return error }
      }
      return activation.make(map)
    }
  }
}

/// A call of a function of the table.
class CallNode: Node, @unchecked Sendable {
  final let name: String
  final let arguments: [Node]
  /// What does the work.
  final let callee: Callee
  final let body: FunctionBody
  /// Whether the value is a number, a bool or a moment, so that it may be remembered without holding the heap.
  final let isPlain: Bool

  init(
    name: String, arguments: [Node], isPlain: Bool = false, callee: Callee, at range: Range<Int>
  ) {
    self.name = name
    self.arguments = arguments
    self.isPlain = isPlain
    self.callee = callee
    body = callee.body
    super.init(at: range)
  }

  final override var children: [Node] { arguments }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    CallNode(name: name, arguments: arguments.map(replace), isPlain: isPlain, callee: callee, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    var values = Arguments()
    for index in arguments.indices {
      let value = arguments[index].evaluate(&activation)
      if value.isError { return value }
      values.append(value)
    }
    let value = body(&activation, values) ?? noOverload(values, &activation)
    if activation.fuel < 0, let list = values.first(where: { $0.kind == .list }) {
      activation.noteExhaustion(at: range, count: activation.count(of: list))
    }
    return value
  }

  /// The arguments, or what `TracedCall` says of the function.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let arguments = arguments.map { $0.trace(&activation, &trace) }
    if let error = arguments.first(where: \.value.isError) { return error }
    let values = Arguments(arguments.lazy.map(\.value))
    let value = body(&activation, values) ?? noOverload(values, &activation)
    let call = TracedCall(name: name, arguments: arguments, value: value, start: start, range: range)
    return Traced(value, call.blame(&activation, &trace))
  }

  private func noOverload(_ values: Arguments, _ activation: inout Activation) -> Value {
    activation.noOverload(name + "(" + values.map(\.kind.typeName).joined(separator: ", ") + ")")
  }
}

/// `size()` of what need not be built for it.
final class SizeNode: Node, @unchecked Sendable {
  let operand: Node
  private let list: TransformNode?

  init(_ operand: Node, at range: Range<Int>) {
    self.operand = operand
    list = operand as? TransformNode
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    SizeNode(replace(operand), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let mark = activation.mark
    if let list {
      let count = list.count(&activation)
      activation.release(to: mark, keeping: count)
      return count
    }
    let value = operand.evaluate(&activation)
    if value.isError { return value }
    let size = size(of: value, &activation)
    activation.release(to: mark, keeping: size)
    return size
  }

  private func size(of value: Value, _ activation: inout Activation) -> Value {
    activation.size(of: value).map { .int($0) } ?? activation.noOverload("size(\(value.kind.typeName))")
  }

  /// What is counted.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in size(of: values[0], &activation) }
  }
}
