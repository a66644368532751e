/// The text between the quotes of a JSON string.
public enum JSONText {
  /// Resolves the escapes of RFC 8259 §7 in text that the reader has accepted; a lone surrogate becomes U+FFFD.
  public static func unescape(_ bytes: some Collection<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var iterator = bytes.makeIterator()
    var high: UInt32 = 0
    func flushHigh(_ out: inout [UInt8]) {
      if high != 0 {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        high = 0
      }
    }
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "\\"), let escape = iterator.next() else {
        flushHigh(&out)
        out.append(byte)
        continue
      }
      guard escape == UInt8(ascii: "u") else {
        flushHigh(&out)
        switch escape {
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        default: out.append(escape)
        }
        continue
      }
      var unit: UInt32 = 0
      for _ in 0..<4 { unit = unit << 4 | UInt32(hex(iterator.next() ?? 0)) }
      if high != 0, (0xDC00...0xDFFF).contains(unit) {
        append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &out)
        high = 0
      } else {
        flushHigh(&out)
        if (0xD800...0xDBFF).contains(unit) {
          high = unit
        } else {
          append((0xDC00...0xDFFF).contains(unit) ? 0xFFFD : unit, to: &out)
        }
      }
    }
    flushHigh(&out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: 0
    }
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: Unicode.Scalar(value).map { Array(String($0).utf8) } ?? [0xEF, 0xBF, 0xBD])
  }
}
