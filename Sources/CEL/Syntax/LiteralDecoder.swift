/// Reads the inside of a string or bytes literal and resolves its escapes.
struct LiteralDecoder {
  let source: [UInt8]
  /// In: behind the opening quotes. Out: behind the closing ones.
  var offset: Int
  let quote: UInt8
  let isTriple: Bool
  let isRaw: Bool
  let isBytes: Bool

  mutating func decode(from start: Int) throws(CompileError) -> [UInt8] {
    var out: [UInt8] = []
    while offset < source.count {
      let byte = source[offset]
      if byte == quote {
        if !isTriple {
          offset += 1
          return out
        }
        if offset + 2 < source.count, source[offset + 1] == quote, source[offset + 2] == quote {
          offset += 3
          return out
        }
      } else if byte == 0x0A || byte == 0x0D, !isTriple {
        throw CompileError("the string is not closed on its line", at: start..<offset)
      } else if byte == UInt8(ascii: "\\") {
        if isRaw {
          out.append(byte)
          offset += 1
          if offset < source.count, isTriple || (source[offset] != 0x0A && source[offset] != 0x0D) {
            out.append(source[offset])
            offset += 1
          }
        } else {
          try escape(into: &out)
        }
        continue
      }
      var end = offset + 1
      while end < source.count, !isSpecial(source[end]) { end += 1 }
      out.append(contentsOf: source[offset..<end])
      offset = end
    }
    throw CompileError("the string is not closed", at: start..<source.count)
  }

  /// Whether a byte may be more than a part of the content.
  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == quote || byte == UInt8(ascii: "\\") || byte == 0x0A || byte == 0x0D
  }

  private mutating func escape(into out: inout [UInt8]) throws(CompileError) {
    let start = offset
    guard start + 1 < source.count else { throw CompileError("the string is not closed", at: start..<start + 1) }
    let letter = source[start + 1]
    offset += 2
    switch letter {
    case UInt8(ascii: "a"): out.append(0x07)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "v"): out.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      out.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(try hex(2, from: start), from: start, to: &out)
    case UInt8(ascii: "u") where !isBytes: try append(try hex(4, from: start), from: start, to: &out)
    case UInt8(ascii: "U") where !isBytes: try append(try hex(8, from: start), from: start, to: &out)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      var value = UInt32(letter - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard offset < source.count, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(source[offset]) else {
          throw CompileError("an octal escape has three digits, as in \\101", at: start..<offset)
        }
        value = value * 8 + UInt32(source[offset] - UInt8(ascii: "0"))
        offset += 1
      }
      try append(value, from: start, to: &out)
    default:
      throw CompileError("unknown escape; a backslash is written “\\\\”", at: start..<min(start + 2, source.count))
    }
  }

  private mutating func hex(_ digits: Int, from start: Int) throws(CompileError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard offset < source.count, let digit = Lexer.hexValue(source[offset]) else {
        throw CompileError("the escape needs \(digits) hexadecimal digits", at: start..<offset)
      }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  private func append(_ value: UInt32, from start: Int, to out: inout [UInt8]) throws(CompileError) {
    if isBytes {
      out.append(UInt8(truncatingIfNeeded: value))
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw CompileError("the escape does not name a Unicode character", at: start..<offset)
    }
    out.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}
