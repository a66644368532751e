import Documents
import Findings
import Testing

struct SyntaxDetectionTests {
  @Test(arguments: [
    ("{}", Syntax.json), (" \r\n\t[", .json), ("<r/>", .xml), ("\u{FEFF}<r/>", .xml), ("\u{FEFF}{}", .json),
    ("a: 1", nil), ("", nil), ("  ", nil), ("\"text\"", nil), ("id;count", nil),
  ])
  func `the first significant character decides`(text: String, syntax: Syntax?) {
    #expect(SyntaxDetection.syntax(of: Array(text.utf8)) == syntax)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x3C, 0x00] as [UInt8], Syntax.xml), ([0xFE, 0xFF, 0x00, 0x7B], .json),
    ([0x00, 0x3C, 0x00, 0x3F], .xml),
    ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x3C], .xml),
  ])
  func `UTF-16 and UTF-32 are seen through`(bytes: [UInt8], syntax: Syntax) {
    #expect(SyntaxDetection.syntax(of: bytes) == syntax)
  }

  @Test(
    arguments: [
      (Array("a,b\n1,2".utf8), "unknown-syntax", "the file begins with “a”; JSON begins with { and XML with <"),
      (
        Array("PK\u{3}\u{4}".utf8), "unknown-syntax", "the file is a ZIP archive or an Office document, not JSON or XML"
      ),
      (Array("%PDF-1.7".utf8), "unknown-syntax", "the file is a PDF document, not JSON or XML"),
      ([0x01, 0x00, 0x00, 0x02, 0x05], "unknown-syntax", "the file is binary data, not text"),
      ([], "empty-file", "the file has no bytes"),
      (Array("\n".utf8), "empty-file", "the file has nothing but white space"),
    ] as [([UInt8], String, String)])
  func `what is neither gets a finding of its own`(bytes: [UInt8], rule: String, words: String) {
    var reader = ReportReader()
    let reading = reader.read(bytes)
    #expect(reading.findings.map(\.rule) == [rule])
    #expect(reading.findings.map(\.message.en) == [words])
    expectWhole(reading)
  }

  @Test func `the syntax can be given`() {
    var reader = ReportReader()
    #expect(reader.read(Array("12".utf8), syntax: .json).findings.isEmpty)
    #expect(reader.read(Array("{}".utf8), syntax: .xml).findings.map(\.rule) == ["xml-syntax"])
    let reading = reader.read(Array("<r/>".utf8))
    #expect(reading.document.syntax == .xml)
    reader.recycle(reading.document)
  }
}
