import Findings

/// Records whether the conditions of expressions have been true and false: how far examples go into a rule.
///
/// An atomic condition is a part that gives a truth and is not itself made of others by `&&`, `||`, `!`, `?:` or a macro.
/// Not for use by several threads at once.
public final class Witness: @unchecked Sendable {
  // Unchecked: whoever sets an environment's witness evaluates on one thread.

  /// One condition and what it has been.
  public struct Condition: Sendable {
    /// The expression that it is part of, and where there.
    public let text: String
    public let range: Range<Int>
    /// Whose expression it is, as `label` was told.
    public fileprivate(set) var label = ""
    public fileprivate(set) var wasTrue = false
    public fileprivate(set) var wasFalse = false
  }

  public private(set) var conditions: [Condition] = []
  /// Only conditions of expressions with one of these labels are recorded; all when it is nil.
  public var focus: Set<String>?

  /// How many conditions have a label.
  private var labelled = 0

  public init() {}

  /// Says whose the conditions are that were met since the last call.
  public func label(_ label: String) {
    for index in labelled..<conditions.count { conditions[index].label = label }
    labelled = conditions.count
  }

  fileprivate func add(_ text: String, _ range: Range<Int>) -> Int {
    conditions.append(Condition(text: text, range: range))
    return conditions.count - 1
  }

  fileprivate func record(_ index: Int, _ value: Value) {
    guard value.kind == .bool, focus?.contains(conditions[index].label) != false else { return }
    if value.isTrue { conditions[index].wasTrue = true } else { conditions[index].wasFalse = true }
  }

  /// The same expression, its conditions watched.
  func watching(_ node: Node, of text: String, isCondition: Bool) -> Node {
    isCondition ? condition(node, text) : part(node, text)
  }

  private func condition(_ node: Node, _ text: String) -> Node {
    switch node {
    case is AndNode, is OrNode, is NotNode: return node.replacingChildren { self.condition($0, text) }
    case let node as ConditionalNode:
      return ConditionalNode(
        condition(node.condition, text), condition(node.first, text), condition(node.second, text), at: node.range)
    case is LoopNode: return part(node, text)
    // A name is watched where it is defined; a constant says nothing.
    case is DefinitionNode, is ConstantNode: return node
    default:
      let inner = part(node, text)
      return WitnessNode(inner, self, add(text, node.range))
    }
  }

  private func part(_ node: Node, _ text: String) -> Node {
    switch node {
    case is AndNode, is OrNode, is NotNode: return condition(node, text)
    case let node as ConditionalNode:
      return ConditionalNode(
        condition(node.condition, text), part(node.first, text), part(node.second, text), at: node.range)
    case let loop as LoopNode:
      let predicate = loop.condition?.predicate
      let body = loop.body.map { $0 === predicate ? condition($0, text) : part($0, text) }
      return loop.replacing(part(loop.container, text), body, loop.plan)
    default: return node.replacingChildren { self.part($0, text) }
    }
  }
}

/// A condition that is watched.
private final class WitnessNode: Node, @unchecked Sendable {
  private let inner: Node
  private let witness: Witness
  private let index: Int

  init(_ inner: Node, _ witness: Witness, _ index: Int) {
    self.inner = inner
    self.witness = witness
    self.index = index
    super.init(at: inner.range)
  }

  override var children: [Node] { [inner] }
  override var plain: Node { inner.plain }

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = inner.evaluate(&activation)
    witness.record(index, value)
    return value
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    inner.trace(&activation, &trace)
  }
}
