/// Names and members.
extension Compiler {
  /// A name with or without dots that the environment knows, or nil.
  private mutating func resolve(_ name: String, at range: Range<Int>) -> Typed? {
    if let (full, entry) = environment.entry(for: name) {
      use(full)
      switch entry {
      case .variable(let slot, let type):
        readsReport = true
        return Typed(node: VariableNode(slot: slot, name: full, at: range), type: type)
      case .constant(let constant): return Typed(node: constant.node(at: range), type: constant.type)
      case .definition(let slot, let program):
        if program.depth > deepestUse.depth { deepestUse = (program.depth, range) }
        readsReport = readsReport || program.readsReport
        fields.formUnion(program.fields)
        let node = DefinitionNode(slot: slot, program: program, at: range)
        return Typed(node: node, type: program.type, unit: program.unit, truth: program.truth)
      }
    }
    let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
    guard let kind = ValueKind.named[plain] else { return nil }
    return Typed(node: ConstantNode(.type(kind), at: range), type: .type)
  }

  mutating func identifier(_ name: String, at range: Range<Int>, _ scope: Scope) throws(CompileError) -> Typed {
    if let local = scope.local(name) {
      return Typed(node: LocalNode(slot: local.slot, at: range), type: local.type, unit: local.unit)
    }
    if let resolved = resolve(name, at: range) { return resolved }
    if mode == .unchecked { return Typed(node: ErrorNode(.unbound(name), at: range), type: .dyn) }
    let known = environment.names + scope.locals.map(\.name)
    if FunctionTable.byName[name] != nil {
      throw CompileError("“\(name)” is a function; it needs parentheses", at: range)
    }
    let suffix = Suggestion.nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? ""
    throw CompileError("“\(name)” is not known\(suffix)", at: range)
  }

  mutating func select(_ expression: Expression, _ scope: Scope) throws(CompileError) -> Typed {
    guard case .select(let operand, let name, let nameRange, let isOptional) = expression.form else {
      return try visit(expression, scope)
    }
    let mayQualify = Parser.rootName(operand).map { scope.local($0) == nil && environment.mayQualify($0) } ?? false
    if mayQualify {
      if let qualified = Parser.qualifiedName(expression), let resolved = resolve(qualified, at: expression.range) {
        return resolved
      }
      try requireSibling(operand, name, nameRange)
    }
    let object = try visit(operand, scope)
    let member = try self.member(name, at: nameRange, of: object.type, operand, scope)
    if isOptional {
      let node = OptionalSelectNode(object.node, name: name, slot: member.slot, at: expression.range)
      return Typed(node: node, type: .optional(member.type), unit: member.unit)
    }
    let node = SelectNode(object.node, name: name, slot: member.slot, at: expression.range)
    if case .optional = object.type { return Typed(node: node, type: .optional(member.type), unit: member.unit) }
    if member.isOptional, mode == .checked { try requireGuard(expression, name, operand, scope) }
    return Typed(node: node, type: member.type, unit: member.unit)
  }

  /// Refuses a member of what is only the beginning of names with dots; the error suggests a whole name.
  private func requireSibling(_ operand: Expression, _ name: String, _ nameRange: Range<Int>) throws(CompileError) {
    guard mode != .unchecked, let prefix = Parser.qualifiedName(operand), environment.entry(for: prefix) == nil else {
      return
    }
    let siblings = environment.names.filter { $0.hasPrefix(prefix + ".") }
    guard !siblings.isEmpty else { return }
    let names = siblings.map { String($0.dropFirst(prefix.count + 1)) }.sorted()
    throw CompileError("“\(prefix)” has no “\(name)”\(Suggestion.text(for: name, among: names))", at: nameRange)
  }

  /// A member of an object.
  struct Member {
    /// Nil for a key of a map.
    var slot: Int?
    let type: Type
    var isOptional = false
    var unit: String?
  }

  mutating func member(
    _ name: String, at range: Range<Int>, of type: Type, _ operand: Expression, _ scope: Scope
  ) throws(CompileError) -> Member {
    switch type {
    case .record(let record):
      guard let field = record.field(name) else {
        let suffix = Suggestion.text(for: name, among: record.fields.map(\.name))
        throw CompileError("“\(text(of: operand, in: scope))” has no field “\(name)”\(suffix)", at: range)
      }
      if environment.collectsWarnings { fields.insert(record.name + "." + name) }
      return Member(slot: field.slot, type: field.type, isOptional: field.isOptional, unit: field.unit)
    case .optional(let content): return try member(name, at: range, of: content, operand, scope)
    case .map(_, let value): return Member(type: value)
    case .dyn, .parameter: return Member(type: .dyn)
    case .list(let item):
      if case .record = item {
        throw CompileError(
          "“\(text(of: operand, in: scope))” is a list; take “\(name)” from its items with map, all, exists or filter",
          at: range)
      }
      throw CompileError("\(type) has no field “\(name)”", at: range)
    default: throw CompileError("\(type) has no field “\(name)”", at: range)
    }
  }

  private func requireGuard(
    _ expression: Expression, _ name: String, _ operand: Expression, _ scope: Scope
  ) throws(CompileError) {
    if let path = scope.path(of: expression), scope.isCertain(path) { return }
    let parent = text(of: operand, in: scope)
    throw CompileError(
      "“\(parent).\(name)” is optional; guard it with has(\(parent).\(name)) && …, or write "
        + "\(parent).?\(name).orValue(…)", at: expression.range)
  }

  mutating func index(
    _ operand: Expression, _ index: Expression, isOptional: Bool, at range: Range<Int>, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let container = try visit(operand, scope)
    let key = try visit(index, scope)
    var type = container.type
    var isChained = isOptional
    while case .optional(let content) = type {
      type = content
      isChained = true
    }
    let result: Type
    switch type {
    case .list(let item):
      guard key.type.isNumber || key.type.isOpen else {
        throw CompileError("a list has no item [\(key.type)]; its index is an int", at: index.range)
      }
      result = item
    case .map(let keyType, let value):
      guard key.type.isComparable(with: keyType) else {
        throw CompileError("the keys of the map are \(keyType), not \(key.type)", at: index.range)
      }
      result = value
    case .dyn, .parameter: result = .dyn
    default: throw CompileError("\(type) has no items; only lists and maps have", at: operand.range)
    }
    let node = IndexNode(container.node, key.node, isOptional: isOptional, at: range)
    return Typed(node: node, type: isChained ? .optional(result) : result, unit: container.unit)
  }
}
