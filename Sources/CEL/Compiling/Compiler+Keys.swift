/// Macros that take a figure or a key from each item: `sumBy`, `sortBy`, `groupBy`.
extension Compiler {
  /// `l.sumBy(x, e)` is `l.map(x, e).sum()`.
  mutating func sumBy(_ call: Call, _ target: Expression, _ scope: Scope) throws(CompileError) -> Typed {
    let figures = try transform(call, target, names: 1, scope)
    let entries = FunctionTable.byName["sum"] ?? []
    let result = mode == .unchecked ? .dyn : Self.result(of: entries, [figures.type])
    guard let result else {
      throw CompileError("“sumBy” adds numbers or durations, not \(Self.item(of: figures.type))", at: call.range)
    }
    let callee = Self.callee(of: entries, [figures.type], result)
    return Typed(node: CallNode(name: "sum", arguments: [figures.node], callee: callee, at: call.range), type: result)
  }

  /// The list, evaluated once and kept in a variable without a name, beside the list of the keys of its items.
  mutating func keyed(_ call: Call, _ target: Expression, _ scope: Scope) throws(CompileError) -> Typed {
    let list = try visit(target, scope)
    switch list.type {
    case .list, .dyn, .parameter: break
    default: throw CompileError("“\(call.name)” runs over a list, not over \(list.type)", at: target.range)
    }
    var inner = scope
    let slot = declare("@list", list.type, in: &inner)
    let variable = Expression(.identifier("@list", isAbsolute: false), at: target.range)
    let keys = try transform(call, variable, names: 1, inner)
    let key = Self.item(of: keys.type)
    var result = list.type
    if call.name == "groupBy" {
      switch key {
      case .bool, .int, .uint, .string, .code, .dyn, .parameter: break
      default: throw CompileError("“groupBy” wants a key that is a bool, an int or a text, not \(key)", at: call.range)
      }
      result = .map(key, list.type)
    } else {
      try checkOrder(call.name, [keys], call)
    }
    let node = CallNode(
      name: call.name, arguments: [LocalNode(slot: slot, at: target.range), keys.node],
      callee: .keyed(isGroup: call.name == "groupBy"), at: call.range)
    return Typed(node: BindNode(slot: slot, value: list.node, body: node, at: call.range), type: result)
  }

  private static func item(of list: Type) -> Type {
    if case .list(let item) = list { return item }
    return .dyn
  }
}
