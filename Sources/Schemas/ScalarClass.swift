/// A set of characters: single ones of ASCII, and all others but for a few.
struct ScalarClass: Sendable {
  /// One bit for each character of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether characters beyond ASCII belong to the set, those of `excluded` aside.
  private(set) var hasOthers = false
  private var excluded: [ClosedRange<UInt32>] = []
  /// Whether all of U+0020 to U+007F belong to it, which is looked at in words of eight bytes.
  private var hasPrintable = false

  init(_ scalar: Unicode.Scalar) { insert(scalar.value) }

  /// Reads the inside of brackets and the bracket that closes them; nil for what only RE2 can read.
  init?(_ rest: inout ArraySlice<Unicode.Scalar>) {
    let isNegated = rest.first == "^"
    if isNegated { rest.removeFirst() }
    guard rest.first != "]" else { return nil }
    while true {
      guard let first = Self.scalar(&rest) else { return nil }
      var last = first
      if rest.first == "-", rest.dropFirst().first != "]" {
        rest.removeFirst()
        guard let end = Self.scalar(&rest), end >= first, rest.first != "-" else { return nil }
        last = end
      }
      for value in first...max(first, min(last, 0x7F)) where value < 0x80 { insert(value) }
      if last >= 0x80 {
        guard isNegated else { return nil }
        excluded.append(max(first, 0x80)...last)
      }
      if rest.first == "]" { break }
    }
    rest.removeFirst()
    if isNegated {
      (low, high) = (~low, ~high)
      hasOthers = true
    }
    hasPrintable = low >> 32 == 0xFFFF_FFFF && high == .max
  }

  /// One character of a class, `\uXXXX` resolved; nil for what has a meaning of its own there.
  private static func scalar(_ rest: inout ArraySlice<Unicode.Scalar>) -> UInt32? {
    guard let first = rest.popFirst(), first != "[", first != "]" else { return nil }
    guard first == "\\" else { return first.value }
    guard rest.popFirst() == "u", rest.count >= 4 else { return nil }
    let digits = String(String.UnicodeScalarView(rest.prefix(4)))
    rest = rest.dropFirst(4)
    guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0)?.value }
  }

  private mutating func insert(_ value: UInt32) {
    if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
  }

  private func contains(_ byte: UInt8) -> Bool {
    (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte &- 64)) & 1 == 1
  }

  func isDisjoint(with other: ScalarClass) -> Bool {
    low & other.low == 0 && high & other.high == 0 && !(hasOthers && other.hasOthers)
  }

  /// Where the first character stands that does not belong to the set, or the end of the range.
  func end(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int {
    let bytes = source.bytes
    var offset = range.lowerBound
    while offset < range.upperBound {
      if hasPrintable, offset &+ 8 <= range.upperBound {
        let word = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // No byte has its highest bit, and none is below 0x20: nothing is borrowed from it.
        if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 {
          offset &+= 8
          continue
        }
      }
      let byte = source[offset]
      if byte < 0x80 {
        guard contains(byte) else { return offset }
        offset &+= 1
      } else {
        guard hasOthers else { return offset }
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard offset &+ length <= range.upperBound else { return offset }
        if !excluded.isEmpty, isExcluded(source, offset, length) { return offset }
        offset &+= length
      }
    }
    return offset
  }

  private func isExcluded(_ source: Swift.Span<UInt8>, _ offset: Int, _ length: Int) -> Bool {
    var value = UInt32(source[offset]) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(source[offset + index] & 0x3F) }
    return excluded.contains { $0.contains(value) }
  }
}
