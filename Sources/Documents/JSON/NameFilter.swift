/// Tells, in 128 bits, whether two members of an object may have the same name; it never misses a pair.
///
/// Two bits for each name: of the objects of a report about one in twenty is looked at again, in O(members).
struct NameFilter {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether a name came twice, as far as the filter can tell.
  private(set) var mayRepeat = false

  /// Adds a name, given by its bytes between the quotes.
  @inline(__always)
  mutating func insert(_ source: Bytes, start: Int, length: Int, escaped: Bool) {
    let bytes = source.bytes
    guard !escaped, start &+ 8 <= source.count else {
      mayRepeat = true
      return
    }
    var hash = bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    if length < 8 {
      hash &= (1 &<< (UInt64(truncatingIfNeeded: length) &* 8)) &- 1
    } else {
      let last = bytes.unsafeLoadUnaligned(fromByteOffset: start &+ length &- 8, as: UInt64.self)
      hash ^= (last &<< 23) | (last &>> 41)
    }
    hash = (hash ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    let first: UInt64 = 1 &<< (hash &>> 58)
    let second: UInt64 = 1 &<< ((hash &>> 52) & 63)
    mayRepeat = mayRepeat || (low & first != 0 && high & second != 0)
    low |= first
    high |= second
  }
}
