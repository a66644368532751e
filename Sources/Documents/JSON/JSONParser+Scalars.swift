/// Strings, numbers and literals. Each returns the offset behind the scalar, or -1 after a fault.
extension JSONParser {
  /// Reads a string, RFC 8259 §7, and checks its UTF-8, RFC 3629 §4, in the same pass.
  /// - Parameters:
  ///   - start: The offset of the opening quote.
  ///   - escapeFlag: What to set when there is an escape.
  @inline(__always)
  mutating func string(
    _ source: Bytes, _ start: Int, escaped escapeFlag: NodeFlags, _ flags: inout NodeFlags
  ) -> Int {
    let count = source.count
    let bytes = source.bytes
    var offset = start &+ 1
    while true {
      while offset &+ 8 <= count {
        let hits = Self.special(
          UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)))
        if hits != 0 {
          offset &+= hits.trailingZeroBitCount &>> 3
          break
        }
        offset &+= 8
      }
      let byte = Self.byte(source, offset)
      if byte == UInt8(ascii: "\"") {
        guard offset &- start &- 1 <= limits.stringBytes else {
          return failed(.limitString, start, offset + 1)
        }
        return offset &+ 1
      }
      if byte >= 0x80 {
        let length = UTF8Scan.length(source, offset)
        guard length > 0 else { return failed(.encoding, offset, offset + 1) }
        offset &+= length
      } else if byte == UInt8(ascii: "\\") {
        flags.insert(escapeFlag)
        offset = escape(source, offset)
        guard offset > 0 else { return -1 }
      } else if byte < 0x20 {
        let inName = escapeFlag == .nameEscaped
        return offset < count
          ? failed(.control(inName: inName), offset, offset + 1) : failed(.endInString(inName: inName), start, count)
      } else {
        offset &+= 1
      }
    }
  }

  /// Marks, by the high bit of each byte, quotes, backslashes, control characters and bytes from 0x80; the lowest mark
  /// is exact, marks above it may be false.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & (ones &* 0x80)
  }

  /// Reads one escape, or two that make a surrogate pair; `offset` is at the backslash.
  @inline(never)
  private mutating func escape(_ source: Bytes, _ offset: Int) -> Int {
    switch Self.byte(source, offset + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset + 2
    case UInt8(ascii: "u"):
      guard let unit = Self.codeUnit(source, offset) else {
        return failed(.unicodeEscape, offset, min(offset + 6, source.count))
      }
      if unit & 0xF800 != 0xD800 { return offset + 6 }
      guard unit < 0xDC00, let low = Self.codeUnit(source, offset + 6), low & 0xFC00 == 0xDC00 else {
        return failed(.loneSurrogate, offset, offset + 6)
      }
      return offset + 12
    default:
      return failed(offset + 1 < source.count ? .escape : .endInEscape, offset, min(offset + 2, source.count))
    }
  }

  /// The four hexadecimal digits of `\uXXXX`, or nil where that does not stand.
  private static func codeUnit(_ source: Bytes, _ offset: Int) -> UInt16? {
    guard byte(source, offset) == UInt8(ascii: "\\"), byte(source, offset + 1) == UInt8(ascii: "u") else { return nil }
    var unit: UInt16 = 0
    for index in offset + 2..<offset + 6 {
      let digit = byte(source, index)
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return unit
  }

  /// Reads a number, RFC 8259 §6; `start` is at its sign or first digit.
  @inline(__always)
  mutating func number(_ source: Bytes, _ start: Int) -> Int {
    var offset = start
    if Self.byte(source, offset) == UInt8(ascii: "-") { offset &+= 1 }
    let first = Self.byte(source, offset)
    if first == UInt8(ascii: "0") {
      offset &+= 1
      guard !Self.isDigit(Self.byte(source, offset)) else { return failed(.leadingZero, start, offset + 1) }
    } else {
      guard Self.isDigit(first) else { return failed(.digit(behind: .sign), offset, offset + 1) }
      offset = Self.skipDigits(source, offset &+ 1)
    }
    var byte = Self.byte(source, offset)
    if byte == UInt8(ascii: ".") {
      offset &+= 1
      guard Self.isDigit(Self.byte(source, offset)) else { return failed(.digit(behind: .point), offset, offset + 1) }
      offset = Self.skipDigits(source, offset &+ 1)
      byte = Self.byte(source, offset)
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      offset &+= 1
      byte = Self.byte(source, offset)
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset &+= 1 }
      guard Self.isDigit(Self.byte(source, offset)) else {
        return failed(.digit(behind: .exponent), offset, offset + 1)
      }
      offset = Self.skipDigits(source, offset &+ 1)
    }
    guard offset &- start <= limits.stringBytes else { return failed(.limitString, start, offset) }
    return offset
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  private static func skipDigits(_ source: Bytes, _ start: Int) -> Int {
    var offset = start
    while isDigit(byte(source, offset)) { offset &+= 1 }
    return offset
  }

  /// The letters of the literals as one little-endian word; of `false` the last four.
  static let trueWord: UInt32 = 0x6575_7274
  static let alseWord: UInt32 = 0x6573_6C61
  static let nullWord: UInt32 = 0x6C6C_756E

  /// Whether the four letters of a literal, RFC 8259 §3, stand here; false after a fault.
  @inline(__always)
  mutating func literal(_ source: Bytes, _ start: Int, _ word: UInt32) -> Bool {
    guard start &+ 4 <= source.count,
      UInt32(littleEndian: source.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)) == word
    else {
      let first = word == Self.alseWord ? start &- 1 : start
      return fail(.expected(.value), first, first + 1)
    }
    return true
  }

  /// Records a fault and returns -1.
  private mutating func failed(_ kind: JSONFault.Kind, _ start: Int, _ end: Int) -> Int {
    fault = JSONFault(kind: kind, start: start, end: end)
    return -1
  }
}
