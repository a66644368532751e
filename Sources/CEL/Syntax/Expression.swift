/// An expression as it was written. Macros are calls here; the compiler knows them by name.
struct Expression: Sendable {
  /// Byte offsets in the text.
  let range: Range<Int>
  /// The number of levels below and including this one.
  let depth: Int
  let form: Form

  indirect enum Form: Sendable {
    case literal(Literal)
    /// `isAbsolute` for a name with a leading dot.
    case identifier(String, isAbsolute: Bool)
    case select(Expression, name: String, nameRange: Range<Int>, isOptional: Bool)
    case index(Expression, Expression, isOptional: Bool)
    case call(target: Expression?, name: String, nameRange: Range<Int>, arguments: [Expression])
    case not(Expression)
    case negate(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case conditional(Expression, Expression, Expression)
    case list([Item])
    case map([Entry])
    case message(name: String)
  }

  struct Item: Sendable {
    let value: Expression
    let isOptional: Bool
  }

  struct Entry: Sendable {
    let key: Expression
    let value: Expression
    let isOptional: Bool
  }

  /// - Parameter depth: Of the deepest part; 0 where there is none.
  init(_ form: Form, at range: Range<Int>, over depth: Int = 0) {
    self.range = range
    self.form = form
    self.depth = 1 + depth
  }
}

/// A constant in an expression.
enum Literal: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  /// With its text, from which an exact decimal can be read.
  case double(Double, text: String)
  case string([UInt8])
  case bytes([UInt8])
}

/// The operators that take two values and need both.
enum BinaryOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
