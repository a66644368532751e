/// What the names of an expression stand for.
extension CostAnalysis {
  mutating func definition(_ name: String) -> [Term] {
    guard entered.count < 20, !entered.contains(name), followed < Self.followLimit,
      case .definition(_, let program)? = entry(for: name),
      let expression = try? Parser.parse(program.source)
    else { return [] }
    let outer = locals
    locals = []
    entered.append(name)
    followed += 1
    defer {
      locals = outer
      entered.removeLast()
    }
    return visit(expression)
  }

  private func entry(for name: String) -> Environment.Entry? {
    locals.contains(name) ? nil : environment.entry(for: name)?.entry
  }

  /// The variables of loops that an expression mentions, through definitions too.
  func variables(_ expression: Expression) -> Set<String> { names(expression).intersection(paths.keys) }

  /// The names that an expression and the definitions that it uses mention.
  func names(_ expression: Expression) -> Set<String> {
    var entered: Set<String> = []
    return names(expression, &entered)
  }

  /// - Parameter entered: The definitions that were looked into: each is once, and one whose name a variable of a macro
  ///   inside it has is not looked into again.
  private func names(_ expression: Expression, _ entered: inout Set<String>) -> Set<String> {
    switch expression.form {
    case .literal, .message: return []
    case .identifier(let name, _):
      guard case .definition(_, let program)? = entry(for: name), entered.insert(name).inserted,
        let inner = try? Parser.parse(program.source)
      else { return [name] }
      return names(inner, &entered)
    case .select(let operand, _, _, _), .not(let operand), .negate(let operand): return names(operand, &entered)
    case .and(let left, let right), .or(let left, let right), .binary(_, let left, let right),
      .index(let left, let right, _):
      return names(left, &entered).union(names(right, &entered))
    case .conditional(let test, let first, let second):
      return names(test, &entered).union(names(first, &entered)).union(names(second, &entered))
    case .list(let items): return items.reduce(into: []) { $0.formUnion(names($1.value, &entered)) }
    case .map(let entries):
      return entries.reduce(into: []) { $0.formUnion(names($1.key, &entered).union(names($1.value, &entered))) }
    case .call(let target, _, _, let arguments):
      return arguments.reduce(into: target.map { names($0, &entered) } ?? []) { $0.formUnion(names($1, &entered)) }
    }
  }

  /// The list of the report that an expression runs over; nil for constants and single values.
  func path(of expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, _):
      if let path = paths[name] { return path }
      switch entry(for: name) {
      case .definition(_, let program)?: return (try? Parser.parse(program.source)).flatMap { path(of: $0) }
      case .variable?: return name
      default: return nil
      }
    case .select(let operand, let name, _, _):
      if let qualified = Parser.qualifiedName(expression), case .constant? = environment.entry(for: qualified)?.entry {
        return nil
      }
      return path(of: operand).map { $0 + "." + name }
    case .index(let operand, _, _): return path(of: operand).map { $0 + "[]" }
    case .call(let target?, _, _, _): return path(of: target)
    case .binary(.add, let left, let right): return path(of: left) ?? path(of: right)
    case .conditional(_, let first, let second): return path(of: first) ?? path(of: second)
    default: return nil
    }
  }
}
