/// Macros: calls whose arguments are not evaluated first.
extension Compiler {
  /// A call as it was written.
  struct Call {
    let target: Expression?
    let name: String
    let nameRange: Range<Int>
    let arguments: [Expression]
    let range: Range<Int>
  }

  /// The macro that a call is, compiled, or nil where it is a function.
  mutating func macro(_ call: Call, _ scope: Scope) throws(CompileError) -> Typed? {
    guard let target = call.target else {
      return call.name == "has" ? try has(call, scope) : nil
    }
    let arguments = call.arguments
    switch (call.name, arguments.count) {
    case ("bind", 3) where Parser.qualifiedName(target) == "cel": return try bind(call, scope)
    case ("all", 2), ("all", 3), ("exists", 2), ("exists", 3): return try quantifier(call, target, scope)
    case ("exists_one", 2), ("exists_one", 3), ("existsOne", 2), ("existsOne", 3):
      var loop = try loop(call, target, names: arguments.count - 1, scope)
      let predicate = try self.predicate(arguments[arguments.count - 1], call, loop.scope)
      let node = ExistsOneNode(
        loop.container, slot: loop.slot, second: loop.second, predicate: predicate, at: call.range)
      loop.scope = scope
      return Typed(node: node, type: .bool)
    case ("filter", 2):
      let loop = try loop(call, target, names: 1, scope)
      let predicate = try self.predicate(arguments[1], call, loop.scope)
      let node = TransformNode(
        loop.container, slot: loop.slot, second: nil, predicate: predicate, transform: nil, at: call.range)
      return Typed(node: node, type: .list(loop.item), unit: loop.unit)
    case ("count", 2):
      let loop = try loop(call, target, names: 1, scope)
      let predicate = try self.predicate(arguments[1], call, loop.scope)
      let matches = TransformNode(
        loop.container, slot: loop.slot, second: nil, predicate: predicate, transform: nil, at: call.range)
      return Typed(node: SizeNode(matches, at: call.range), type: .int)
    case ("sumBy", 2): return try sumBy(call, target, scope)
    case ("sortBy", 2), ("groupBy", 2): return try keyed(call, target, scope)
    case ("map", 2), ("map", 3): return try transform(call, target, names: 1, scope)
    case ("transformList", 3), ("transformList", 4): return try transform(call, target, names: 2, scope)
    case ("transformMap", 3), ("transformMap", 4): return try transformMap(call, target, isEntry: false, scope)
    case ("transformMapEntry", 3), ("transformMapEntry", 4):
      return try transformMap(call, target, isEntry: true, scope)
    case ("optMap", 2), ("optFlatMap", 2): return try optionalMap(call, target, scope)
    case ("all", _), ("exists", _), ("exists_one", _), ("existsOne", _), ("filter", _), ("map", _),
      ("count", _), ("sumBy", _), ("sortBy", _), ("groupBy", _):
      throw CompileError("“\(call.name)” is written list.\(call.name)(x, …)", at: call.range)
    default: return nil
    }
  }

  private mutating func has(_ call: Call, _ scope: Scope) throws(CompileError) -> Typed {
    guard call.arguments.count == 1, case .select(let operand, let name, let nameRange, false) = call.arguments[0].form
    else { throw CompileError("“has” wants one member, as in has(x.f)", at: call.range) }
    let object = try visit(operand, scope)
    let member = try self.member(name, at: nameRange, of: object.type, operand, scope)
    let node = HasNode(object.node, name: name, slot: member.slot, at: call.range)
    guard case .record = object.type, !member.isOptional else { return Typed(node: node, type: .bool) }
    return Typed(node: node, type: .bool, truth: true)
  }

  private struct Loop {
    let container: Node
    let slot: Int
    let second: Int?
    /// The type of what one variable stands for.
    let item: Type
    /// What the items count.
    let unit: String?
    var scope: Scope
  }

  private func name(_ expression: Expression, of call: Call) throws(CompileError) -> String {
    guard case .identifier(let name, false) = expression.form else {
      throw CompileError("“\(call.name)” wants a plain name for its variable here", at: expression.range)
    }
    return name
  }

  /// The container and the variables, which come first among the arguments.
  private mutating func loop(
    _ call: Call, _ target: Expression, names count: Int, _ scope: Scope
  ) throws(CompileError) -> Loop {
    isWorthPlanning = true
    let container = try visit(target, scope)
    let first: Type
    let second: Type
    switch container.type {
    case .list(let item): (first, second) = count == 2 ? (.int, item) : (item, item)
    case .map(let key, let value): (first, second) = (key, value)
    case .dyn, .parameter: (first, second) = (.dyn, .dyn)
    default:
      throw CompileError("“\(call.name)” runs over a list or a map, not over \(container.type)", at: target.range)
    }
    var inner = scope
    let slot = declare(
      try name(call.arguments[0], of: call), first, unit: count == 1 ? container.unit : nil, in: &inner)
    var secondSlot: Int?
    if count == 2 {
      let secondName = try name(call.arguments[1], of: call)
      if inner.locals.last?.name == secondName {
        throw CompileError("the two variables of “\(call.name)” have the same name", at: call.arguments[1].range)
      }
      secondSlot = declare(secondName, second, unit: container.unit, in: &inner)
    }
    return Loop(
      container: container.node, slot: slot, second: secondSlot, item: first, unit: container.unit, scope: inner)
  }

  private mutating func predicate(
    _ expression: Expression, _ call: Call, _ scope: Scope
  ) throws(CompileError) -> Node {
    try condition(expression, of: call.name, scope).node
  }

  private mutating func quantifier(
    _ call: Call, _ target: Expression, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let count = call.arguments.count - 1
    let loop = try loop(call, target, names: count, scope)
    let predicate = try self.predicate(call.arguments[count], call, loop.scope)
    if call.name == "all", environment.collectsWarnings { try warnOfEmpty(target, call, scope) }
    let node = QuantifierNode(
      loop.container, slot: loop.slot, second: loop.second, predicate: predicate, isExists: call.name == "exists",
      at: call.range)
    return Typed(node: node, type: .bool)
  }

  /// The condition, if there is one, and the expression behind it, which the condition guards.
  private mutating func body(
    _ call: Call, names count: Int, _ scope: Scope
  ) throws(CompileError) -> (predicate: Node?, transform: Typed) {
    let rest = call.arguments.dropFirst(count)
    guard rest.count == 2, let test = rest.first, let last = rest.last else {
      return (nil, try visit(call.arguments[count], scope))
    }
    let predicate = try self.predicate(test, call, scope)
    return (predicate, try visit(last, scope.knowing(test, is: true)))
  }

  mutating func transform(
    _ call: Call, _ target: Expression, names count: Int, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let loop = try loop(call, target, names: count, scope)
    let (predicate, transform) = try body(call, names: count, loop.scope)
    let node = TransformNode(
      loop.container, slot: loop.slot, second: loop.second, predicate: predicate, transform: transform.node,
      at: call.range)
    return Typed(node: node, type: .list(transform.type), unit: transform.unit)
  }

  private mutating func transformMap(
    _ call: Call, _ target: Expression, isEntry: Bool, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let loop = try loop(call, target, names: 2, scope)
    let (predicate, transform) = try body(call, names: 2, loop.scope)
    var type = Type.map(loop.item, transform.type)
    if isEntry {
      guard transform.type.isOpen || { if case .map = transform.type { true } else { false } }() else {
        throw CompileError("“transformMapEntry” wants a map, not \(transform.type)", at: call.range)
      }
      type = transform.type
    }
    let node = TransformMapNode(
      loop.container, slot: loop.slot, second: loop.second ?? loop.slot, predicate: predicate,
      transform: transform.node, isEntry: isEntry, at: call.range)
    return Typed(node: node, type: type)
  }

  private mutating func bind(_ call: Call, _ scope: Scope) throws(CompileError) -> Typed {
    let name = try name(call.arguments[0], of: call)
    let value = try visit(call.arguments[1], scope)
    var inner = scope
    let slot = declare(name, value.type, unit: value.unit, in: &inner)
    let body = try visit(call.arguments[2], inner)
    let node = BindNode(slot: slot, value: value.node, body: body.node, at: call.range)
    return Typed(node: node, type: body.type, unit: body.unit)
  }

  private mutating func optionalMap(
    _ call: Call, _ target: Expression, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let optional = try visit(target, scope)
    let content: Type
    switch optional.type {
    case .optional(let type): content = type
    case .dyn, .parameter: content = .dyn
    default: throw CompileError("“\(call.name)” works on an optional, not on \(optional.type)", at: target.range)
    }
    let isFlat = call.name == "optFlatMap"
    var inner = scope
    let slot = declare(try name(call.arguments[0], of: call), content, unit: optional.unit, in: &inner)
    let body = try visit(call.arguments[1], inner)
    let node = OptionalMapNode(optional.node, slot: slot, body: body.node, isFlat: isFlat, at: call.range)
    return Typed(node: node, type: isFlat ? body.type : .optional(body.type), unit: body.unit)
  }
}
