/// What the bytes of a text or an attribute value mean.
enum XMLText {
  /// The text of a run of character data: references resolved, XML 1.0 §4.4, CDATA sections opened, §2.7, and line ends
  /// turned into LF, §2.11.
  static func content(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    var inCDATA = false
    while at < range.upperBound {
      let byte = source[at]
      switch byte {
      case UInt8(ascii: "&") where !inCDATA:
        at = reference(source, at, range.upperBound, &out)
        continue
      case UInt8(ascii: "<") where !inCDATA:
        inCDATA = true
        at += 9
        continue
      case UInt8(ascii: "]")
      where inCDATA && at + 2 < range.upperBound && source[at + 1] == byte
        && source[at + 2] == UInt8(ascii: ">"):
        inCDATA = false
        at += 3
        continue
      case 0x0D:
        out.append(0x0A)
        if at + 1 < range.upperBound, source[at + 1] == 0x0A { at += 1 }
      default: out.append(byte)
      }
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The normalised value of an attribute of type CDATA, XML 1.0 §3.3.3: white space becomes spaces, references are
  /// resolved and stay what they are.
  static func attribute(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source[at]
      switch byte {
      case UInt8(ascii: "&"):
        at = reference(source, at, range.upperBound, &out)
        continue
      case 0x0D:
        out.append(0x20)
        if at + 1 < range.upperBound, source[at + 1] == 0x0A { at += 1 }
      case 0x0A, 0x09: out.append(0x20)
      default: out.append(byte)
      }
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Resolves a character reference or one of the five entities of XML 1.0 §4.6; anything else stays as it is written.
  /// - Returns: The byte behind it.
  private static func reference(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ out: inout [UInt8]
  ) -> Int {
    guard let semicolon = source[start..<end].firstIndex(of: UInt8(ascii: ";")) else {
      out.append(source[start])
      return start + 1
    }
    let name = source[start + 1..<semicolon]
    if let scalar = scalar(named: name) {
      out.append(contentsOf: Array(String(Character(scalar)).utf8))
      return semicolon + 1
    }
    out.append(source[start])
    return start + 1
  }

  private static func scalar(named name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    switch text {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "apos": return "'"
    case "quot": return "\""
    default:
      guard text.hasPrefix("#") else { return nil }
      let digits = text.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return value.flatMap { Unicode.Scalar($0) }
    }
  }
}
