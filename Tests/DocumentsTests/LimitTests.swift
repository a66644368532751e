import Documents
import Findings
import Testing

/// Each limit in each syntax: what fits is read, one more is a finding that names limit and value.
struct LimitTests {
  @Test(arguments: Syntax.allCases)
  func `the size of the file is limited`(syntax: Syntax) throws {
    let source = Array((syntax == .xml ? "<r>abc</r>" : "[\"abc\", 1]").utf8)
    #expect(read(source, as: syntax, limits: limits { $0.bytes = 10 }).findings.isEmpty)
    let finding = try #require(read(source, as: syntax, limits: limits { $0.bytes = 9 }).findings.first)
    #expect(finding.rule == "limit-bytes")
    #expect(finding.message.en == "the file has 10 bytes; the limit is 9")
  }

  @Test func `depth is limited`() {
    let two = limits { $0.depth = 2 }
    check("[[1]]", .json, limits: two)
    check("[[«[»1]]]", .json, breaks: FormatRule.limitDepth, path: "/0/0", limits: two)
    check("<r><a>x</a></r>", .xml, limits: two)
    check("<r><a>«<»b/></a></r>", .xml, breaks: FormatRule.limitDepth, path: "/a", limits: two)
    check("a: {b: 1}", .yaml, limits: two)
    check("a: {b: «[»1]}", .yaml, breaks: FormatRule.limitDepth, path: "/a/b", limits: two)
  }

  @Test func `the number of nodes is limited`() {
    let three = limits { $0.nodes = 3 }
    check("[1,2]", .json, limits: three)
    check("[1,2,«3»,4]", .json, breaks: FormatRule.limitNodes, path: "/2", limits: three)
    check("<r><a>x</a></r>", .xml, limits: three)
    check("<r><a>x</a>«<»b/></r>", .xml, breaks: FormatRule.limitNodes, limits: three)
    check("<r><a/><b/>«x»</r>", .xml, breaks: FormatRule.limitNodes, limits: three)
    check("[1, 2]", .yaml, limits: three)
    check("[1, 2, «3»]", .yaml, breaks: FormatRule.limitNodes, limits: three)
  }

  @Test func `the length of a text is limited`() {
    let four = limits { $0.stringBytes = 4 }
    check(#"["abcd", 1234]"#, .json, limits: four)
    check(
      #"[«"abcde"»]"#, .json, breaks: FormatRule.limitString, says: "a text has 5 bytes; the limit is 4", limits: four)
    check(#"[«12345»]"#, .json, breaks: FormatRule.limitString, limits: four)
    check(#"{«"abcde"»:1}"#, .json, breaks: FormatRule.limitString, limits: four)
    check("<r a='abcd'>abcd</r>", .xml, limits: four)
    check("<r>«abcde»</r>", .xml, breaks: FormatRule.limitString, limits: four)
    check("<r «a»='abcde'/>", .xml, breaks: FormatRule.limitString, limits: four)
    check("<r><«abcde»/></r>", .xml, breaks: FormatRule.limitString, limits: four)
    check("a: «abcde»", .yaml, breaks: FormatRule.limitString, limits: four)
  }

  @Test func `attributes and namespaces are limited`() {
    let two = limits { $0.attributes = 2 }
    check("<r a='1' b='2'/>", .xml, limits: two)
    check("<r>«<»s a='1' b='2' c='3'/></r>", .xml, breaks: FormatRule.limitAttributes, limits: two)
    check("<r xmlns='a' xmlns:b='b'>«<»c xmlns:d='d'/></r>", .xml, breaks: FormatRule.limitAttributes, limits: two)
  }

  @Test func `a tag with very many attributes costs nothing`() {
    let attributes = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
    let clock = ContinuousClock()
    let source = Array("<r><s \(attributes)/></r>".utf8)
    let time = clock.measure { #expect(read(source, as: .xml).findings.map(\.rule) == ["limit-attributes"]) }
    #expect(time < .seconds(1))
  }

  private func limits(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    change(&limits)
    return limits
  }
}
