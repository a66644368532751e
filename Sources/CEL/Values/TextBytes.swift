/// What is asked of a text where it lies.
extension UnsafeBufferPointer<UInt8> {
  /// Whether both hold the same bytes; compares eight at a time.
  @inline(__always)
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let first = baseAddress, let second = other.baseAddress else { return true }
    return Self.areEqual(first, second, count)
  }

  private static func areEqual(_ first: UnsafePointer<UInt8>, _ second: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let (one, two) = (UnsafeRawPointer(first), UnsafeRawPointer(second))
    @inline(__always) func isSame<Word: FixedWidthInteger & BitwiseCopyable>(_ type: Word.Type, at offset: Int) -> Bool
    {
      one.loadUnaligned(fromByteOffset: offset, as: type) == two.loadUnaligned(fromByteOffset: offset, as: type)
    }
    // What is left at the end is covered by a last word that may overlap the one before.
    if count >= 8 {
      var offset = 0
      while offset + 8 < count {
        if !isSame(UInt64.self, at: offset) { return false }
        offset += 8
      }
      return isSame(UInt64.self, at: count - 8)
    }
    if count >= 4 { return isSame(UInt32.self, at: 0) && isSame(UInt32.self, at: count - 4) }
    if count >= 2 { return isSame(UInt16.self, at: 0) && isSame(UInt16.self, at: count - 2) }
    return first[0] == second[0]
  }

  /// The number that the two digits at an offset write, 0 to 99; a greater one where there is something else.
  @inline(__always)
  func pair(at offset: Int) -> Int {
    let (tens, ones) = (self[offset] &- UInt8(ascii: "0"), self[offset + 1] &- UInt8(ascii: "0"))
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : Int.max
  }

  /// A hash that is the same for the same bytes in every run.
  @inline(__always)
  var mixed: UInt32 {
    guard let baseAddress, count > 0 else { return KeyHash.mixed(0, 1) }
    let start = UnsafeRawPointer(baseAddress)
    var hash = UInt64(count)
    var offset = 0
    while offset + 8 < count {
      hash = KeyHash.step(hash, start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // Of the last eight bytes some may have been taken already.
    let last: UInt64
    if count >= 8 {
      last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      last =
        UInt64(start.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        | UInt64(start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    } else {
      last = UInt64(self[0]) | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1]) << 16
    }
    return KeyHash.mixed(KeyHash.step(hash, last), 1)
  }
}

/// The hash of the keys of indexes: of a good spread, cheap, and the same in every run.
enum KeyHash {
  private static var multiplier: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  static func mixed(_ first: UInt64, _ second: UInt64) -> UInt32 {
    let product = (first ^ second &* 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: multiplier)
    let folded = product.high ^ product.low
    return UInt32(truncatingIfNeeded: folded ^ folded >> 32)
  }

  @inline(__always)
  static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: multiplier)
    return (product.high ^ product.low) &+ word
  }
}
