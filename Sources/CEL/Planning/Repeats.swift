/// Finds the calls that the body of a loop makes more than once for the same item.
struct Repeats {
  /// A body with more different calls than this is not searched to its end.
  private static let limit = 64

  private var calls: [(node: CallNode, count: Int)] = []

  /// One of each, in reading order.
  static func find(in body: [Node]) -> [CallNode] {
    var repeats = Repeats()
    for node in body { repeats.visit(node) }
    return repeats.calls.filter { $0.count > 1 }.map(\.node)
  }

  private mutating func visit(_ node: Node) {
    // A loop inside has variables of its own and is searched by itself.
    if let loop = node as? LoopNode { return visit(loop.container) }
    if let call = node as? CallNode, call.isPlain {
      if let known = calls.firstIndex(where: { $0.node.isSame(as: call) }) {
        calls[known].count += 1
        return
      }
      if calls.count < Self.limit { calls.append((call, 1)) }
    }
    for child in node.children { visit(child) }
  }
}

extension Node {
  /// Whether another node certainly has the same value wherever both have the same variables.
  func isSame(as other: Node) -> Bool {
    guard type(of: self) == type(of: other) else { return false }
    switch (self, other) {
    case (let one as CallNode, let two as CallNode): return one.name == two.name && haveSameParts(one, two)
    case (let one as SelectNode, let two as SelectNode):
      return one.slot == two.slot && one.name == two.name && one.operand.isSame(as: two.operand)
    case (let one as LocalNode, let two as LocalNode): return one.slot == two.slot
    case (let one as VariableNode, let two as VariableNode): return one.slot == two.slot
    case (let one as ConstantNode, let two as ConstantNode): return one.value.isSame(as: two.value)
    case (let one as BoxedConstantNode, let two as BoxedConstantNode):
      return one.kind == two.kind && one.text != nil && one.text == two.text
    default: return false
    }
  }

  private func haveSameParts(_ one: Node, _ two: Node) -> Bool {
    let (first, second) = (one.children, two.children)
    return first.count == second.count && zip(first, second).allSatisfy { $0.isSame(as: $1) }
  }
}
