import Documents
import Findings
import Testing

/// Where a fault of JSON is found, and what is said of it.
struct JSONFaultTests {
  @Test func `something else than what is due is found at its first word`() {
    check("[1 «2»]", .json, breaks: FormatRule.jsonSyntax, path: "", says: "a comma or ] is expected, but there is “2”")
    check(
      #"{"a":1«]»"#, .json, breaks: FormatRule.jsonSyntax, path: "", says: "a comma or } is expected, but there is “]”")
    check(#"{"a" «1»}"#, .json, breaks: FormatRule.jsonSyntax, path: "", says: "a colon is expected, but there is “1”")
    check(#"{«a»:1}"#, .json, breaks: FormatRule.jsonSyntax)
    check("[1] «more»", .json, breaks: FormatRule.jsonSyntax)
    check(#"{"a":[{},{"b":«tru»}]}"#, .json, breaks: FormatRule.jsonSyntax, path: "/a/1/b")
    check(#"{"a":[{},{"b":«True»}]}"#, .json, breaks: FormatRule.jsonSyntax, path: "/a/1/b")
    check("[«NaN»]", .json, breaks: FormatRule.jsonSyntax, path: "/0")
  }

  @Test func `the pointer escapes what RFC 6901 escapes`() {
    check(#"{"a/b":{"c~d":{"\u0065":«x»}}}"#, .json, breaks: FormatRule.jsonSyntax, path: "/a~1b/c~0d/e")
  }

  @Test func `a trailing comma is found itself`() {
    check("[1«,» \n ]", .json, breaks: FormatRule.jsonSyntax, path: "")
    check(#"{"a":1«,»}"#, .json, breaks: FormatRule.jsonSyntax, path: "")
  }

  @Test func `comments and single quotes have words of their own`() {
    check("[1 «/»* x */]", .json, breaks: FormatRule.jsonSyntax, says: "a comment stands here; JSON has none")
    check("[«'»x']", .json, breaks: FormatRule.jsonSyntax)
    check("{«'»x': 1}", .json, breaks: FormatRule.jsonSyntax)
  }

  @Test func `a file that ends too early points back to what is open`() {
    check(#"{"a":‹[›1,2«»"#, .json, breaks: FormatRule.jsonSyntax, path: "/a")
    check(#"‹[›"x", «»"#, .json, breaks: FormatRule.jsonSyntax, path: "/1")
    check(#"[1, ‹"abc\"›«»"#, .json, breaks: FormatRule.jsonSyntax, path: "/1", says: "the file ends inside a string")
    check(#"{‹"abc›«»"#, .json, breaks: FormatRule.jsonSyntax, path: "")
  }

  @Test func `faults in strings are found at the character`() {
    check("[\"a«\t»b\"]", .json, breaks: FormatRule.jsonSyntax)
    check("[\"a«\n»b\"]", .json, breaks: FormatRule.jsonSyntax)
    check("[\"a«\u{0}»b\"]", .json, breaks: FormatRule.jsonSyntax)
    check(#"["ab«\x»"]"#, .json, breaks: FormatRule.jsonSyntax)
    check(#"["«\u12G4»"]"#, .json, breaks: FormatRule.jsonSyntax)
    check(#"["«\ud800»x"]"#, .json, breaks: FormatRule.jsonEncoding)
    check(#"["«\udc00»"]"#, .json, breaks: FormatRule.jsonEncoding)
    check(#"["«\ud800»\ud800"]"#, .json, breaks: FormatRule.jsonEncoding)
  }

  @Test func `faults in numbers are found where a digit is due`() {
    check("[«01»]", .json, breaks: FormatRule.jsonSyntax)
    check("[1.«]»", .json, breaks: FormatRule.jsonSyntax)
    check("[-«x»]", .json, breaks: FormatRule.jsonSyntax)
    check("[1e+«,»2]", .json, breaks: FormatRule.jsonSyntax)
    check("[«+1»]", .json, breaks: FormatRule.jsonSyntax)
  }

  @Test func `bytes that are not UTF-8 are found one by one`() throws {
    let reading = read(Array("[\"caf".utf8) + [0xE9] + Array("\"]".utf8), as: .json)
    let finding = try #require(reading.findings.first)
    #expect(finding.rule == "json-encoding")
    #expect(finding.place.span == Span(start: 5, end: 6))
    #expect(finding.message.fr.contains("Windows-1252"))
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00] as [UInt8], "UTF-16LE"), ([0x00, 0x5B, 0x00, 0x5D], "UTF-16BE"),
    ([0x5B, 0x00, 0x5D, 0x00], "UTF-16LE"), ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x5B], "UTF-32BE"),
  ])
  func `another encoding is refused by its name`(bytes: [UInt8], name: String) throws {
    let finding = try #require(read(bytes, as: .json).findings.first)
    #expect(finding.rule == "json-encoding")
    #expect(Language.allCases.allSatisfy { finding.message[$0].contains(name) })
  }

  @Test func `what was read before the fault is kept and closed`() {
    let reading = read(Array(#"{"a":{"b":[1,2"#.utf8), as: .json)
    #expect(reading.document.nodes.map(\.next) == [5, 5, 5, 4, 5])
    #expect(reading.document.text(of: 4) == "2")
  }

  @Test func `a file without content is empty`() {
    check("«»", .json, breaks: FormatRule.emptyFile)
    check("« \n»", .json, breaks: FormatRule.emptyFile)
  }
}
