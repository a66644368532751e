/// One word of an expression. Its text stays in the expression, so that a token is copied without counting references.
struct Token: Sendable {
  enum Kind: Sendable {
    case identifier
    /// A name between backticks, which may stand behind a dot only.
    case quotedIdentifier
    /// A whole number without its sign.
    case integer
    case unsigned
    /// A number with a fraction or an exponent.
    case double
    case string
    case bytes
    /// An operator or a bracket.
    case symbol
    case end
  }

  let kind: Kind
  /// The operator or bracket; `.none` for other kinds.
  let symbol: Symbol
  /// Byte offsets in the expression.
  let start: Int32
  let end: Int32
  /// A whole number, the bits of a double, or the place of a string's content among the contents that the lexer read.
  let number: UInt64

  var range: Range<Int> { Int(start)..<Int(end) }

  /// The token as a message names it.
  func shown(in source: [UInt8]) -> String {
    let text = String(decoding: source[range], as: UTF8.self)
    return switch kind {
    case .identifier, .symbol, .quotedIdentifier: "“\(text)”"
    case .integer: "the number \(number)"
    case .unsigned: "the number \(number)u"
    case .double: "the number \(text)"
    case .string: "a string"
    case .bytes: "a bytes literal"
    case .end: "the end"
    }
  }
}

/// An operator or a bracket of one or two characters; compared as a number, because the parser asks for one all the time.
struct Symbol: Sendable, Equatable, ExpressibleByStringLiteral {
  private let code: UInt16

  static let none = Symbol(0)

  init(_ first: UInt8, _ second: UInt8 = 0) { code = UInt16(first) | UInt16(second) << 8 }

  init(stringLiteral text: StaticString) {
    self.init(text.utf8Start[0], text.utf8CodeUnitCount > 1 ? text.utf8Start[1] : 0)
  }

  var text: String {
    let (first, second) = (UInt8(truncatingIfNeeded: code), UInt8(truncatingIfNeeded: code >> 8))
    return String(decoding: second == 0 ? [first] : [first, second], as: UTF8.self)
  }
}
