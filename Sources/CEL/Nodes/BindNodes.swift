/// `cel.bind(x, value, e)`.
final class BindNode: Node, @unchecked Sendable {
  let slot: Int
  let value: Node
  let body: Node

  init(slot: Int, value: Node, body: Node, at range: Range<Int>) {
    self.slot = slot
    self.value = value
    self.body = body
    super.init(at: range)
  }

  override var children: [Node] { [value, body] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    BindNode(slot: slot, value: replace(value), body: replace(body), at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let bound = value.evaluate(&activation)
    activation.locals[activation.frame + slot] = bound
    return body.evaluate(&activation)
  }

  /// The expression, its variable resting on what the value rests on; what the expression does not read is left out.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let bound = value.trace(&activation, &trace)
    let places = trace.take(from: start)
    activation.locals[activation.frame + slot] = bound.value
    trace.bind(activation.frame + slot, to: bound.value.origin == nil ? places : nil, bound.formula)
    return body.trace(&activation, &trace)
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
