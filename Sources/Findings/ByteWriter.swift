/// Writes numbers and texts one behind the other; `ByteReader` reads them in the same order.
///
/// Numbers are LEB128, signed ones in zigzag; a text is the number of its bytes and its UTF-8.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  public mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number from 0.
  public mutating func number(_ number: Int) { unsigned(UInt64(number)) }

  public mutating func unsigned(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  public mutating func signed(_ number: Int64) { unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }

  public mutating func text(_ text: some Collection<UInt8>) {
    number(text.count)
    bytes += text
  }

  public mutating func text(_ text: String) { self.text(text.utf8) }
}
