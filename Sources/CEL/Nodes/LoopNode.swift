/// What all macros that run over a list or a map have in common.
class LoopNode: Node, @unchecked Sendable {
  final let container: Node
  /// The local that holds the item of a list or the key of a map; with two variables the index or the key.
  final let slot: Int
  /// With two variables: the local that holds the item or the value.
  final let second: Int?
  final let plan: LoopPlan

  init(_ container: Node, slot: Int, second: Int?, plan: LoopPlan, at range: Range<Int>) {
    self.container = container
    self.slot = slot
    self.second = second
    self.plan = plan
    super.init(at: range)
  }

  /// What is evaluated for each item, in the order of the text.
  var body: [Node] { [] }

  final override var children: [Node] { [container] + body }

  /// The condition of an item, and the truth value without which the item cannot change the result; nil where every
  /// item counts.
  var condition: (predicate: Node, truth: Bool)? { nil }

  /// The same loop over another container with another body, which has as many parts as `body`, and a plan.
  func replacing(_ container: Node, _ body: [Node], _ plan: LoopPlan) -> LoopNode { self }

  /// The variables that are bound for each item.
  final var boundSlots: LocalSet { second.map { LocalSet(slot, $0) } ?? LocalSet(slot) }

  /// How a loop goes on after an item.
  enum Step {
    case next
    case stop
  }

  /// Binds each item in turn. Returns an error when the container is none that can be run over or the budget is used
  /// up, and nil otherwise.
  ///
  /// - Parameter candidatesOnly: Whether items whose condition certainly has not the truth value that counts may be
  ///   passed over.
  @inline(__always)
  final func forEach(
    _ activation: inout Activation, candidatesOnly: Bool = false, _ body: (inout Activation, Value) -> Step
  ) -> Value? {
    activation.steps -= 1
    return forEach(of: container.evaluate(&activation), &activation, candidatesOnly, body)
  }

  @inline(__always)
  private final func forEach(
    of container: Value, _ activation: inout Activation, _ candidatesOnly: Bool,
    _ body: (inout Activation, Value) -> Step
  ) -> Value? {
    let entries: [(key: Value, value: Value)]
    switch container.kind {
    case .list: entries = []
    case .map: entries = activation.map(of: container)?.entries ?? []
    case .error: return container
    default: return activation.noOverload("a macro over \(container.kind.typeName)")
    }
    let isList = container.kind == .list
    let count = isList ? activation.count(of: container) : entries.count
    var candidates = candidatesOnly && isList ? self.candidates(in: container, count, &activation) : nil
    let isJoined = candidates != nil
    var index = -1
    while true {
      index = isJoined ? candidates?.next() ?? count : index + 1
      guard index < count else { return nil }
      guard activation.spend(1) else {
        activation.noteExhaustion(at: range, count: count)
        return .error(.budgetExceeded)
      }
      let item = isList ? activation.item(of: container, at: index) : entries[index].key
      let frame = activation.frame
      if let second {
        activation.locals[frame + slot] = isList ? .int(index) : item
        activation.locals[frame + second] = isList ? item : entries[index].value
      } else {
        activation.locals[frame + slot] = item
      }
      for position in plan.memos.indices { activation.locals[frame + plan.memos[position]] = .unset }
      if body(&activation, item) == .stop { return nil }
    }
  }

  /// The positions of the items that count, or nil where all do.
  private func candidates(in list: Value, _ count: Int, _ activation: inout Activation) -> KeyTable.Candidates? {
    guard let join = plan.join else { return nil }
    let item = second ?? slot
    return activation.candidates(join.id, in: list, count: count) { activation in
      join.probe.evaluate(&activation)
    } key: { activation, value in
      activation.locals[activation.frame + item] = value
      return join.key.evaluate(&activation)
    }
  }

  /// As `forEach`, tracing the container; what it rests on is not in the record but returned.
  final func traceEach(
    _ activation: inout Activation, _ trace: inout Trace, candidatesOnly: Bool = false,
    _ body: (inout Activation, inout Trace, Value) -> Step
  ) -> (failure: Value?, places: Trace.Segment) {
    activation.steps -= 1
    let start = trace.mark
    let items = container.trace(&activation, &trace).value
    let places = trace.take(from: start)
    for slot in [slot, second].compactMap({ $0 }) {
      trace.bind(activation.frame + slot, to: items.isBoxed ? places : nil)
    }
    let failure = forEach(of: items, &activation, candidatesOnly) { activation, item in body(&activation, &trace, item)
    }
    return (failure, places)
  }

  /// Goes through all items, also behind the decisive one, and records those whose predicate has the value that
  /// decides: each item and what its predicate rests on.
  ///
  /// - Returns: how many there are, an error of the loop or else of a predicate, and what the container rests on.
  final func traceMatches(
    of predicate: Node, when decisive: Bool, _ activation: inout Activation, _ trace: inout Trace
  ) -> (count: Int, error: Value?, places: Trace.Segment) {
    var count = 0
    var error: Value?
    let (failure, places) = traceEach(&activation, &trace, candidatesOnly: true) { activation, trace, item in
      let value = test(predicate, &activation)
      guard value.asBool == decisive else {
        if value.isError, error == nil { error = value }
        return .next
      }
      count += 1
      guard count <= Blame.elementLimit, !trace.isFull else {
        trace.leaveOut(1)
        return .next
      }
      trace.add(item, at: container.range)
      _ = predicate.trace(&activation, &trace)
      return .next
    }
    if failure != nil, count > 0 { trace.isCutShort = true }
    return (count, failure ?? error, places)
  }

  /// Records what decides that no item matches: the list, and what the condition reads that is no part of it.
  final func traceNoMatch(
    of condition: Node, in places: Trace.Segment, _ activation: inout Activation, _ trace: inout Trace
  ) {
    trace.put(places)
    traceOuter(condition, &activation, &trace)
  }

  final func traceOuter(_ node: Node, _ activation: inout Activation, _ trace: inout Trace) {
    switch node {
    case is SelectNode, is IndexNode, is VariableNode, is LocalNode, is DefinitionNode:
      if !node.reads(localsFrom: slot) { return _ = node.trace(&activation, &trace) }
    default: break
    }
    for child in node.children { traceOuter(child, &activation, &trace) }
  }

  final func noCondition(_ activation: inout Activation) -> Value {
    activation.noOverload("a condition that is not a bool")
  }

  /// A predicate for the item that is bound; what it computed on the way is freed again.
  @inline(__always)
  final func test(_ predicate: Node, _ activation: inout Activation) -> Value {
    let mark = activation.mark
    let value = predicate.evaluate(&activation)
    activation.release(to: mark, keeping: value)
    return value.kind == .bool || value.isError ? value : noCondition(&activation)
  }
}
