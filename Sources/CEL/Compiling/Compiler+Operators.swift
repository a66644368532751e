/// Operators and literals of lists and maps.
extension Compiler {
  /// An operand that must be a truth value.
  mutating func condition(_ expression: Expression, of what: String, _ scope: Scope) throws(CompileError) -> Typed {
    let typed = try visit(expression, scope)
    guard typed.type == .bool || typed.type.isOpen else {
      throw CompileError("“\(what)” wants a bool here, not \(typed.type)", at: expression.range)
    }
    return typed
  }

  mutating func and(
    _ left: Expression, _ right: Expression, at range: Range<Int>, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let first = try condition(left, of: "&&", scope)
    let second = try condition(right, of: "&&", scope.knowing(left, is: true))
    let truth = first.truth == false || second.truth == false ? false : first.truth == true ? second.truth : nil
    return Typed(node: AndNode(first.node, second.node, at: range), type: .bool, truth: truth)
  }

  mutating func or(
    _ left: Expression, _ right: Expression, at range: Range<Int>, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let first = try condition(left, of: "||", scope)
    let second = try condition(right, of: "||", scope.knowing(left, is: false))
    let truth = first.truth == true || second.truth == true ? true : first.truth == false ? second.truth : nil
    return Typed(node: OrNode(first.node, second.node, at: range), type: .bool, truth: truth)
  }

  mutating func conditional(
    _ test: Expression, _ first: Expression, _ second: Expression, at range: Range<Int>, _ scope: Scope,
    asDecimal: Bool
  ) throws(CompileError) -> Typed {
    let condition = try condition(test, of: "?:", scope)
    let firstScope = scope.knowing(test, is: true)
    let secondScope = scope.knowing(test, is: false)
    var one = try visit(first, firstScope, asDecimal: asDecimal)
    var two = try visit(second, secondScope, asDecimal: asDecimal)
    if one.type == .decimal, two.type == .double { two = try visit(second, secondScope, asDecimal: true) }
    if one.type == .double, two.type == .decimal { one = try visit(first, firstScope, asDecimal: true) }
    guard let type = one.type.joined(two.type) else {
      throw CompileError("the branches of “?:” are \(one.type) and \(two.type)", at: range)
    }
    let unit = try commonUnit(one.unit, two.unit, "?:", at: range)
    let truth = condition.truth.map { $0 ? one.truth : two.truth } ?? (one.truth == two.truth ? one.truth : nil)
    let node = ConditionalNode(condition.node, one.node, two.node, at: range)
    return Typed(node: node, type: type, unit: unit, truth: truth)
  }

  mutating func negate(
    _ operand: Expression, at range: Range<Int>, _ scope: Scope, asDecimal: Bool
  ) throws(CompileError) -> Typed {
    let typed = try visit(operand, scope, asDecimal: asDecimal)
    switch typed.type {
    case .int, .double, .decimal, .dyn, .parameter:
      return Typed(node: NegateNode(typed.node, at: range), type: typed.type, unit: typed.unit)
    default: throw CompileError("“-” wants a number, not \(typed.type)", at: operand.range)
    }
  }

  /// Both operands; a number with a point beside a decimal is read again as an exact one.
  private mutating func operands(
    _ left: Expression, _ right: Expression, _ scope: Scope, asDecimal: Bool
  ) throws(CompileError) -> (Typed, Typed) {
    var first = try visit(left, scope, asDecimal: asDecimal)
    var second = try visit(right, scope, asDecimal: asDecimal)
    if Self.itemType(first.type) == .decimal, Self.itemType(second.type) == .double {
      second = try visit(right, scope, asDecimal: true)
    } else if Self.itemType(first.type) == .double, Self.itemType(second.type) == .decimal {
      first = try visit(left, scope, asDecimal: true)
    }
    return (first, second)
  }

  private static func itemType(_ type: Type) -> Type {
    if case .list(let item) = type { return item }
    return type
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at range: Range<Int>, _ scope: Scope,
    asDecimal: Bool
  ) throws(CompileError) -> Typed {
    let isArithmetic = !operation.isComparison && operation != .isIn
    let (first, second) = try operands(left, right, scope, asDecimal: asDecimal && isArithmetic)
    if mode != .unchecked {
      let (one, two) = (Self.itemType(first.type), Self.itemType(second.type))
      if (one == .decimal && two == .double) || (one == .double && two == .decimal) {
        throw CompileError(
          "a decimal and a double do not mix exactly; write decimal(…) around the double", at: range)
      }
    }
    let unit = try unit(of: operation, first.unit, second.unit, at: range)
    let truth = operation.isComparison ? certainTruth(operation, left, right) : nil
    switch operation {
    case .equal, .notEqual:
      var typed = try equality(operation, left, first, right, second, at: range)
      if first.type == .double, second.type == .double {
        warn(Warning(.doubleEquality, "doubles are not exact and seldom equal; compare decimals", at: range))
      }
      typed.truth = truth
      return typed
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard Self.haveOrder(first.type, second.type) else {
        throw CompileError("“\(operation.rawValue)” cannot compare \(first.type) with \(second.type)", at: range)
      }
      return Typed(node: OrderNode(operation, first.node, second.node, at: range), type: .bool, truth: truth)
    case .isIn: return try membership(left, first, right, second, at: range)
    default:
      let type = try arithmeticType(operation, first.type, second.type, at: range)
      return Typed(node: ArithmeticNode(operation, first.node, second.node, at: range), type: type, unit: unit)
    }
  }

  private static func haveOrder(_ first: Type, _ second: Type) -> Bool {
    if first.isOpen || second.isOpen { return true }
    if first.isNumber || first.isText { return first.isNumber ? second.isNumber : second.isText }
    switch first {
    case .bool, .bytes, .date, .timestamp, .duration: return first == second
    default: return false
    }
  }

  /// Whether values of the type can be sorted at all.
  static func hasOrder(_ type: Type) -> Bool { haveOrder(type, type) }

  private func arithmeticType(
    _ operation: BinaryOperator, _ first: Type, _ second: Type, at range: Range<Int>
  ) throws(CompileError) -> Type {
    if first.isOpen || second.isOpen { return .dyn }
    let isSum = operation == .add
    let isDifference = operation == .subtract
    switch (first, second) {
    case (.int, .int), (.uint, .uint): return first
    case (.double, .double) where operation != .remainder: return .double
    case (.decimal, .decimal), (.decimal, .int), (.int, .decimal): if operation != .remainder { return .decimal }
    case (.string, .string), (.code, .string), (.string, .code), (.code, .code): if isSum { return .string }
    case (.bytes, .bytes): if isSum { return .bytes }
    case (.list(let one), .list(let two)): if isSum { return .list(one.joined(two) ?? .dyn) }
    case (.timestamp, .duration): if isSum || isDifference { return .timestamp }
    case (.duration, .timestamp): if isSum { return .timestamp }
    case (.duration, .duration): if isSum || isDifference { return .duration }
    case (.timestamp, .timestamp): if isDifference { return .duration }
    case (.date, .int):
      throw CompileError("a date is moved with d.addDays(n), addMonths(n) or addYears(n)", at: range)
    case (.date, .date): throw CompileError("the days between two dates are a.daysUntil(b)", at: range)
    case (.int, .double), (.double, .int):
      throw CompileError("int and double do not mix; write decimal(…) around the int", at: range)
    default: break
    }
    throw CompileError("“\(operation.rawValue)” does not work on \(first) and \(second)", at: range)
  }

  // MARK: - Equality and membership

  private mutating func equality(
    _ operation: BinaryOperator, _ left: Expression, _ first: Typed, _ right: Expression, _ second: Typed,
    at range: Range<Int>
  ) throws(CompileError) -> Typed {
    guard first.type.isComparable(with: second.type) else {
      throw CompileError("“\(operation.rawValue)” cannot compare \(first.type) with \(second.type)", at: range)
    }
    try checkCode(left, against: second.type)
    try checkCode(right, against: first.type)
    let isNegated = operation == .notEqual
    if let text = (second.node as? BoxedConstantNode)?.text {
      return Typed(node: TextEqualNode(first.node, ConstantText(text), isNegated: isNegated, at: range), type: .bool)
    }
    if let text = (first.node as? BoxedConstantNode)?.text {
      return Typed(node: TextEqualNode(second.node, ConstantText(text), isNegated: isNegated, at: range), type: .bool)
    }
    return Typed(node: EqualNode(first.node, second.node, isNegated: isNegated, at: range), type: .bool)
  }

  private mutating func membership(
    _ left: Expression, _ first: Typed, _ right: Expression, _ second: Typed, at range: Range<Int>
  ) throws(CompileError) -> Typed {
    switch second.type {
    case .list(let item):
      guard first.type.isComparable(with: item) else {
        throw CompileError("a list of \(item) cannot hold \(first.type)", at: range)
      }
      try checkCode(left, against: item)
    case .map(let key, _):
      guard first.type.isComparable(with: key) else {
        throw CompileError("the keys of the map are \(key), not \(first.type)", at: range)
      }
    case .dyn, .parameter: break
    default: throw CompileError("“in” wants a list or a map on its right, not \(second.type)", at: right.range)
    }
    try checkCode(right, against: first.type)
    if let list = second.node as? ListNode, !list.items.isEmpty, !list.isOptional.contains(true) {
      let texts = list.items.compactMap { ($0 as? BoxedConstantNode)?.text }
      if texts.count == list.items.count {
        return Typed(node: InTextsNode(first.node, TextSet(texts), at: range), type: .bool)
      }
    }
    if let text = (first.node as? BoxedConstantNode)?.text {
      return Typed(node: TextInNode(ConstantText(text), second.node, at: range), type: .bool)
    }
    isWorthPlanning = true
    return Typed(node: InNode(first.node, second.node, at: range), type: .bool)
  }

  /// Refuses constant strings, alone or in a list, that are not codes of the list they are compared with.
  private func checkCode(_ expression: Expression, against type: Type) throws(CompileError) {
    guard type.mayHoldCodes else { return }
    switch (expression.form, type) {
    case (.literal(.string(let bytes)), .code(let list)):
      let code = String(decoding: bytes, as: UTF8.self)
      guard !list.contains(code) else { return }
      let suffix = Suggestion.text(for: code, among: list.codes)
      throw CompileError("“\(code)” is not a code of \(list.name)\(suffix)", at: expression.range)
    case (.list(let items), .code): for item in items { try checkCode(item.value, against: type) }
    case (.list(let items), .list(let item)): for element in items { try checkCode(element.value, against: item) }
    case (.conditional(_, let first, let second), .code):
      try checkCode(first, against: type)
      try checkCode(second, against: type)
    default: return
    }
  }

  // MARK: - Lists and maps

  mutating func list(
    _ items: [Expression.Item], at range: Range<Int>, _ scope: Scope, asDecimal: Bool
  ) throws(CompileError) -> Typed {
    var typed: [Typed] = []
    for item in items { typed.append(try visit(item.value, scope, asDecimal: asDecimal)) }
    if typed.contains(where: { $0.type == .decimal }) {
      for (index, item) in items.enumerated() where typed[index].type == .double {
        typed[index] = try visit(item.value, scope, asDecimal: true)
      }
    }
    var type = Type.unknown
    var unit: String?
    for (item, value) in zip(items, typed) {
      unit = unit ?? value.unit
      type = type.joined(try content(of: value.type, isOptional: item.isOptional, at: item.value.range)) ?? .dyn
    }
    let node = ListNode(typed.map(\.node), isOptional: items.map(\.isOptional), at: range)
    return Typed(node: node, type: .list(type), unit: unit)
  }

  private func content(of type: Type, isOptional: Bool, at range: Range<Int>) throws(CompileError) -> Type {
    guard isOptional else { return type }
    switch type {
    case .optional(let content): return content
    case .dyn, .parameter: return .dyn
    default: throw CompileError("behind “?” stands an optional, not \(type)", at: range)
    }
  }

  mutating func map(_ entries: [Expression.Entry], at range: Range<Int>, _ scope: Scope) throws(CompileError) -> Typed {
    var keys: [Typed] = []
    var values: [Typed] = []
    var keyType = Type.unknown
    var valueType = Type.unknown
    for entry in entries {
      let key = try visit(entry.key, scope)
      let value = try visit(entry.value, scope)
      switch key.type {
      case .bool, .int, .uint, .string, .code, .dyn, .parameter: break
      default: throw CompileError("\(key.type) cannot be the key of a map", at: entry.key.range)
      }
      keyType = keyType.joined(key.type) ?? .dyn
      valueType =
        valueType.joined(try content(of: value.type, isOptional: entry.isOptional, at: entry.value.range)) ?? .dyn
      keys.append(key)
      values.append(value)
    }
    let node = MapNode(
      keys: keys.map(\.node), values: values.map(\.node), isOptional: entries.map(\.isOptional), at: range)
    return Typed(node: node, type: .map(keyType, valueType))
  }
}
