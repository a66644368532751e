/// Bounds of the number of nodes of a source, at more than 10 GB/s, so that an arena is reserved once.
enum NodeCount {
  /// An upper bound for JSON: commas and opening brackets, wherever they stand, and the root.
  static func json(_ source: Bytes) -> Int {
    // `[` and `{` differ in bit 5 only.
    1 + count(source, UInt8(ascii: ","), UInt8(ascii: "{"), ignoring: 0x20)
  }

  /// A bound for XML: every `<` and `=`. An element with a text has two of the first, an attribute one of the second;
  /// only texts between empty elements can exceed it, and then the arena grows.
  static func xml(_ source: Bytes) -> Int {
    1 + count(source, UInt8(ascii: "<"), UInt8(ascii: "="), ignoring: 0)
  }

  /// Counts the bytes that are `first`, or `second` once the bits to ignore are set.
  private static func count(_ source: Bytes, _ first: UInt8, _ second: UInt8, ignoring bits: UInt8) -> Int {
    let bytes = source.bytes
    let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
    let low = ones &* 0x7F
    let firsts = ones &* UInt64(first)
    let seconds = ones &* UInt64(second)
    let mask = ones &* UInt64(bits)
    var count = 0
    var offset = 0
    while offset &+ 32 * 127 <= source.count {
      // Each byte counts its own misses; 127 steps of up to two cannot overflow it.
      var misses = SIMD4<UInt64>()
      for _ in 0..<127 {
        let block = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
        let one = block ^ firsts
        let other = (block | mask) ^ seconds
        misses &+= (((((one & low) &+ low) | one) &>> 7) & ones) &+ (((((other & low) &+ low) | other) &>> 7) & ones)
        offset &+= 32
      }
      for lane in 0..<4 {
        var word = misses[lane]
        for _ in 0..<8 {
          count &+= 254 &- Int(word & 0xFF)
          word &>>= 8
        }
      }
    }
    while offset < source.count {
      if source[offset] == first || source[offset] | bits == second { count &+= 1 }
      offset &+= 1
    }
    return count
  }
}
