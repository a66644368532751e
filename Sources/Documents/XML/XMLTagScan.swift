/// Walks over the attributes of one tag.
struct XMLTagScan {
  var offset: Int

  /// One attribute, by its bytes.
  struct Attribute {
    /// The local name.
    var name: Range<Int>
    /// The value without its quotes.
    var value: Range<Int>
    /// Whether the value has references or white space other than spaces, which XML 1.0 §3.3.3 makes spaces.
    var isEscaped: Bool
    var declaresNamespace: Bool
  }

  /// The next attribute before a byte, or nil at the end of the tag or where none is complete.
  mutating func next(_ source: UnsafeBufferPointer<UInt8>, end: Int) -> Attribute? {
    while offset < end, Self.isSpace(source[offset]) { offset += 1 }
    var nameStart = offset
    var colon = -1
    while offset < end, source[offset] != UInt8(ascii: "="), !Self.isSpace(source[offset]) {
      switch source[offset] {
      case UInt8(ascii: ":"): colon = offset
      case UInt8(ascii: ">"), UInt8(ascii: "<"): return nil
      default: break
      }
      offset += 1
    }
    let nameEnd = offset
    guard nameEnd > nameStart else { return nil }
    let wholeName = source[nameStart..<nameEnd]
    let declares =
      wholeName.elementsEqual("xmlns".utf8) || (colon == nameStart + 5 && wholeName.starts(with: "xmlns".utf8))
    if colon >= 0 { nameStart = colon + 1 }
    while offset < end, source[offset] == UInt8(ascii: "=") || Self.isSpace(source[offset]) { offset += 1 }
    guard offset < end, source[offset] == UInt8(ascii: "\"") || source[offset] == UInt8(ascii: "'") else { return nil }
    let quote = source[offset]
    offset += 1
    let valueStart = offset
    var isEscaped = false
    while offset < end, source[offset] != quote {
      let byte = source[offset]
      if byte == UInt8(ascii: "&") || (byte < 0x20) { isEscaped = true }
      offset += 1
    }
    guard offset < end else { return nil }
    offset += 1
    return Attribute(
      name: nameStart..<nameEnd, value: valueStart..<offset - 1, isEscaped: isEscaped, declaresNamespace: declares)
  }

  /// XML 1.0 §2.3, production 3.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
