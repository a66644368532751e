/// Turns byte offsets into lines and columns; built once for each source that has findings.
public struct LineTable: Sendable {
  /// The text that the offsets point into, UTF-8 in a valid report and any bytes otherwise.
  public let source: [UInt8]
  /// The offset of the first byte of each line, ascending; never empty.
  private let starts: [Int]

  /// The number of scalars before each block of `blockSize` bytes: a column on a line of 64 MB costs one block.
  private let scalarsBeforeBlock: [Int]
  private static let blockSize = 4096

  /// Scans the source once, in O(n).
  public init(_ source: [UInt8]) {
    self.source = source
    var starts = [source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    starts.reserveCapacity(source.count / 32)
    let bytes = source.span
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count {
        let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        if Self.marks(of: 0x0D, in: word) == 0 {
          var ends = Self.marks(of: 0x0A, in: word)
          while ends != 0 {
            starts.append(index &+ ends.trailingZeroBitCount >> 3 &+ 1)
            ends &= ends &- 1
          }
          index &+= 8
          continue
        }
      }
      let last = min(index &+ 8, bytes.count)
      while index < last {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
          starts.append(index)
        }
      }
    }
    self.starts = starts
    var counts: [Int] = []
    counts.reserveCapacity(source.count / Self.blockSize + 1)
    var total = 0
    var block = 0
    while block <= source.count {
      counts.append(total)
      total += Self.countScalars(in: source, from: block, to: min(block + Self.blockSize, source.count))
      block += Self.blockSize
    }
    scalarsBeforeBlock = counts
  }

  /// The number of lines, at least 1.
  public var lineCount: Int { starts.count }

  /// The position of a byte; an offset inside a scalar belongs to that scalar, one past the end to the end.
  public func position(of offset: Int) -> Position {
    var offset = min(max(offset, starts[0]), source.count)
    while offset > starts[0], offset < source.count, source[offset] & 0xC0 == 0x80 { offset -= 1 }
    let line = index(ofLineAt: offset)
    return Position(line: line + 1, column: scalars(before: offset) - scalars(before: starts[line]) + 1)
  }

  /// The bytes of a line without its end, 1-based.
  public func span(ofLine line: Int) -> Span {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : source.count
    while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x0D { end -= 1 }
    return Span(start: start, end: end)
  }

  /// The text of a span; bytes that are not UTF-8 become U+FFFD.
  public func text(of span: Span) -> String {
    let start = min(max(span.start, 0), source.count)
    return String(decoding: source[start..<min(max(span.end, start), source.count)], as: UTF8.self)
  }

  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return scalarsBeforeBlock[block] + Self.countScalars(in: source, from: block * Self.blockSize, to: offset)
  }

  /// The highest bit of each of eight bytes that is this one.
  @inline(__always)
  private static func marks(of byte: UInt64, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ (byte &* 0x0101_0101_0101_0101)
    // No byte carries into the next: 0x7F + 0x7F is 0xFE.
    return ~((difference & low) &+ low | difference | low)
  }

  /// Counts the bytes that begin a scalar.
  private static func countScalars(in source: [UInt8], from start: Int, to end: Int) -> Int {
    let bytes = source.span
    var index = start
    var count = max(0, end - start)
    while index &+ 8 <= end {
      let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A continuation byte has its highest bit and not the next.
      count &-= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index &+= 8
    }
    while index < end {
      if bytes[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  private func index(ofLineAt offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
