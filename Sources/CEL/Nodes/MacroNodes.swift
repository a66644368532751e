/// What all macros that run over a list or a map have in common.
class LoopNode: Node, @unchecked Sendable {
  final let container: Node
  /// The local that holds the item of a list or the key of a map; with two variables the index or the key.
  final let slot: Int
  /// With two variables: the local that holds the item or the value.
  final let second: Int?

  init(_ container: Node, slot: Int, second: Int?, at range: Range<Int>) {
    self.container = container
    self.slot = slot
    self.second = second
    super.init(at: range)
  }

  /// How a loop goes on after an item.
  enum Step {
    case next
    case stop
  }

  /// Binds each item in turn. Returns an error when the container is none that can be run over or the budget is used
  /// up, and nil otherwise.
  @inline(__always)
  final func forEach(_ activation: inout Activation, _ body: (inout Activation, Value) -> Step) -> Value? {
    activation.fuel -= 1
    let container = container.evaluate(&activation)
    let entries: [(key: Value, value: Value)]
    switch container.kind {
    case .list: entries = []
    case .map: entries = activation.map(of: container)?.entries ?? []
    case .error: return container
    default: return activation.noOverload("a macro over \(container.kind.typeName)")
    }
    let isList = container.kind == .list
    let count = isList ? activation.count(of: container) : entries.count
    let frame = activation.frame
    for index in 0..<count {
      guard activation.spend(1) else { return .error(.budgetExceeded) }
      let item = isList ? activation.element(of: container, at: index) : entries[index].key
      if let second {
        activation.locals[frame + slot] = isList ? .int(index) : item
        activation.locals[frame + second] = isList ? item : entries[index].value
      } else {
        activation.locals[frame + slot] = item
      }
      if body(&activation, item) == .stop { return nil }
    }
    return nil
  }

  /// A predicate for the item that is bound; what it computed on the way is freed again.
  @inline(__always)
  final func test(_ predicate: Node, _ activation: inout Activation) -> Value {
    let mark = activation.mark
    let value = predicate.evaluate(&activation)
    activation.release(to: mark, keeping: value)
    return value.kind == .bool || value.isError ? value : activation.noOverload("a condition that is not a bool")
  }
}

/// `l.all(x, p)` and `l.exists(x, p)`: the first decisive item ends the loop, errors count only if there is none.
final class QuantifierNode: LoopNode, @unchecked Sendable {
  let predicate: Node
  let isExists: Bool

  init(
    _ container: Node, slot: Int, second: Int?, predicate: Node, isExists: Bool, at range: Range<Int>
  ) {
    self.predicate = predicate
    self.isExists = isExists
    super.init(container, slot: slot, second: second, at: range)
  }

  override var children: [Node] { [container, predicate] }

  override func evaluate(_ activation: inout Activation) -> Value {
    var error: Value?
    var isDecided = false
    let failure = forEach(&activation) { activation, _ in
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

  /// The items that decided the matter and what their predicates rest on; the list where none did.
  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    var found = 0
    let wasDecided = evaluate(&activation).asBool == isExists
    if wasDecided {
      _ = forEach(&activation) { activation, item in
        guard test(predicate, &activation).asBool == isExists else { return .next }
        blame.add(item, at: container.range)
        predicate.blame(&activation, &blame)
        found += 1
        return found < Blame.elementLimit && !blame.isFull ? .next : .stop
      }
    } else {
      container.blame(&activation, &blame)
    }
  }
}

/// `l.exists_one(x, p)`; any error is an error of the whole.
final class ExistsOneNode: LoopNode, @unchecked Sendable {
  let predicate: Node

  init(_ container: Node, slot: Int, second: Int?, predicate: Node, at range: Range<Int>) {
    self.predicate = predicate
    super.init(container, slot: slot, second: second, at: range)
  }

  override var children: [Node] { [container, predicate] }

  override func evaluate(_ activation: inout Activation) -> Value {
    var error: Value?
    var count = 0
    let failure = forEach(&activation) { activation, _ in
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

  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    container.blame(&activation, &blame)
    var found = 0
    _ = forEach(&activation) { activation, item in
      guard test(predicate, &activation).isTrue else { return .next }
      blame.add(item, at: container.range)
      found += 1
      return found < Blame.elementLimit && !blame.isFull ? .next : .stop
    }
  }
}

/// `l.filter(x, p)`, `l.map(x, e)` and `l.map(x, p, e)`: a list.
final class TransformNode: LoopNode, @unchecked Sendable {
  let predicate: Node?
  /// Nil for a filter, which keeps the items.
  let transform: Node?

  init(
    _ container: Node, slot: Int, second: Int?, predicate: Node?, transform: Node?, at range: Range<Int>
  ) {
    self.predicate = predicate
    self.transform = transform
    super.init(container, slot: slot, second: second, at: range)
  }

  override var children: [Node] { [container] + [predicate, transform].compactMap { $0 } }

  override func evaluate(_ activation: inout Activation) -> Value {
    var items: [Value] = []
    var error: Value?
    let failure = forEach(&activation) { activation, item in
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
      items.append(value)
      return .next
    }
    return failure ?? error ?? activation.make(list: items)
  }

  /// How many items the list would have; it is not built.
  func count(_ activation: inout Activation) -> Value {
    guard transform == nil, let predicate else {
      let value = evaluate(&activation)
      return value.isError ? value : .int(activation.count(of: value))
    }
    var count = 0
    var error: Value?
    let failure = forEach(&activation) { activation, _ in
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

  /// The list first, then what was taken from its items.
  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    container.blame(&activation, &blame)
    guard let transform else { return }
    var found = 0
    _ = forEach(&activation) { activation, _ in
      if let predicate, !test(predicate, &activation).isTrue { return .next }
      transform.blame(&activation, &blame)
      found += 1
      return found < Blame.elementLimit && !blame.isFull ? .next : .stop
    }
  }
}

/// `m.transformMap(k, v, e)` and `m.transformMapEntry(k, v, {k: v})`: a map.
final class TransformMapNode: LoopNode, @unchecked Sendable {
  let predicate: Node?
  let transform: Node
  /// Whether the transform gives a map of entries instead of a value for the key.
  let isEntry: Bool

  init(
    _ container: Node, slot: Int, second: Int, predicate: Node?, transform: Node, isEntry: Bool, at range: Range<Int>
  ) {
    self.predicate = predicate
    self.transform = transform
    self.isEntry = isEntry
    super.init(container, slot: slot, second: second, at: range)
  }

  override var children: [Node] { [container] + [predicate, transform].compactMap { $0 } }

  override func evaluate(_ activation: inout Activation) -> Value {
    var map = ComputedMap()
    var error: Value?
    let failure = forEach(&activation) { activation, _ in
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let bound = value.evaluate(&activation)
    activation.locals[activation.frame + slot] = bound
    return body.evaluate(&activation)
  }

  override func blame(_ activation: inout Activation, _ blame: inout Blame) {
    let bound = value.evaluate(&activation)
    activation.locals[activation.frame + slot] = bound
    body.blame(&activation, &blame)
    if bound.origin == nil { value.blame(&activation, &blame) }
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

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.fuel -= 1
    let value = optional.evaluate(&activation)
    if value.isError { return value }
    guard value.kind == .optional else { return activation.noOverload(isFlat ? "optFlatMap" : "optMap") }
    guard let content = activation.content(of: value) else { return .none }
    activation.locals[activation.frame + slot] = content
    let result = body.evaluate(&activation)
    if result.isError || isFlat { return result }
    return activation.make(optional: result)
  }

  override func blame(_ activation: inout Activation, _ blame: inout Blame) { optional.blame(&activation, &blame) }
}
