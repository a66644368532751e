/// A part that is the same for every element that a rule looks at: evaluated when it is first needed, then remembered as
/// a definition is, in a slot before that of the element.
final class RememberedNode: Node, @unchecked Sendable {
  let inner: Node
  let slot: Int

  init(_ inner: Node, slot: Int) {
    self.inner = inner
    self.slot = slot
    super.init(at: inner.range)
  }

  override var children: [Node] { [inner] }
  override var plain: Node { inner.plain }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node { RememberedNode(replace(inner), slot: slot) }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.remembered(slot) { activation in inner.evaluate(&activation) }
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    inner.trace(&activation, &trace)
  }
}
