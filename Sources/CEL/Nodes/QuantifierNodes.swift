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
