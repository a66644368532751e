/// Turns counts of Unicode scalars, which libyaml reports, into byte offsets.
struct ScalarOffsets {
  /// The offset of every 64th scalar; libyaml counts a byte order mark as one.
  private let blocks: [Int]
  private let source: [UInt8]
  private static let blockSize = 64

  /// Scans well-formed UTF-8 once, in O(n).
  init(_ source: [UInt8]) {
    self.source = source
    var blocks: [Int] = []
    var count = 0
    var offset = 0
    while offset < source.count {
      if source[offset] & 0xC0 != 0x80 {
        if count % Self.blockSize == 0 { blocks.append(offset) }
        count += 1
      }
      offset += 1
    }
    self.blocks = blocks
  }

  /// The offset of a scalar, counted from 0; the size of the source behind the last one.
  func offset(of scalar: Int) -> Int {
    let block = scalar / Self.blockSize
    guard block < blocks.count else { return source.count }
    var offset = blocks[block]
    for _ in 0..<scalar % Self.blockSize where offset < source.count {
      offset += 1
      while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
