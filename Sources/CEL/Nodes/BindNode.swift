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
