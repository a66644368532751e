import Documents
import Findings
import Testing

struct XMLEncodingTests {
  @Test(arguments: [true, false])
  func `UTF-16 with a byte order mark is read`(bigEndian: Bool) {
    let text = "<?xml version='1.0' encoding='UTF-16'?><r>é€\u{1F600}</r>"
    let reading = read(utf16("\u{FEFF}" + text, bigEndian: bigEndian), as: .xml)
    #expect(reading.findings.isEmpty)
    #expect(reading.document.source == Array(text.utf8))
    #expect(reading.document.text(of: 0) == "é€\u{1F600}")
  }

  @Test(arguments: [
    ("ISO-8859-1", 0xE9 as UInt8, "é"), ("ISO-8859-15", 0xA4, "€"), ("windows-1252", 0x80, "€"),
    ("Windows-1252", 0xE9, "é"), ("iso-8859-1", 0x80, "\u{80}"),
  ])
  func `an 8-bit encoding is transcoded`(name: String, byte: UInt8, text: String) {
    let reading = read(eightBit(name, byte), as: .xml)
    #expect(reading.findings.isEmpty)
    #expect(reading.document.text(of: 0) == text)
    #expect(reading.document.text(of: 1) == text)
  }

  @Test(arguments: [("windows-1252", 0x81 as UInt8), ("US-ASCII", 0xE9), ("UTF-8", 0xE9)])
  func `a byte that stands for nothing is found`(name: String, byte: UInt8) throws {
    let source = eightBit(name, byte)
    let reading = read(source, as: .xml)
    let finding = try #require(reading.findings.first)
    #expect(finding.rule == "xml-encoding")
    #expect(finding.place.span.start == source.count - 5)
    #expect(reading.document.nodes.map(\.kind) == [.element])
    expectWhole(reading)
  }

  @Test(arguments: ["UTF-7", "EBCDIC-CP-US", "ISO-8859-2", "Shift_JIS", "UTF-16", "x"])
  func `another encoding is refused by its name`(name: String) throws {
    let reading = read(Array("<?xml version='1.0' encoding='\(name)'?><r/>".utf8), as: .xml)
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1)
    #expect(finding.rule == "xml-encoding")
    #expect(finding.place.value == name)
    #expect(finding.message.de.contains(name))
    #expect(reading.document.nodes.isEmpty)
  }

  @Test func `a byte order mark and a declaration must agree`() {
    check("\u{FEFF}<?xml version='1.0' encoding='«ISO-8859-1»'?><r/>", .xml, breaks: FormatRule.xmlEncoding)
    check("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><r/>", .xml)
    let reading = read(utf16("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><r/>", bigEndian: true), as: .xml)
    #expect(reading.findings.map(\.rule) == ["xml-encoding"])
  }

  @Test func `UTF-16 without a mark, with half a pair or half a unit is refused`() {
    let bare = read(utf16("<r/>", bigEndian: false), as: .xml)
    #expect(bare.findings.map(\.rule) == ["xml-encoding"])
    let whole = utf16("\u{FEFF}<r>x</r>", bigEndian: false)
    let half = read(whole.dropLast(10) + [0x00, 0xD8] + whole.suffix(8), as: .xml)
    #expect(half.findings.map(\.rule) == ["xml-encoding"])
    let odd = read(Array(whole.dropLast()), as: .xml)
    #expect(odd.findings.map(\.rule) == ["xml-encoding"])
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  private func eightBit(_ name: String, _ byte: UInt8) -> [UInt8] {
    Array("<?xml version='1.0' encoding='\(name)'?><r>".utf8) + [byte] + Array("</r>".utf8)
  }
}
