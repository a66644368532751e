/// One word of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case identifier(String)
    /// A name between backticks, which may stand behind a dot only.
    case quotedIdentifier(String)
    /// A whole number without its sign.
    case integer(UInt64)
    case unsigned(UInt64)
    /// A number with a fraction or an exponent, with its text.
    case double(Double, String)
    case string([UInt8])
    case bytes([UInt8])
    /// An operator or a bracket.
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  /// Byte offsets in the expression.
  let range: Range<Int>

  /// The token as a message names it.
  var shown: String {
    switch kind {
    case .identifier(let name): "“\(name)”"
    case .quotedIdentifier(let name): "“`\(name)`”"
    case .integer(let value): "the number \(value)"
    case .unsigned(let value): "the number \(value)u"
    case .double(_, let text): "the number \(text)"
    case .string: "a string"
    case .bytes: "a bytes literal"
    case .symbol(let symbol): "“\(symbol.text)”"
    case .end: "the end"
    }
  }
}

/// An operator or a bracket of one or two characters; compared as a number, because the parser asks for one all the time.
struct Symbol: Sendable, Equatable, ExpressibleByStringLiteral {
  private let code: UInt16

  init(_ first: UInt8, _ second: UInt8 = 0) { code = UInt16(first) | UInt16(second) << 8 }

  init(stringLiteral text: StaticString) {
    self.init(text.utf8Start[0], text.utf8CodeUnitCount > 1 ? text.utf8Start[1] : 0)
  }

  var text: String {
    let (first, second) = (UInt8(truncatingIfNeeded: code), UInt8(truncatingIfNeeded: code >> 8))
    return String(decoding: second == 0 ? [first] : [first, second], as: UTF8.self)
  }
}
