/// `x.?f.orValue(v)` and `o.orValue(v)`; the other value is not evaluated unless it is needed.
final class OrValueNode: Node, @unchecked Sendable {
  let optional: Node
  let other: Node
  private let select: OptionalSelectNode?

  init(_ optional: Node, _ other: Node, at range: Range<Int>) {
    self.optional = optional
    self.other = other
    select = optional as? OptionalSelectNode
    super.init(at: range)
  }

  override var children: [Node] { [optional, other] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    OrValueNode(replace(optional), replace(other), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value: Value
    if let select {
      let object = select.object(&activation)
      if object.kind == .object { return select.find(in: object, &activation) ?? other.evaluate(&activation) }
      value = select.select(from: object, &activation)
    } else {
      value = optional.evaluate(&activation)
    }
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload("orValue") }
    return activation.content(of: value) ?? other.evaluate(&activation)
  }

  /// The member, or where it belongs and then what stands in for it.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let value = optional.trace(&activation, &trace).value
    if value.isError { return Traced(value) }
    guard value.kind == .optional else { return Traced(activation.noOverload("orValue")) }
    return activation.content(of: value).map { Traced($0) } ?? other.trace(&activation, &trace)
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

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    OrOptionalNode(replace(first), replace(second), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let value = first.evaluate(&activation)
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload("or") }
    return activation.content(of: value) == nil ? second.evaluate(&activation) : value
  }

  /// The first, and where it is empty the second too.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let value = first.trace(&activation, &trace).value
    if value.isError { return Traced(value) }
    guard value.kind == .optional else { return Traced(activation.noOverload("or")) }
    return activation.content(of: value) == nil ? second.trace(&activation, &trace) : Traced(value)
  }
}

/// `o.optMap(x, e)` and `o.optFlatMap(x, e)`.
final class OptionalMapNode: Node, @unchecked Sendable {
  let optional: Node
  let slot: Int
  let body: Node
  let isFlat: Bool

  init(_ optional: Node, slot: Int, body: Node, isFlat: Bool, at range: Range<Int>) {
    self.optional = optional
    self.slot = slot
    self.body = body
    self.isFlat = isFlat
    super.init(at: range)
  }

  override var children: [Node] { [optional, body] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    OptionalMapNode(replace(optional), slot: slot, body: replace(body), isFlat: isFlat, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    return apply(to: optional.evaluate(&activation), &activation) { activation, _ in body.evaluate(&activation) }
  }

  @inline(__always)
  private func apply(
    to value: Value, _ activation: inout Activation, _ body: (inout Activation, Value) -> Value
  ) -> Value {
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload(isFlat ? "optFlatMap" : "optMap") }
    guard let content = activation.content(of: value) else { return .none }
    activation.locals[activation.frame + slot] = content
    let result = body(&activation, content)
    if result.isError || isFlat { return result }
    return activation.make(optional: result)
  }

  /// The optional where it is empty; otherwise the expression, or the optional where the expression does not read it.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let value = optional.trace(&activation, &trace).value
    return Traced(
      apply(to: value, &activation) { activation, content in
        let places = trace.take(from: start)
        trace.bind(activation.frame + slot, to: content.origin == nil ? places : nil)
        let result = body.trace(&activation, &trace).value
        if trace.isEmpty(since: start) { trace.put(places) }
        return result
      })
  }
}
