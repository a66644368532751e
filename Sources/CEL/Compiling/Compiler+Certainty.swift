/// What can be said of an expression without a report: truths that never change, and lists that may be empty.
extension Compiler {
  /// The truth value of a comparison that every report gives: of a path with itself, or of a size with 0.
  func certainTruth(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Bool? {
    if Self.isSamePath(left, right) {
      return operation == .equal || operation == .lessOrEqual || operation == .greaterOrEqual
    }
    guard case .call(_, "size", _, _) = left.form, case .literal(.int(0)) = right.form else { return nil }
    switch operation {
    case .greaterOrEqual: return true
    case .less: return false
    default: return nil
    }
  }

  /// Whether both expressions are one path; in one place of an expression equal names mean the same.
  private static func isSamePath(_ first: Expression, _ second: Expression) -> Bool {
    switch (first.form, second.form) {
    case (.identifier(let name, _), .identifier(let other, _)): name == other
    case (.select(let operand, let name, _, false), .select(let other, let otherName, _, false)):
      name == otherName && isSamePath(operand, other)
    case (.index(let operand, let index, false), .index(let other, let otherIndex, false)):
      isSameIndex(index, otherIndex) && isSamePath(operand, other)
    default: false
    }
  }

  private static func isSameIndex(_ first: Expression, _ second: Expression) -> Bool {
    switch (first.form, second.form) {
    case (.literal(.int(let value)), .literal(.int(let other))): value == other
    case (.literal(.string(let text)), .literal(.string(let other))): text == other
    default: false
    }
  }

  /// Warns of an `all` that passes silently because there is nothing to look at.
  ///
  /// The author says what an empty list means by its size: `size(l) > 0 && l.all(…)` or `size(l) == 0 || l.all(…)`.
  mutating func warnOfEmpty(_ list: Expression, _ call: Call, _ scope: Scope) throws(CompileError) {
    guard !isNegated, try mayBeEmpty(list, scope) else { return }
    let text = Scope().path(of: list) ?? "the list"
    warn(
      Warning(
        .possiblyEmptyAll,
        "“\(text)” may be empty, and then “all” holds; write size(\(text)) > 0 && … where something must be there, or "
          + "size(\(text)) == 0 || … to say that nothing need be", at: call.nameRange))
  }

  private mutating func mayBeEmpty(_ list: Expression, _ scope: Scope) throws(CompileError) -> Bool {
    if let path = scope.path(of: list), scope.isCertain(path + Scope.filled) { return false }
    switch list.form {
    case .list(let items): return items.allSatisfy(\.isOptional)
    case .select(let operand, let name, _, false):
      if let qualified = Parser.qualifiedName(list),
        case .constant(.list(let items))? = environment.entry(for: qualified)?.entry
      {
        return items.isEmpty
      }
      guard case .record(let record) = try visit(operand, scope).type else { return true }
      return record.field(name)?.isFilled != true
    case .call(let target?, "map", _, let arguments) where arguments.count == 2: return try mayBeEmpty(target, scope)
    case .call(let target?, "distinct", _, _), .call(let target?, "sort", _, _): return try mayBeEmpty(target, scope)
    default: return true
    }
  }
}
