import Findings

/// Turns the bytes of an XML file into UTF-8, XML 1.0 §4.3.3 and appendix F.
enum XMLEncoding {
  /// A text in UTF-8, and what was wrong with the bytes.
  struct Text {
    var source: [UInt8]
    /// How much of the text can be read: its size, or the offset of the first fault.
    var readable: Int
    var finding: Finding?
  }

  /// Decodes a file by its byte order mark or its encoding declaration; UTF-8 is returned as it is.
  static func text(of source: [UInt8]) -> Text {
    let (form, mark) = UnicodeForm.detect(source)
    switch form {
    case .utf32LittleEndian, .utf32BigEndian: return refused(source, name: form.rawValue, 0..<min(4, source.count))
    case .utf16LittleEndian, .utf16BigEndian:
      guard mark > 0 else { return refused(source, XMLEncodingWording.noMark(form.rawValue), 0..<2) }
      return utf16(source, from: mark, bigEndian: form == .utf16BigEndian)
    case .utf8: break
    }
    if source.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return refused(source, name: "EBCDIC", 0..<4) }
    guard let declared = declaration(in: source, from: mark) else { return utf8(source) }
    let name = String(decoding: source[declared], as: UTF8.self)
    switch name.uppercased() {
    case "UTF-8", "UTF8": return utf8(source)
    case _ where mark > 0:
      return refused(source, XMLEncodingWording.contradiction(declared: name, found: "UTF-8"), declared)
    case "UTF-16", "UTF-16LE", "UTF-16BE":
      return refused(source, XMLEncodingWording.contradiction(declared: name, found: "UTF-8"), declared)
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "L1": return singleByte(source, name, .latin1)
    case "ISO-8859-15", "ISO8859-15", "LATIN-9": return singleByte(source, name, .latin9)
    case "WINDOWS-1252", "CP1252": return singleByte(source, name, .windows1252)
    case "US-ASCII", "ASCII": return singleByte(source, name, .ascii)
    default: return refused(source, name: name, declared)
    }
  }

  /// The bytes of the name in the encoding declaration, XML 1.0 §4.3.3 production 80, or nil without one.
  private static func declaration(in source: [UInt8], from start: Int) -> Range<Int>? {
    let head = source[start...].prefix(512)
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var scan = XMLTagScan(offset: start + 5)
    return source.withUnsafeBufferPointer { bytes in
      while let found = scan.next(bytes, end: end) {
        if bytes[found.name].elementsEqual("encoding".utf8) { return found.value.isEmpty ? nil : found.value }
      }
      return nil
    }
  }

  private static func utf8(_ source: [UInt8]) -> Text {
    guard let fault = UTF8Scan.firstFault(source.span) else { return Text(source: source, readable: source.count) }
    let span = Span(start: fault, end: fault + 1)
    return Text(
      source: source, readable: fault,
      finding: Finding(
        rule: FormatRule.xmlEncoding, message: EncodingCheck.notUTF8(in: source, at: fault),
        place: Place(span: span, path: "")))
  }

  private static func utf16(_ source: [UInt8], from start: Int, bigEndian: Bool) -> Text {
    var out: [UInt8] = []
    out.reserveCapacity(source.count / 2 + source.count / 4)
    var fault: Int?
    let high = bigEndian ? 0 : 1
    let units = stride(from: start, to: source.count - 1, by: 2).lazy.map { (at: Int) -> UInt16 in
      UInt16(source[at + high]) << 8 | UInt16(source[at + 1 - high])
    }
    var iterator = units.makeIterator()
    var decoder = UTF16()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .error:
        fault = fault ?? out.count
        out.append(contentsOf: UTF8.encodedReplacementCharacter)
      case .emptyInput: break decoding
      }
    }
    if (source.count - start) % 2 != 0 {
      fault = fault ?? out.count
      out.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    if let fault {
      return Text(source: out, readable: fault, finding: finding(XMLEncodingWording.halfPair, fault..<fault + 3))
    }
    if let declared = declaration(in: out, from: 0) {
      let name = String(decoding: out[declared], as: UTF8.self)
      let matching = ["UTF-16", bigEndian ? "UTF-16BE" : "UTF-16LE"]
      if !matching.contains(name.uppercased()) {
        return refused(out, XMLEncodingWording.contradiction(declared: name, found: "UTF-16"), declared)
      }
    }
    return Text(source: out, readable: out.count)
  }

  private static func singleByte(_ source: [UInt8], _ name: String, _ set: CharacterSet8) -> Text {
    var out: [UInt8] = []
    out.reserveCapacity(source.count + source.count / 8)
    var fault: (offset: Int, byte: UInt8)?
    for byte in source {
      if byte < 0x80 {
        out.append(byte)
      } else if let scalar = set.scalar(byte) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        fault = fault ?? (out.count, byte)
        out.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
    guard let fault else { return Text(source: out, readable: out.count) }
    return Text(
      source: out, readable: fault.offset,
      finding: finding(XMLEncodingWording.noCharacter(fault.byte, in: name), fault.offset..<fault.offset + 3))
  }

  private static func refused(_ source: [UInt8], name: String, _ range: Range<Int>) -> Text {
    refused(source, XMLEncodingWording.unsupported(name), range)
  }

  private static func refused(_ source: [UInt8], _ message: LocalizedText, _ range: Range<Int>) -> Text {
    Text(source: source, readable: 0, finding: finding(message, range))
  }

  private static func finding(_ message: LocalizedText, _ range: Range<Int>) -> Finding {
    Finding(
      rule: FormatRule.xmlEncoding, message: message,
      place: Place(span: Span(start: range.lowerBound, end: range.upperBound), path: ""))
  }
}
