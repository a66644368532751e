/// Cuts an expression into tokens.
struct Lexer {
  /// The tokens of an expression; the last one is `.end`.
  struct Words {
    fileprivate(set) var tokens: [Token] = []
    /// What the string and bytes literals hold, escapes resolved.
    fileprivate(set) var contents: [[UInt8]] = []
  }

  let source: [UInt8]
  private var offset = 0
  private var words = Words()

  private init(_ source: [UInt8]) {
    self.source = source
  }

  static func words(of source: [UInt8]) throws(CompileError) -> Words {
    var lexer = Lexer(source)
    lexer.words.tokens.reserveCapacity(source.count / 3 + 2)
    while try lexer.next() {}
    return lexer.words
  }

  private func byte(at index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

  /// Whether two bytes are one operator.
  private static func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"): second == UInt8(ascii: "=")
    case UInt8(ascii: "&"), UInt8(ascii: "|"): second == first
    default: false
    }
  }

  private static func isSingle(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// Adds the next token; false behind the last one.
  private mutating func next() throws(CompileError) -> Bool {
    skipSpace()
    let start = offset
    guard start < source.count else {
      add(.end, from: start)
      return false
    }
    let first = source[start]
    if Self.isIdentifierStart(first) {
      if Self.mayBeginString(first), try stringLiteral() { return true }
      repeat { offset += 1 } while offset < source.count && Self.isIdentifierPart(source[offset])
      add(.identifier, from: start)
    } else if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      _ = try stringLiteral()
    } else if Self.isDigit(first) || (first == UInt8(ascii: ".") && Self.isDigit(byte(at: start + 1))) {
      try number()
    } else if first == UInt8(ascii: "`") {
      try quotedIdentifier()
    } else if Self.isPair(first, byte(at: start + 1)) {
      offset += 2
      add(.symbol, from: start, symbol: Symbol(first, source[start + 1]))
    } else if Self.isSingle(first) {
      offset += 1
      add(.symbol, from: start, symbol: Symbol(first))
    } else {
      throw unexpected(at: start)
    }
    return true
  }

  private func unexpected(at start: Int) -> CompileError {
    switch source[start] {
    case UInt8(ascii: "="): return CompileError("“=” is not an operator; compare with “==”", at: start..<start + 1)
    case UInt8(ascii: "&"): return CompileError("“&” is not an operator; “and” is “&&”", at: start..<start + 1)
    case UInt8(ascii: "|"): return CompileError("“|” is not an operator; “or” is “||”", at: start..<start + 1)
    default:
      var end = start + 1
      while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
      let shown = String(decoding: source[start..<end], as: UTF8.self)
      return CompileError("the character “\(shown)” has no meaning here", at: start..<end)
    }
  }

  private func text(from start: Int) -> String { String(decoding: source[start..<offset], as: UTF8.self) }

  private mutating func add(_ kind: Token.Kind, from start: Int, symbol: Symbol = .none, number: UInt64 = 0) {
    words.tokens.append(
      Token(kind: kind, symbol: symbol, start: Int32(start), end: Int32(offset), number: number))
  }

  private mutating func skipSpace() {
    while offset < source.count {
      switch source[offset] {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: offset += 1
      case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "/"):
        while offset < source.count, source[offset] != 0x0A { offset += 1 }
      default: return
      }
    }
  }

  private mutating func quotedIdentifier() throws(CompileError) {
    let start = offset
    offset += 1
    while offset < source.count, source[offset] != UInt8(ascii: "`") {
      let byte = source[offset]
      guard Self.isIdentifierPart(byte) || "-./ ".utf8.contains(byte) else {
        throw CompileError("a name in backticks holds letters, digits and “_-./ ” only", at: offset..<offset + 1)
      }
      offset += 1
    }
    guard offset < source.count, offset > start + 1 else {
      throw CompileError("the name in backticks is empty or not closed", at: start..<offset)
    }
    offset += 1
    add(.quotedIdentifier, from: start)
  }

  // MARK: - Numbers

  private mutating func number() throws(CompileError) {
    let start = offset
    if byte(at: start) == UInt8(ascii: "0"), byte(at: start + 1) | 0x20 == UInt8(ascii: "x") {
      offset += 2
      while Self.hexValue(byte(at: offset)) != nil { offset += 1 }
      guard offset > start + 2 else {
        throw CompileError("“0x” needs hexadecimal digits", at: start..<offset)
      }
      return try integer(digitsFrom: start + 2, radix: 16, from: start)
    }
    while Self.isDigit(byte(at: offset)) { offset += 1 }
    var isDouble = false
    if byte(at: offset) == UInt8(ascii: "."), Self.isDigit(byte(at: offset + 1)) {
      isDouble = true
      offset += 1
      while Self.isDigit(byte(at: offset)) { offset += 1 }
    }
    if byte(at: offset) | 0x20 == UInt8(ascii: "e") {
      var end = offset + 1
      if byte(at: end) == UInt8(ascii: "+") || byte(at: end) == UInt8(ascii: "-") { end += 1 }
      guard Self.isDigit(byte(at: end)) else {
        throw CompileError("the exponent has no digits", at: start..<min(end, source.count))
      }
      while Self.isDigit(byte(at: end)) { end += 1 }
      offset = end
      isDouble = true
    }
    guard isDouble else { return try integer(digitsFrom: start, radix: 10, from: start) }
    try requireWordEnd(from: start)
    let text = text(from: start)
    guard let value = Double(text) else { throw CompileError("\(text) is not a number", at: start..<offset) }
    add(.double, from: start, number: value.bitPattern)
  }

  private mutating func integer(digitsFrom first: Int, radix: UInt64, from start: Int) throws(CompileError) {
    var value: UInt64? = 0
    for byte in source[first..<offset] {
      let (product, isTooLarge) = (value ?? 0).multipliedReportingOverflow(by: radix)
      let (sum, isTooLargeAgain) = product.addingReportingOverflow(UInt64(Self.hexValue(byte) ?? 0))
      value = value == nil || isTooLarge || isTooLargeAgain ? nil : sum
    }
    let isUnsigned = byte(at: offset) | 0x20 == UInt8(ascii: "u")
    if isUnsigned { offset += 1 }
    try requireWordEnd(from: start)
    guard let value else { throw CompileError("the number does not fit 64 bits", at: start..<offset) }
    add(isUnsigned ? .unsigned : .integer, from: start, number: value)
  }

  private func requireWordEnd(from start: Int) throws(CompileError) {
    if Self.isIdentifierPart(byte(at: offset)) {
      throw CompileError("a letter stands directly behind a number", at: start..<offset + 1)
    }
  }

  // MARK: - Strings

  /// Whether a letter may stand before the quotes of a bytes or raw literal.
  private static func mayBeginString(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "b") || byte | 0x20 == UInt8(ascii: "r")
  }

  /// Adds a string or bytes literal; false where none begins.
  private mutating func stringLiteral() throws(CompileError) -> Bool {
    let start = offset
    var index = start
    var isBytes = false
    var isRaw = false
    if byte(at: index) | 0x20 == UInt8(ascii: "b") {
      isBytes = true
      index += 1
    }
    if byte(at: index) | 0x20 == UInt8(ascii: "r") {
      isRaw = true
      index += 1
    }
    let quote = byte(at: index)
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return false }
    let isTriple = byte(at: index + 1) == quote && byte(at: index + 2) == quote
    index += isTriple ? 3 : 1
    var decoder = LiteralDecoder(
      source: source, offset: index, quote: quote, isTriple: isTriple, isRaw: isRaw, isBytes: isBytes)
    let content = try decoder.decode(from: start)
    offset = decoder.offset
    add(isBytes ? .bytes : .string, from: start, number: UInt64(words.contents.count))
    words.contents.append(content)
    return true
  }

  // MARK: - Characters

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isIdentifierStart(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return byte == UInt8(ascii: "_") || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
  }

  static func isIdentifierPart(_ byte: UInt8) -> Bool { isIdentifierStart(byte) || isDigit(byte) }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
