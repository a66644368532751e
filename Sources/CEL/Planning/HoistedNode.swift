/// A part that does not change while a loop around it runs: evaluated when it is first needed, then remembered until
/// the variables that it depends on are bound again.
final class HoistedNode: Node, @unchecked Sendable {
  let inner: Node
  /// The local that holds the value; `unset` when it is not known.
  let memo: Int

  init(_ inner: Node, memo: Int) {
    self.inner = inner
    self.memo = memo
    super.init(at: inner.range)
  }

  override var children: [Node] { [inner] }
  override var plain: Node { inner.plain }

  override func evaluate(_ activation: inout Activation) -> Value {
    let known = activation.locals[activation.frame + memo]
    if known.kind != .unset { return known }
    let value = inner.evaluate(&activation)
    activation.locals[activation.frame + memo] = value
    if !value.isSelfContained { activation.keepHeap() }
    return value
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    inner.trace(&activation, &trace)
  }
}
