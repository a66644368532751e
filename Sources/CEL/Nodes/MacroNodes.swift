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
    activation.fuel -= 1
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
      let item = isList ? activation.element(of: container, at: index) : entries[index].key
      let frame = activation.frame
      if let second {
        activation.locals[frame + slot] = isList ? .int(index) : item
        activation.locals[frame + second] = isList ? item : entries[index].value
      } else {
        activation.locals[frame + slot] = item
      }
      for memo in plan.memos { activation.locals[frame + memo] = .unset }
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
    activation.fuel -= 1
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

  fileprivate final func traceOuter(_ node: Node, _ activation: inout Activation, _ trace: inout Trace) {
    switch node {
    case is SelectNode, is IndexNode, is VariableNode, is LocalNode, is DefinitionNode:
      if !node.reads(localsFrom: slot) { return _ = node.trace(&activation, &trace) }
    default: break
    }
    for child in node.children { traceOuter(child, &activation, &trace) }
  }

  fileprivate final func noCondition(_ activation: inout Activation) -> Value {
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

/// `l.all(x, p)` and `l.exists(x, p)`: the first decisive item ends the loop, errors count only if there is none.
final class QuantifierNode: LoopNode, @unchecked Sendable {
  let predicate: Node
  let isExists: Bool

  init(
    _ container: Node, slot: Int, second: Int?, predicate: Node, isExists: Bool, plan: LoopPlan = LoopPlan(),
    at range: Range<Int>
  ) {
    self.predicate = predicate
    self.isExists = isExists
    super.init(container, slot: slot, second: second, plan: plan, at: range)
  }

  override var body: [Node] { [predicate] }
  override var condition: (predicate: Node, truth: Bool)? { (predicate, isExists) }

  override func replacing(_ container: Node, _ body: [Node], _ plan: LoopPlan) -> LoopNode {
    QuantifierNode(
      container, slot: slot, second: second, predicate: body[0], isExists: isExists, plan: plan, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var error: Value?
    var isDecided = false
    let failure = forEach(&activation, candidatesOnly: true) { activation, _ in
      let value = test(predicate, &activation)
      if value.isError {
        error = error ?? value
      } else if value.isTrue == isExists {
        isDecided = true
        return .stop
      }
      return .next
    }
    if let failure { return failure }
    return isDecided ? .bool(isExists) : error ?? .bool(!isExists)
  }

  /// Every item that decides, and what its predicate rests on; where none does the list, and for `exists` what the
  /// items were compared with.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let start = trace.mark
    let (count, error, places) = traceMatches(of: predicate, when: isExists, &activation, &trace)
    if count > 0 {
      if trace.isEmpty(since: start) { trace.put(places) }
      return Traced(.bool(isExists))
    }
    if isExists { traceNoMatch(of: predicate, in: places, &activation, &trace) } else { trace.put(places) }
    return Traced(error ?? .bool(!isExists))
  }
}

/// `l.exists_one(x, p)`; any error is an error of the whole.
final class ExistsOneNode: LoopNode, @unchecked Sendable {
  let predicate: Node

  init(
    _ container: Node, slot: Int, second: Int?, predicate: Node, plan: LoopPlan = LoopPlan(), at range: Range<Int>
  ) {
    self.predicate = predicate
    super.init(container, slot: slot, second: second, plan: plan, at: range)
  }

  override var body: [Node] { [predicate] }
  override var condition: (predicate: Node, truth: Bool)? { (predicate, true) }

  override func replacing(_ container: Node, _ body: [Node], _ plan: LoopPlan) -> LoopNode {
    ExistsOneNode(container, slot: slot, second: second, predicate: body[0], plan: plan, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var error: Value?
    var count = 0
    let failure = forEach(&activation, candidatesOnly: true) { activation, _ in
      let value = test(predicate, &activation)
      if value.isError {
        error = value
        return .stop
      }
      if value.isTrue { count += 1 }
      return .next
    }
    return failure ?? error ?? .bool(count == 1)
  }

  /// The items that match, and what their predicates rest on; as for `exists` where none does.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let start = trace.mark
    let (count, error, places) = traceMatches(of: predicate, when: true, &activation, &trace)
    if count == 0 {
      traceNoMatch(of: predicate, in: places, &activation, &trace)
    } else if trace.isEmpty(since: start) {
      trace.put(places)
    }
    return Traced(error ?? .bool(count == 1))
  }
}

/// `l.filter(x, p)`, `l.map(x, e)` and `l.map(x, p, e)`: a list.
final class TransformNode: LoopNode, @unchecked Sendable {
  let predicate: Node?
  /// Nil for a filter, which keeps the items.
  let transform: Node?

  init(
    _ container: Node, slot: Int, second: Int?, predicate: Node?, transform: Node?, plan: LoopPlan = LoopPlan(),
    at range: Range<Int>
  ) {
    self.predicate = predicate
    self.transform = transform
    super.init(container, slot: slot, second: second, plan: plan, at: range)
  }

  override var body: [Node] { [predicate, transform].compactMap { $0 } }
  override var condition: (predicate: Node, truth: Bool)? { predicate.map { ($0, true) } }

  override func replacing(_ container: Node, _ body: [Node], _ plan: LoopPlan) -> LoopNode {
    TransformNode(
      container, slot: slot, second: second, predicate: predicate.map { _ in body[0] },
      transform: transform.flatMap { _ in body.last }, plan: plan, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var items: [Value] = []
    let problem = forEachValue(&activation) { _, value in items.append(value) }
    return problem ?? activation.make(list: items)
  }

  /// Gives what the items of the list would be, one by one; returns the error that the list would be.
  @inline(__always)
  func forEachValue(_ activation: inout Activation, _ body: (inout Activation, Value) -> Void) -> Value? {
    var error: Value?
    let failure = forEach(&activation, candidatesOnly: true) { activation, item in
      if let predicate {
        let value = test(predicate, &activation)
        if value.isError {
          error = value
          return .stop
        }
        if !value.isTrue { return .next }
      }
      let value = transform?.evaluate(&activation) ?? item
      if value.isError {
        error = value
        return .stop
      }
      body(&activation, value)
      return .next
    }
    return failure ?? error
  }

  /// How many items the list would have; it is not built.
  func count(_ activation: inout Activation) -> Value {
    guard transform == nil, let predicate else {
      let value = evaluate(&activation)
      return value.isError ? value : .int(activation.count(of: value))
    }
    var count = 0
    var error: Value?
    let failure = forEach(&activation, candidatesOnly: true) { activation, _ in
      let value = test(predicate, &activation)
      if value.isError {
        error = value
        return .stop
      }
      if value.isTrue { count += 1 }
      return .next
    }
    return failure ?? error ?? .int(count)
  }

  /// The list; as its explanation what was taken from the items, or the items that a filter keeps. Where it keeps
  /// none, what the items were compared with.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    var items: [Value] = []
    var error: Value?
    let start = trace.mark
    let (failure, places) = traceEach(&activation, &trace, candidatesOnly: true) { activation, trace, item in
      let isFollowed = items.count < Blame.elementLimit && !trace.isFull
      if let predicate {
        let isKept = test(predicate, &activation)
        if isKept.isError { error = isKept }
        if !isKept.isTrue { return error == nil ? .next : .stop }
      }
      let value = (isFollowed ? transform?.trace(&activation, &trace).value : transform?.evaluate(&activation)) ?? item
      if value.isError {
        error = value
        return .stop
      }
      if !isFollowed { trace.leaveOut(1) } else if transform == nil { trace.add(item, at: container.range) }
      items.append(value)
      return .next
    }
    trace.demote(from: start)
    trace.put(places, at: start)
    if items.isEmpty, transform == nil, let predicate { traceOuter(predicate, &activation, &trace) }
    return Traced(failure ?? error ?? activation.make(list: items))
  }
}

/// `m.transformMap(k, v, e)` and `m.transformMapEntry(k, v, {k: v})`: a map.
final class TransformMapNode: LoopNode, @unchecked Sendable {
  let predicate: Node?
  let transform: Node
  /// Whether the transform gives a map of entries instead of a value for the key.
  let isEntry: Bool

  init(
    _ container: Node, slot: Int, second: Int, predicate: Node?, transform: Node, isEntry: Bool,
    plan: LoopPlan = LoopPlan(), at range: Range<Int>
  ) {
    self.predicate = predicate
    self.transform = transform
    self.isEntry = isEntry
    super.init(container, slot: slot, second: second, plan: plan, at: range)
  }

  override var body: [Node] { [predicate, transform].compactMap { $0 } }
  override var condition: (predicate: Node, truth: Bool)? { predicate.map { ($0, true) } }

  override func replacing(_ container: Node, _ body: [Node], _ plan: LoopPlan) -> LoopNode {
    TransformMapNode(
      container, slot: slot, second: second ?? slot, predicate: predicate.map { _ in body[0] },
      transform: body.last ?? transform, isEntry: isEntry, plan: plan, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var map = ComputedMap()
    var error: Value?
    let failure = forEach(&activation, candidatesOnly: true) { activation, _ in
      if let predicate {
        let value = test(predicate, &activation)
        if value.isError { error = value }
        if !value.isTrue { return value.isError ? .stop : .next }
      }
      let value = transform.evaluate(&activation)
      error = value.isError ? value : insert(value, into: &map, &activation)
      return error == nil ? .next : .stop
    }
    return failure ?? error ?? activation.make(map)
  }

  /// The list or map; as its explanation what was taken from the items.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    var map = ComputedMap()
    var error: Value?
    let start = trace.mark
    let (failure, places) = traceEach(&activation, &trace) { activation, trace, _ in
      if let predicate {
        let value = test(predicate, &activation)
        if value.isError { error = value }
        if !value.isTrue { return value.isError ? .stop : .next }
      }
      let isFollowed = map.count < Blame.elementLimit && !trace.isFull
      let value = isFollowed ? transform.trace(&activation, &trace).value : transform.evaluate(&activation)
      if !isFollowed { trace.leaveOut(1) }
      error = value.isError ? value : insert(value, into: &map, &activation)
      return error == nil ? .next : .stop
    }
    trace.demote(from: start)
    trace.put(places, at: start)
    return Traced(failure ?? error ?? activation.make(map))
  }

  private func insert(_ value: Value, into map: inout ComputedMap, _ activation: inout Activation) -> Value? {
    var entries = [(key: activation.locals[activation.frame + slot], value: value)]
    if isEntry {
      guard let made = activation.map(of: value) else { return activation.noOverload("transformMapEntry") }
      entries = made.entries
    }
    for entry in entries {
      guard let key = activation.mapKey(entry.key), map.insert(entry.key, key, entry.value) else {
        return activation.make(.invalidArgument("the key \(activation.display(entry.key)) is there twice"))
      }
    }
    return nil
  }
}

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
    activation.fuel -= 1
    let bound = value.evaluate(&activation)
    activation.locals[activation.frame + slot] = bound
    return body.evaluate(&activation)
  }

  /// The expression, its variable resting on what the value rests on; what the expression does not read is left out.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.fuel -= 1
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
    activation.fuel -= 1
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
    activation.fuel -= 1
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
