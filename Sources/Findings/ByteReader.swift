/// Reads what `ByteWriter` wrote.
///
/// What does not fit gives zeros and empty texts, and the whole is not sound.
public struct ByteReader {
  /// Kept, because texts are read where they lie.
  public let store: TextStore
  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var offset: Int
  @usableFromInline let end: Int
  public private(set) var isSound = true

  /// - Parameter range: The part of the store that is read.
  public init(_ store: TextStore, _ range: Range<Int>) {
    self.store = store
    bytes = store.bytes
    offset = max(range.lowerBound, 0)
    end = min(range.upperBound, store.count)
  }

  /// Whether all bytes were read and held what was asked for.
  public var isWhole: Bool { isSound && offset == end }

  /// Says that what was read makes no sense; nothing more is read.
  public mutating func fail() {
    isSound = false
    offset = end
  }

  @inlinable
  public mutating func byte() -> UInt8 {
    guard offset < end else {
      fail()
      return 0
    }
    defer { offset &+= 1 }
    return bytes[offset]
  }

  @inlinable
  public mutating func flag() -> Bool { byte() == 1 }

  @inlinable
  public mutating func number() -> Int {
    let first = byte()
    return first < 0x80 ? Int(first) : Int(truncatingIfNeeded: rest(of: first))
  }

  @inlinable
  public mutating func unsigned() -> UInt64 { rest(of: byte()) }

  @usableFromInline
  mutating func rest(of first: UInt8) -> UInt64 {
    var number = UInt64(first & 0x7F)
    var last = first
    var shift: UInt64 = 7
    while last >= 0x80 {
      guard shift < 64 else {
        fail()
        return 0
      }
      last = byte()
      number |= UInt64(last & 0x7F) << shift
      shift += 7
    }
    return number
  }

  @inlinable
  public mutating func signed() -> Int64 {
    let number = unsigned()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// The number of things that follow, each of a byte at least.
  public mutating func count() -> Int {
    let count = number()
    guard count >= 0, count <= end - offset else {
      fail()
      return 0
    }
    return count
  }

  /// The bytes of a text, where they lie in the store.
  public mutating func text() -> UnsafeRawBufferPointer {
    let count = count()
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  public mutating func string() -> String { String(decoding: text(), as: UTF8.self) }
}
