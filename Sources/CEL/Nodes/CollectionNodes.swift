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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for (item, isOptional) in zip(items, isOptional) {
      var value = item.evaluate(&activation)
      if value.isError { return value }
      if isOptional {
        guard value.kind == .optional else { return activation.noOverload("[?…]") }
        guard let content = activation.content(of: value) else { continue }
        value = content
      }
      values.append(value)
    }
    return activation.make(list: values)
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    var map = ComputedMap()
    for index in keys.indices {
      let key = keys[index].evaluate(&activation)
      if key.isError { return key }
      var value = values[index].evaluate(&activation)
      if value.isError { return value }
      if isOptional[index] {
        guard value.kind == .optional else { return activation.noOverload("{?…}") }
        guard let content = activation.content(of: value) else { continue }
        value = content
      }
      guard key.kind != .double, key.kind != .decimal, let mapKey = activation.mapKey(key) else {
        return activation.make(.invalidArgument("\(key.kind.typeName) cannot be the key of a map"))
      }
      guard map.insert(key, mapKey, value) else {
        return activation.make(.invalidArgument("the key \(activation.display(key)) is there twice"))
      }
    }
    return activation.make(map)
  }
}

/// A call of a function of the table.
final class CallNode: Node, @unchecked Sendable {
  let name: String
  let arguments: [Node]
  let body: FunctionBody

  init(name: String, arguments: [Node], body: @escaping FunctionBody, at range: Range<Int>) {
    self.name = name
    self.arguments = arguments
    self.body = body
    super.init(at: range)
  }

  override var children: [Node] { arguments }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = argument.evaluate(&activation)
      if value.isError { return value }
      values.append(value)
    }
    return body(&activation, values) ?? noOverload(values, &activation)
  }

  private func noOverload(_ values: [Value], _ activation: inout Activation) -> Value {
    activation.noOverload(name + "(" + values.map(\.kind.typeName).joined(separator: ", ") + ")")
  }
}

/// `size()` of what need not be built for it.
final class SizeNode: Node, @unchecked Sendable {
  let operand: Node

  init(_ operand: Node, at range: Range<Int>) {
    self.operand = operand
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let mark = activation.mark
    if let transform = operand as? TransformNode {
      let count = transform.count(&activation)
      activation.release(to: mark, keeping: count)
      return count
    }
    let value = operand.evaluate(&activation)
    if value.isError { return value }
    guard let size = activation.size(of: value) else { return activation.noOverload("size(\(value.kind.typeName))") }
    activation.release(to: mark, keeping: .int(size))
    return .int(size)
  }
}

/// `x.?f.orValue(v)` and `o.orValue(v)`; the other value is not evaluated unless it is needed.
final class OrValueNode: Node, @unchecked Sendable {
  let optional: Node
  let other: Node

  init(_ optional: Node, _ other: Node, at range: Range<Int>) {
    self.optional = optional
    self.other = other
    super.init(at: range)
  }

  override var children: [Node] { [optional, other] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    if let select = optional as? OptionalSelectNode {
      let object = select.operand.evaluate(&activation)
      if object.kind == .object { return select.find(in: object, &activation) ?? other.evaluate(&activation) }
      if object.isError { return object }
    }
    let value = optional.evaluate(&activation)
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload("orValue") }
    return activation.content(of: value) ?? other.evaluate(&activation)
  }
}

/// `a.or(b)` for optionals; `b` is not evaluated unless it is needed.
final class OrOptionalNode: Node, @unchecked Sendable {
  let first: Node
  let second: Node

  init(_ first: Node, _ second: Node, at range: Range<Int>) {
    self.first = first
    self.second = second
    super.init(at: range)
  }

  override var children: [Node] { [first, second] }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = first.evaluate(&activation)
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload("or") }
    return activation.content(of: value) == nil ? second.evaluate(&activation) : value
  }
}
