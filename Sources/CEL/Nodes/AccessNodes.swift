/// A member of an object of a report, its slot known; or an entry of a map.
class SelectNode: Node, @unchecked Sendable {
  final let operand: Node
  final let name: String
  /// The slot in an object, or -1 where the type is not known and only a map can have it.
  private final let known: Int32
  /// Where the operand is the variable of a macro: its local, or -1.
  private final let local: Int32
  /// The slot in an object, or nil where the type is not known and only a map can have it.
  final var slot: Int? { known >= 0 ? Int(known) : nil }

  init(_ operand: Node, name: String, slot: Int?, at range: Range<Int>) {
    self.operand = operand
    self.name = name
    known = Int32(truncatingIfNeeded: slot ?? -1)
    local = Int32(truncatingIfNeeded: (operand as? LocalNode)?.slot ?? -1)
    super.init(at: range)
  }

  final override var children: [Node] { [operand] }

  @inline(__always)
  final func object(_ activation: inout Activation) -> Value {
    local >= 0 ? activation.locals[activation.frame + Int(local)] : operand.evaluate(&activation)
  }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    SelectNode(replace(operand), name: name, slot: slot, at: range)
  }

  /// The member, nil when it is absent, or an error value when there can be none.
  @inline(__always)
  final func find(in object: Value, _ activation: inout Activation) -> Value? {
    if object.kind == .object, known >= 0 { return activation.member(Int(known), of: object) }
    return findElsewhere(object, &activation)
  }

  @inline(never)
  private final func findElsewhere(_ object: Value, _ activation: inout Activation) -> Value? {
    switch object.kind {
    case .map: return activation.map(of: object)?.value(for: .string(Array(name.utf8)))
    case .error: return object
    default: return activation.noOverload("the field “\(name)”")
    }
  }

  /// Selecting from an optional gives an optional.
  final func chain(_ object: Value, _ activation: inout Activation) -> Value {
    guard let content = activation.content(of: object) else { return .none }
    if content.kind == .optional { return chain(content, &activation) }
    guard let value = find(in: content, &activation) else { return .none }
    return value.isError ? value : activation.make(optional: value)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps &-= 1
    // Most often the object is the item of a loop.
    if local >= 0 {
      let object = activation.locals[activation.frame &+ Int(local)]
      if object.kind == .object, known >= 0 {
        let member = activation.slot(Int(known), of: object)
        if member.kind != .unset { return member }
      }
    }
    return evaluateOperand(&activation)
  }

  @inline(never)
  private final func evaluateOperand(_ activation: inout Activation) -> Value {
    let object = object(&activation)
    if object.kind == .object, known >= 0 {
      let member = activation.slot(Int(known), of: object)
      if member.kind != .unset { return member }
    }
    return select(from: object, &activation)
  }

  /// What the step gives for an object.
  func select(from object: Value, _ activation: inout Activation) -> Value {
    if object.kind == .optional { return chain(object, &activation) }
    if let value = find(in: object, &activation) { return value }
    return object.kind == .object
      ? activation.make(.noSuchField(name), at: object) : activation.make(.noSuchKey("'\(name)'"), at: object)
  }

  /// The member, or where it belongs; of a computed object what the object rests on.
  final override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    activation.steps -= 1
    let start = trace.mark
    let object = operand.trace(&activation, &trace).value
    var content = object
    while content.kind == .optional { content = activation.content(of: content) ?? .null }
    if content.kind == .object || content.kind == .map {
      let member = find(in: content, &activation)
      if member?.origin != nil || (member == nil && content.origin != nil) { trace.cut(to: start) }
      trace.add(member ?? content, missing: member == nil ? name : nil, at: range)
    }
    return Traced(select(from: object, &activation))
  }
}

/// `x.?f`: an optional.
final class OptionalSelectNode: SelectNode, @unchecked Sendable {
  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    OptionalSelectNode(replace(operand), name: name, slot: slot, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let object = object(&activation)
    return select(from: object, &activation)
  }

  override func select(from object: Value, _ activation: inout Activation) -> Value {
    if object.kind == .optional { return chain(object, &activation) }
    guard let value = find(in: object, &activation) else { return .none }
    return value.isError ? value : activation.make(optional: value)
  }
}

/// `has(x.f)`.
final class HasNode: SelectNode, @unchecked Sendable {
  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    HasNode(replace(operand), name: name, slot: slot, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let object = object(&activation)
    if object.kind == .object, let slot {
      let member = activation.slot(slot, of: object)
      return .bool(member.kind != .unset)
    }
    return select(from: object, &activation)
  }

  override func select(from object: Value, _ activation: inout Activation) -> Value {
    var object = object
    while object.kind == .optional {
      guard let content = activation.content(of: object) else { return .bool(false) }
      object = content
    }
    guard let value = find(in: object, &activation) else { return .bool(false) }
    return value.isError && object.isError ? value : value.isNoOverload(in: activation) ? value : .bool(true)
  }
}

extension Value {
  func isNoOverload(in activation: Activation) -> Bool {
    guard isError, activation.holds(self), case .error(let error) = activation.heap[Int(payload)],
      case .noOverload = error.kind
    else {
      return false
    }
    return true
  }
}

/// `l[i]` and `m[k]`, and with `isOptional` `l[?i]`.
final class IndexNode: Node, @unchecked Sendable {
  let operand: Node
  let index: Node
  let isOptional: Bool

  init(_ operand: Node, _ index: Node, isOptional: Bool, at range: Range<Int>) {
    self.operand = operand
    self.index = index
    self.isOptional = isOptional
    super.init(at: range)
  }

  override var children: [Node] { [operand, index] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    IndexNode(replace(operand), replace(index), isOptional: isOptional, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    let container = operand.evaluate(&activation)
    if container.isError { return container }
    let key = index.evaluate(&activation)
    if key.isError { return key }
    return item(key, of: container, &activation)
  }

  private func item(_ key: Value, of container: Value, _ activation: inout Activation) -> Value {
    var container = container
    let isChained = container.kind == .optional
    while container.kind == .optional {
      guard let content = activation.content(of: container) else { return .none }
      container = content
    }
    let found = find(key, in: container, &activation)
    guard isChained || isOptional else { return found ?? missing(key, in: container, &activation) }
    guard let found else { return .none }
    return found.isError ? found : activation.make(optional: found)
  }

  private func find(_ key: Value, in container: Value, _ activation: inout Activation) -> Value? {
    switch container.kind {
    case .list:
      guard case .int(let position) = activation.mapKey(key), key.kind.isNumber else {
        return activation.make(.invalidArgument("the index of a list must be a whole number"))
      }
      guard position >= 0, position < Int64(activation.count(of: container)) else { return nil }
      return activation.element(of: container, at: Int(position))
    case .map: return activation.mapKey(key).flatMap { activation.map(of: container)?.value(for: $0) }
    case .error: return container
    default: return activation.noOverload("the index []")
    }
  }

  private func missing(_ key: Value, in container: Value, _ activation: inout Activation) -> Value {
    if container.kind == .list { return .error(.indexOutOfRange, document: container.document, index: container.index) }
    return activation.make(.noSuchKey(activation.display(key)))
  }

  /// The item; where it has no place or is not there the container and what the index rests on.
  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let start = trace.mark
    let value = traceParts(&activation, &trace) { activation, values in
      item(values[1], of: values[0], &activation)
    }.value
    let content = value.kind == .optional ? activation.content(of: value) : value
    if let content, content.origin != nil, !content.isError {
      trace.cut(to: start)
      trace.add(content, at: range)
    }
    return Traced(value)
  }
}
