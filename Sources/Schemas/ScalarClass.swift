/// A set of characters: single ones of ASCII, and all others but for one range. It holds no reference.
struct ScalarClass: Sendable {
  /// One bit for each character of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// The first and the last character beyond ASCII that does not belong to the set though the others do.
  private var firstExcluded: UInt32 = 0
  private var lastExcluded: UInt32 = 0
  /// Whether characters beyond ASCII belong to the set, the excluded ones aside.
  private(set) var hasOthers = false
  /// Whether all of U+0020 to U+007F belong to it but for one at most, which is looked at in words of eight bytes.
  private var hasPrintable = false
  /// The one that does not, eight times, or 0.
  private var gaps: UInt64 = 0

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
        guard let end = Self.scalar(&rest), end >= first, rest.first != "-" || rest.dropFirst().first == "]" else {
          return nil
        }
        last = end
      }
      for value in first...max(first, min(last, 0x7F)) where value < 0x80 { insert(value) }
      if last >= 0x80 {
        guard isNegated, exclude(max(first, 0x80), last) else { return nil }
      }
      if rest.first == "]" { break }
    }
    rest.removeFirst()
    if isNegated {
      (low, high) = (~low, ~high)
      hasOthers = true
    }
    setPrintable()
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

  private mutating func setPrintable() {
    let others = (UInt32(truncatingIfNeeded: ~low >> 32), ~high)
    hasPrintable = others.0.nonzeroBitCount + others.1.nonzeroBitCount <= 1
    guard hasPrintable, (others.0, others.1) != (0, 0) else { return }
    let gap = others.0 != 0 ? 32 + others.0.trailingZeroBitCount : 64 + others.1.trailingZeroBitCount
    gaps = UInt64(gap) &* 0x0101_0101_0101_0101
  }

  /// The members when they are one range of ASCII.
  var range: ClosedRange<UInt8>? {
    let members = (0..<128).filter { contains(UInt8($0)) }
    guard !hasOthers, let first = members.first, let last = members.last, members.count == last - first + 1 else {
      return nil
    }
    return UInt8(first)...UInt8(last)
  }

  /// Takes out a range beyond ASCII; false when it does not border on the one that is out already.
  private mutating func exclude(_ first: UInt32, _ last: UInt32) -> Bool {
    if lastExcluded == 0 {
      (firstExcluded, lastExcluded) = (first, last)
      return true
    }
    guard first <= lastExcluded + 1, last + 1 >= firstExcluded else { return false }
    (firstExcluded, lastExcluded) = (min(first, firstExcluded), max(last, lastExcluded))
    return true
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte &- 64)) & 1 == 1
  }

  func isDisjoint(with other: ScalarClass) -> Bool {
    low & other.low == 0 && high & other.high == 0 && !(hasOthers && other.hasOthers)
  }

  /// Where the first character stands that does not belong to the set, or the end of the range.
  @inline(__always)
  func end(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while true {
      offset = hasPrintable ? skipPrintable(source, offset, range.upperBound) : offset
      while offset < range.upperBound, source[offset] < 0x80, contains(source[offset]) { offset &+= 1 }
      guard hasOthers, offset < range.upperBound, source[offset] >= 0x80,
        let next = behind(source, offset, range.upperBound)
      else { return offset }
      offset = next
    }
  }

  /// The first byte that is not a member among U+0020 to U+007F, or one near the end of the source, where no word can be
  /// loaded.
  @inline(__always)
  private func skipPrintable(_ source: Swift.Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, offset &+ 8 <= source.count {
      let word = source.word(at: offset)
      let gap = word ^ gaps
      // Up to the first byte that has its highest bit, is below 0x20 or is the gap, nothing is borrowed.
      let others = word | (word &- 0x2020_2020_2020_2020) | ((gap &- 0x0101_0101_0101_0101) & ~gap)
      guard others & 0x8080_8080_8080_8080 == 0 else {
        return min(offset &+ (others & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3, end)
      }
      offset &+= 8
    }
    return min(offset, end)
  }

  /// Where the next character begins behind one beyond ASCII that belongs to the set; nil when it does not.
  @inline(never)
  private func behind(_ source: Swift.Span<UInt8>, _ offset: Int, _ end: Int) -> Int? {
    let byte = source[offset]
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard offset &+ length <= end else { return nil }
    if lastExcluded > 0 {
      var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for index in 1..<length { value = value << 6 | UInt32(source[offset + index] & 0x3F) }
      guard value < firstExcluded || value > lastExcluded else { return nil }
    }
    return offset &+ length
  }
}
