/// What stopped the JSON parser, and where.
struct JSONFault {
  var kind: Kind
  /// The first byte that does not fit; the size of the source when the file ends too early.
  var start: Int
  /// The byte behind what does not fit; may lie one behind the end of the source.
  var end: Int

  enum Kind {
    /// Something else stands where this was due, or the file ends.
    case expected(Expected)
    /// The string that begins at `start` has no closing quote.
    case endInString(inName: Bool)
    case endInEscape
    case control(inName: Bool)
    /// A backslash before a character that RFC 8259 §7 does not list.
    case escape
    /// `\u` without four hexadecimal digits.
    case unicodeEscape
    /// `\uD800` to `\uDFFF` without its other half.
    case loneSurrogate
    /// Bytes that are not UTF-8.
    case encoding
    case leadingZero
    case digit(behind: NumberPart)
    case limitDepth, limitNodes, limitString
  }

  enum Expected {
    case value, valueOrBracket, name, nameOrBrace, colon, commaOrBrace, commaOrBracket, endOfFile
  }

  enum NumberPart {
    case sign, point, exponent
  }
}
