/// Finds the equality by which a loop can pass over items.
struct JoinSearch {
  /// The variable that holds the item.
  private let item: Int
  private let bound: LocalSet

  init(_ loop: LoopNode) {
    item = loop.second ?? loop.slot
    bound = loop.boundSlots
  }

  /// - Parameter truth: What the condition must be for an item to count.
  func join(in condition: Node, deciding truth: Bool) -> KeyJoin? {
    switch condition {
    case let and as AndNode where truth:
      join(in: and.left, deciding: truth) ?? join(in: and.right, deciding: truth)
    case let or as OrNode where !truth:
      join(in: or.left, deciding: truth) ?? join(in: or.right, deciding: truth)
    case let not as NotNode: join(in: not.operand, deciding: !truth)
    case let equal as EqualNode where equal.isNegated != truth:
      join(equal.left, equal.right) ?? join(equal.right, equal.left)
    default: nil
    }
  }

  private func join(_ key: Node, _ probe: Node) -> KeyJoin? {
    guard isKey(key), free(probe).map({ !$0.intersects(bound) }) == true else { return nil }
    return KeyJoin(key: key, probe: probe)
  }

  /// Whether a part is the item or a member of it, so that nothing else can change it.
  private func isKey(_ node: Node) -> Bool {
    switch node {
    case let local as LocalNode: local.slot == item
    case let select as SelectNode: isKey(select.operand)
    case let value as OrValueNode:
      isKey(value.optional) && (value.other is ConstantNode || value.other is BoxedConstantNode)
    default: false
    }
  }

  /// The variables of macros in a part, or nil where the part binds some itself.
  private func free(_ node: Node) -> LocalSet? {
    if let local = node as? LocalNode { return LocalSet(local.slot) }
    // Whatever is remembered while this loop runs does not depend on its item.
    if node is HoistedNode { return LocalSet() }
    if node is LoopNode || node is BindNode || node is OptionalMapNode { return nil }
    var free = LocalSet()
    for child in node.children {
      guard let part = self.free(child) else { return nil }
      free.formUnion(part)
    }
    return free
  }
}
