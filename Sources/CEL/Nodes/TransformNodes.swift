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
    activation.makeList { activation in forEachValue(&activation) { activation, value in activation.append(value) } }
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
