/// Names and words.
extension Parser {
  /// The first name of `a.b.c`, or nil when the expression is anything else; with a leading dot if it has one.
  static func rootName(_ expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, let isAbsolute): isAbsolute ? "." + name : name
    case .select(let operand, _, _, false): rootName(operand)
    default: nil
    }
  }

  /// `a.b.c` as one name, or nil when the expression is anything else.
  static func qualifiedName(_ expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, let isAbsolute): return isAbsolute ? "." + name : name
    case .select(let operand, let name, _, false): return qualifiedName(operand).map { $0 + "." + name }
    default: return nil
    }
  }

  static func isConstant(_ name: String) -> Bool {
    guard name.utf8.count == 4 || name.utf8.count == 5 else { return false }
    return name == "true" || name == "false" || name == "null"
  }

  /// Whether a name is one of the words that CEL keeps for the languages around it.
  static func isReserved(_ name: String) -> Bool {
    guard (2...9).contains(name.utf8.count) else { return false }
    return switch name.utf8.first {
    case UInt8(ascii: "a"): name == "as"
    case UInt8(ascii: "b"): name == "break"
    case UInt8(ascii: "c"): name == "const" || name == "continue"
    case UInt8(ascii: "e"): name == "else"
    case UInt8(ascii: "f"): name == "for" || name == "function"
    case UInt8(ascii: "i"): name == "if" || name == "in" || name == "import"
    case UInt8(ascii: "l"): name == "let" || name == "loop"
    case UInt8(ascii: "n"): name == "namespace"
    case UInt8(ascii: "p"): name == "package"
    case UInt8(ascii: "r"): name == "return"
    case UInt8(ascii: "v"): name == "var" || name == "void"
    case UInt8(ascii: "w"): name == "while"
    default: false
    }
  }
}
