/// Makes a compiled expression fast without changing what it gives: parts that do not change while a loop runs are
/// evaluated once, loops that look for a key use an index, sums of maps build no list.
struct Planner {
  /// What a program runs.
  struct Plan {
    let node: Node
    let localCount: Int
    /// The locals of `HoistedNode`s that are forgotten at the beginning of a run.
    let memos: [Int]
  }

  /// A loop around the part that is being planned.
  private struct Frame {
    let slots: LocalSet
    /// The calls that its body makes more than once, with the local that holds the value once it is known.
    var repeats: [(call: CallNode, memo: Int)]
    var memos: [Int] = []
  }

  /// A planned part.
  private struct Part {
    let node: Node
    /// The variables of macros that it needs from outside.
    var free: LocalSet
    /// About how many steps it takes.
    var weight: Int
  }

  /// A part of fewer steps is not worth a memo.
  private static let leastWeight = 3
  private static let loopWeight = 100
  private static let callWeight = 10

  private var localCount: Int
  private var memos: [Int] = []
  private var frames: [Frame] = []
  /// The variables that are bound by something else than a loop: nothing that needs one is moved.
  private var pinned = LocalSet()

  static func plan(_ node: Node, localCount: Int) -> Plan {
    var planner = Planner(localCount: localCount)
    let part = planner.part(node)
    return Plan(node: part.node, localCount: planner.localCount, memos: planner.memos)
  }

  private init(localCount: Int) {
    self.localCount = localCount
  }

  // MARK: - Walking

  private mutating func part(_ node: Node) -> Part {
    switch node {
    case let loop as LoopNode: return self.loop(loop)
    case let local as LocalNode: return Part(node: node, free: LocalSet(local.slot), weight: 1)
    case let bind as BindNode: return binding(bind, slot: bind.slot)
    case let map as OptionalMapNode: return binding(map, slot: map.slot)
    default:
      let children = node.children
      var parts: [Part] = []
      parts.reserveCapacity(children.count)
      for child in children { parts.append(part(child)) }
      var whole = Part(node: node, free: LocalSet(), weight: Self.ownWeight(of: node))
      for part in parts {
        whole.free.formUnion(part.free)
        whole.weight += part.weight
      }
      guard !parts.isEmpty else { return whole }
      let level = frames.isEmpty ? 0 : level(of: whole.free)
      for index in parts.indices { hoist(&parts[index], from: level) }
      let isChanged = children.indices.contains { children[$0] !== parts[$0].node }
      let planned = Self.special(isChanged ? Self.replacing(node, parts) : node)
      if let memo = memo(ofRepeated: node, free: whole.free, level: level) {
        return Part(node: HoistedNode(planned, memo: memo), free: whole.free, weight: 1)
      }
      return Part(node: planned, free: whole.free, weight: whole.weight)
    }
  }

  private static func ownWeight(of node: Node) -> Int {
    switch node {
    case is CallNode, is MatchNode: callWeight
    // A text is put into the heap each time.
    case is BoxedConstantNode, is DefinitionNode: leastWeight
    default: 1
    }
  }

  private static func replacing(_ node: Node, _ parts: [Part]) -> Node {
    var rest = parts[...]
    return node.replacingChildren { child in rest.popFirst()?.node ?? child }
  }

  private static func special(_ node: Node) -> Node {
    switch node {
    case let call as CallNode where call.name == "sum" && call.arguments.count == 1:
      guard let list = call.arguments[0] as? TransformNode else { return node }
      return SumNode(call, of: list)
    case let membership as InNode:
      return InNode(membership.element, membership.container, join: JoinID(), at: membership.range)
    default: return node
    }
  }

  /// A node that binds a variable itself, for its last part.
  private mutating func binding(_ node: Node, slot: Int) -> Part {
    let children = node.children
    let first = part(children[0])
    let outer = pinned
    pinned.formUnion(LocalSet(slot))
    var last = part(children[1])
    pinned = outer
    last.free.subtract(LocalSet(slot))
    var free = first.free
    free.formUnion(last.free)
    return Part(node: Self.replacing(node, [first, last]), free: free, weight: 1 + first.weight + last.weight)
  }

  private mutating func loop(_ loop: LoopNode) -> Part {
    var container = part(loop.container)
    frames.append(Frame(slots: loop.boundSlots, repeats: repeats(in: loop)))
    let outer = pinned
    // The slot may have belonged to something else before.
    pinned.subtract(loop.boundSlots)
    var body = loop.body.map { part($0) }
    for index in body.indices { hoist(&body[index], from: frames.count) }
    pinned = outer
    let frame = frames.removeLast()
    var whole = Part(node: loop, free: container.free, weight: Self.loopWeight + container.weight)
    for part in body {
      var free = part.free
      free.subtract(loop.boundSlots)
      whole.free.formUnion(free)
      whole.weight += part.weight
    }
    hoist(&container, from: level(of: whole.free))
    let nodes = body.map(\.node)
    let isChanged =
      container.node !== loop.container || !frame.memos.isEmpty || !nodes.elementsEqual(loop.body, by: ===)
    let planned = isChanged ? loop.replacing(container.node, nodes, LoopPlan(memos: frame.memos)) : loop
    let join = planned.condition.flatMap { JoinSearch(planned).join(in: $0.predicate, deciding: $0.truth) }
    let node = join.map { loop.replacing(container.node, nodes, LoopPlan(join: $0, memos: frame.memos)) } ?? planned
    return Part(node: node, free: whole.free, weight: whole.weight)
  }

  // MARK: - Repeats

  private mutating func repeats(in loop: LoopNode) -> [(call: CallNode, memo: Int)] {
    var repeats: [(call: CallNode, memo: Int)] = []
    for call in Repeats.find(in: loop.body) {
      repeats.append((call, localCount))
      localCount += 1
    }
    return repeats
  }

  /// The local in which all calls like this one, which the innermost loop changes, remember their value.
  private mutating func memo(ofRepeated node: Node, free: LocalSet, level: Int) -> Int? {
    guard level > 0, level == frames.count, !free.intersects(pinned),
      let found = frames[level - 1].repeats.first(where: { $0.call.isSame(as: node) })
    else { return nil }
    if !frames[level - 1].memos.contains(found.memo) { frames[level - 1].memos.append(found.memo) }
    return found.memo
  }

  // MARK: - Hoisting

  /// How many of the loops around a part change it: 0 for a part that holds for the whole run.
  private func level(of free: LocalSet) -> Int {
    if free.intersects(pinned) { return frames.count }
    return (frames.lastIndex { $0.slots.intersects(free) } ?? -1) + 1
  }

  /// Remembers the value of a part that changes more seldom than what it is a part of.
  private mutating func hoist(_ part: inout Part, from level: Int) {
    let own = self.level(of: part.free)
    guard own < level, part.weight >= Self.leastWeight else { return }
    let memo = localCount
    localCount += 1
    if own == 0 { memos.append(memo) } else { frames[own - 1].memos.append(memo) }
    part = Part(node: HoistedNode(part.node, memo: memo), free: part.free, weight: 1)
  }
}
