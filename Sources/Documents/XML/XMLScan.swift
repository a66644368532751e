/// Finds the pieces of XML between tags, in text that need not be well formed.
enum XMLScan {
  /// The byte behind white space, eight spaces at a time.
  @inline(__always)
  static func skipSpaces(_ source: Bytes, _ start: Int) -> Int {
    let bytes = source.bytes
    var at = start
    while at < source.count, XMLTagScan.isSpace(source[unchecked: at]) {
      at &+= 1
      // Behind a line end there are often many spaces.
      while at &+ 8 <= source.count {
        let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
        let others = word ^ 0x2020_2020_2020_2020
        at &+= others == 0 ? 8 : others.trailingZeroBitCount &>> 3
        if others != 0 { break }
      }
    }
    return at
  }

  /// The next `<`, `&` or carriage return, or the end.
  @inline(__always)
  static func skipPlain(_ source: Bytes, _ start: Int) -> Int {
    let bytes = source.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = start
    while at &+ 8 <= source.count {
      let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self))
      let less = word ^ (ones &* UInt64(UInt8(ascii: "<")))
      let ampersand = word ^ (ones &* UInt64(UInt8(ascii: "&")))
      let carriage = word ^ (ones &* 0x0D)
      // The lowest mark is exact, marks above it may be false.
      let hits =
        ((less &- ones) & ~less | (ampersand &- ones) & ~ampersand | (carriage &- ones) & ~carriage) & (ones &* 0x80)
      if hits != 0 { return at &+ (hits.trailingZeroBitCount &>> 3) }
      at &+= 8
    }
    while at < source.count {
      switch source[at] {
      case UInt8(ascii: "<"), UInt8(ascii: "&"), 0x0D: return at
      default: at &+= 1
      }
    }
    return at
  }

  /// Where a run of character data, references and CDATA sections ends, and whether its bytes mean what they are.
  static func run(_ source: Bytes, _ start: Int) -> (end: Int, isPlain: Bool) {
    var at = start
    var isPlain = true
    while true {
      at = skipPlain(source, at)
      guard at < source.count else { return (source.count, isPlain) }
      if source[at] != UInt8(ascii: "<") {
        at &+= 1
      } else if startsCDATA(source, at) {
        at = find("]]>", source, at &+ 9) ?? source.count
      } else {
        return (at, isPlain)
      }
      isPlain = false
    }
  }

  /// Whether a CDATA section, XML 1.0 §2.7, begins here.
  @inline(__always)
  static func startsCDATA(_ source: Bytes, _ at: Int) -> Bool {
    at &+ 1 < source.count && source[at &+ 1] == UInt8(ascii: "!") && starts(with: "<![CDATA[", source, at)
  }

  /// The byte behind a comment or processing instruction, or nil where neither stands or it has no end.
  static func skipNonText(_ source: Bytes, _ at: Int) -> Int? {
    guard at + 1 < source.count else { return nil }
    if source[at + 1] == UInt8(ascii: "?") { return find("?>", source, at + 2) }
    return starts(with: "<!--", source, at) ? find("-->", source, at + 4) : nil
  }

  /// The `<` of the next tag, over text, CDATA sections, comments and processing instructions; or the end.
  static func nextTag(_ source: Bytes, _ start: Int) -> Int {
    var at = start
    while true {
      at = skipPlain(source, at)
      guard at < source.count else { return at }
      if source[at] != UInt8(ascii: "<") {
        at &+= 1
      } else if startsCDATA(source, at) {
        at = find("]]>", source, at &+ 9) ?? source.count
      } else if let behind = skipNonText(source, at) {
        at = behind
      } else {
        return at
      }
    }
  }

  /// The number of attributes of the tag that begins here, as its quotes tell.
  static func countAttributes(_ source: Bytes, _ start: Int) -> Int {
    var at = start &+ 1
    var seen = 0
    var quote: UInt8 = 0
    while at < source.count {
      let byte = source[at]
      at &+= 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = byte
        seen &+= 1
      case UInt8(ascii: ">"), UInt8(ascii: "<"): return seen
      default: break
      }
    }
    return seen
  }

  /// The byte behind the next occurrence, or nil.
  static func find(_ text: StaticString, _ source: Bytes, _ start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var at = start
    while at + length <= source.count {
      if source[at] == text.utf8Start[0], starts(with: text, source, at) { return at + length }
      at &+= 1
    }
    return nil
  }

  private static func starts(with text: StaticString, _ source: Bytes, _ at: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard at + length <= source.count else { return false }
    for index in 0..<length where source[at + index] != text.utf8Start[index] { return false }
    return true
  }
}
