/// Guards: which optional members are certain to be there when an expression is true, or false.
///
/// Recognised by the text: `has(s.f)` makes `s.f` certain, and nothing is followed through a let or a call.
extension Compiler {
  /// One text for one path, or nil where an expression is no path. Without a scope it is the text for messages.
  func path(of expression: Expression, scope: Scope?) -> String? {
    switch expression.form {
    case .identifier(let name, _):
      guard let scope, let local = scope.local(name) else { return name }
      return "#\(local.identity)"
    case .select(let operand, let name, _, false): return path(of: operand, scope: scope).map { $0 + "." + name }
    case .index(let operand, let index, false):
      guard let prefix = path(of: operand, scope: scope), case .literal(let literal) = index.form else { return nil }
      switch literal {
      case .int(let value): return prefix + "[\(value)]"
      case .string(let bytes): return prefix + "['" + String(decoding: bytes, as: UTF8.self) + "']"
      default: return nil
      }
    default: return nil
    }
  }

  /// Ends the text of a fact that a list has items.
  static let filled = "#filled"

  /// The list that a comparison of its size shows to have items, when the comparison has this truth value.
  private func filledList(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, when truth: Bool
  ) -> Expression? {
    func list(_ expression: Expression) -> Expression? {
      switch expression.form {
      case .call(nil, "size", _, let arguments) where arguments.count == 1: arguments[0]
      case .call(let target?, "size", _, let arguments) where arguments.isEmpty: target
      default: nil
      }
    }
    guard let list = list(left), case .literal(.int(let number)) = right.form else { return nil }
    let isCertain =
      switch operation {
      case .greater: truth && number >= 0
      case .greaterOrEqual: truth && number >= 1
      case .equal: truth ? number >= 1 : number == 0
      case .notEqual: truth ? number == 0 : number >= 1
      case .less: !truth && number >= 1
      case .lessOrEqual: !truth && number >= 0
      default: false
      }
    return isCertain ? list : nil
  }

  /// The members that are certain when the expression has this truth value.
  func facts(_ expression: Expression, when truth: Bool, _ scope: Scope) -> Set<String> {
    switch expression.form {
    case .call(nil, "has", _, let arguments) where truth && arguments.count == 1:
      return Set([path(of: arguments[0], scope: scope)].compactMap { $0 })
    case .call(let target?, "hasValue", _, let arguments) where truth && arguments.isEmpty:
      guard case .select(let operand, let name, _, true) = target.form else { return [] }
      return Set([path(of: operand, scope: scope)].compactMap { $0.map { $0 + "." + name } })
    case .call(let target?, "exists", _, _) where truth:
      return Set([path(of: target, scope: scope)].compactMap { $0.map { $0 + Self.filled } })
    case .binary(let operation, let left, let right):
      let list = filledList(operation, left, right, when: truth)
      return Set([list.flatMap { path(of: $0, scope: scope) }].compactMap { $0.map { $0 + Self.filled } })
    case .not(let operand): return facts(operand, when: !truth, scope)
    case .and(let left, let right):
      let (first, second) = (facts(left, when: truth, scope), facts(right, when: truth, scope))
      return truth ? first.union(second) : first.intersection(second)
    case .or(let left, let right):
      let (first, second) = (facts(left, when: truth, scope), facts(right, when: truth, scope))
      return truth ? first.intersection(second) : first.union(second)
    case .conditional(let condition, let first, let second):
      let whenTrue = facts(condition, when: true, scope).union(facts(first, when: truth, scope))
      let whenFalse = facts(condition, when: false, scope).union(facts(second, when: truth, scope))
      // A branch that is the constant of the other truth value cannot have given this one.
      if case .literal(.bool(let constant)) = second.form, constant != truth { return whenTrue }
      if case .literal(.bool(let constant)) = first.form, constant != truth { return whenFalse }
      return whenTrue.intersection(whenFalse)
    default: return []
    }
  }
}
