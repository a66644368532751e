/// Guards: which optional members are certain to be there when an expression is true, or false.
///
/// Recognised by the text: `has(s.f)` makes `s.f` certain, and nothing is followed through a let or a call.
extension Scope {
  /// One text for one path, or nil where an expression is no path.
  func path(of expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, _): return local(name).map { "#\($0.identity)" } ?? name
    case .select(let operand, let name, _, false): return path(of: operand).map { $0 + "." + name }
    case .index(let operand, let index, false):
      guard let prefix = path(of: operand), case .literal(let literal) = index.form else { return nil }
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

  /// What is certain when an expression is true, and when it is false.
  struct Certainties {
    var whenTrue: Set<String> = []
    var whenFalse: Set<String> = []

    subscript(truth: Bool) -> Set<String> { truth ? whenTrue : whenFalse }
  }

  /// The members that are certain when an expression has one of the truth values; each part is looked at once.
  func certainties(_ expression: Expression) -> Certainties {
    switch expression.form {
    case .call(nil, "has", _, let arguments) where arguments.count == 1:
      return Certainties(whenTrue: members(path(of: arguments[0])))
    case .call(let target?, "hasValue", _, let arguments) where arguments.isEmpty:
      guard case .select(let operand, let name, _, true) = target.form else { return Certainties() }
      return Certainties(whenTrue: members(path(of: operand), behind: "." + name))
    case .call(let target?, "exists", _, _):
      return Certainties(whenTrue: members(path(of: target), behind: Self.filled))
    case .binary(let operation, let left, let right):
      guard let list = Self.sizedList(left), case .literal(.int(let number)) = right.form else { return Certainties() }
      let paths = members(path(of: list), behind: Self.filled)
      return Certainties(
        whenTrue: Self.isFilled(operation, number, when: true) ? paths : [],
        whenFalse: Self.isFilled(operation, number, when: false) ? paths : [])
    case .not(let operand):
      let inner = certainties(operand)
      return Certainties(whenTrue: inner.whenFalse, whenFalse: inner.whenTrue)
    case .and(let left, let right):
      let (first, second) = (certainties(left), certainties(right))
      return Certainties(
        whenTrue: first.whenTrue.union(second.whenTrue), whenFalse: first.whenFalse.intersection(second.whenFalse))
    case .or(let left, let right):
      let (first, second) = (certainties(left), certainties(right))
      return Certainties(
        whenTrue: first.whenTrue.intersection(second.whenTrue), whenFalse: first.whenFalse.union(second.whenFalse))
    case .conditional(let condition, let first, let second): return conditional(condition, first, second)
    default: return Certainties()
    }
  }

  private func conditional(_ condition: Expression, _ first: Expression, _ second: Expression) -> Certainties {
    let test = certainties(condition)
    let (one, two) = (certainties(first), certainties(second))
    func certain(_ truth: Bool) -> Set<String> {
      let whenTrue = test.whenTrue.union(one[truth])
      let whenFalse = test.whenFalse.union(two[truth])
      // A branch that is the constant of the other truth value cannot have given this one.
      if case .literal(.bool(let constant)) = second.form, constant != truth { return whenTrue }
      if case .literal(.bool(let constant)) = first.form, constant != truth { return whenFalse }
      return whenTrue.intersection(whenFalse)
    }
    return Certainties(whenTrue: certain(true), whenFalse: certain(false))
  }

  private func members(_ path: String?, behind suffix: String = "") -> Set<String> { path.map { [$0 + suffix] } ?? [] }

  /// The list whose size an expression is.
  private static func sizedList(_ expression: Expression) -> Expression? {
    switch expression.form {
    case .call(nil, "size", _, let arguments) where arguments.count == 1: arguments[0]
    case .call(let target?, "size", _, let arguments) where arguments.isEmpty: target
    default: nil
    }
  }

  /// Whether a comparison of a size with a number shows that there are items, when it has this truth value.
  private static func isFilled(_ operation: BinaryOperator, _ number: Int64, when truth: Bool) -> Bool {
    switch operation {
    case .greater: truth && number >= 0
    case .greaterOrEqual: truth && number >= 1
    case .equal: truth ? number >= 1 : number == 0
    case .notEqual: truth ? number == 0 : number >= 1
    case .less: !truth && number >= 1
    case .lessOrEqual: !truth && number >= 0
    default: false
    }
  }
}
