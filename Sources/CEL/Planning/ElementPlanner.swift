/// Where an expression is evaluated once for each element of a list, as the parts of a rule with `for` are.
public struct ElementScope: Sendable {
  /// The slot of the element; names declared behind it may depend on it.
  public let slot: Int
  /// Free slots before it, for what does not.
  public let spare: Range<Int>

  public init(slot: Int, spare: Range<Int>) {
    self.slot = slot
    self.spare = spare
  }
}

/// Finds the parts of an expression that are the same for every element and cost more than a look at them.
struct ElementPlanner {
  private let scope: ElementScope
  private var spare: Range<Int>

  static func plan(_ node: Node, in scope: ElementScope) -> Node {
    var planner = ElementPlanner(scope: scope, spare: scope.spare)
    return planner.part(node)
  }

  private mutating func part(_ node: Node) -> Node {
    if spare.isEmpty { return node }
    if node.isWorthRemembering, !node.reads(variablesFrom: scope.slot), node.hasNoFreeLocals {
      spare = spare.dropFirst()
      return RememberedNode(node, slot: spare.lowerBound - 1)
    }
    // What a macro evaluates for its items may be the same for every element too.
    if let loop = node as? LoopNode {
      let container = part(loop.container)
      let body = loop.body.map { part($0) }
      return loop.replacing(container, body, loop.plan)
    }
    return node.replacingChildren { part($0) }
  }
}

extension Node {
  /// Whether it runs a macro or calls a function.
  fileprivate var isWorthRemembering: Bool { self is LoopNode || self is CallNode }

  /// Whether the value may depend on a variable or definition from a slot on.
  func reads(variablesFrom slot: Int) -> Bool {
    switch self {
    case let node as VariableNode: node.slot >= slot
    case let node as DefinitionNode: node.slot >= slot
    default: children.contains { $0.reads(variablesFrom: slot) }
    }
  }

  /// Whether it binds all variables of macros that it reads.
  fileprivate var hasNoFreeLocals: Bool { isClosed(binding: LocalSet()) }

  private func isClosed(binding bound: LocalSet) -> Bool {
    switch self {
    case let node as LocalNode: return bound.intersects(LocalSet(node.slot))
    case let loop as LoopNode:
      var inner = bound
      inner.formUnion(loop.boundSlots)
      return loop.container.isClosed(binding: bound) && loop.body.allSatisfy { $0.isClosed(binding: inner) }
    case let bind as BindNode:
      var inner = bound
      inner.formUnion(LocalSet(bind.slot))
      return bind.value.isClosed(binding: bound) && bind.body.isClosed(binding: inner)
    case let map as OptionalMapNode:
      var inner = bound
      inner.formUnion(LocalSet(map.slot))
      return map.optional.isClosed(binding: bound) && map.body.isClosed(binding: inner)
    default: return children.allSatisfy { $0.isClosed(binding: bound) }
    }
  }
}
