/// The well-formed byte sequences of RFC 3629 §4.
enum UTF8Scan {
  /// The length of the sequence of two to four bytes at an offset, or 0 where none is well formed: a lone continuation
  /// byte, an overlong form, a surrogate, a value above U+10FFFF, or a sequence that the end cuts off.
  @inline(__always)
  static func length(_ source: Bytes, _ offset: Int) -> Int {
    let lead = source[offset]
    guard lead >= 0xC2, lead <= 0xF4 else { return 0 }
    let count = source.count
    guard offset &+ 1 < count else { return 0 }
    let second = source[offset &+ 1]
    if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard offset &+ 2 < count, source[offset &+ 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard offset &+ 3 < count, source[offset &+ 3] & 0xC0 == 0x80 else { return 0 }
    let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }

  /// The offset of the first byte that is not UTF-8, or nil; O(n), eight bytes at a time through ASCII.
  static func firstFault(_ source: Bytes, from start: Int = 0) -> Int? {
    let bytes = source.bytes
    var offset = start
    while true {
      while offset &+ 32 <= source.count {
        let words = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD4<UInt64>.self)
        guard (words[0] | words[1] | words[2] | words[3]) & 0x8080_8080_8080_8080 == 0 else { break }
        offset &+= 32
      }
      while offset &+ 8 <= source.count {
        let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
        let marks = word & 0x8080_8080_8080_8080
        offset &+= marks == 0 ? 8 : marks.trailingZeroBitCount &>> 3
        if marks != 0 { break }
      }
      while offset < source.count, source[offset] < 0x80 { offset &+= 1 }
      guard offset < source.count else { return nil }
      // Every sequence that follows without a gap.
      repeat {
        let length = length(source, offset)
        guard length > 0 else { return offset }
        offset &+= length
      } while offset < source.count && source[offset] >= 0x80
    }
  }
}
