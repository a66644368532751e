import Documents
import Findings
import Testing

struct DuplicateMemberTests {
  @Test func `a duplicate member is an error with both places`() {
    check(#"{"‹a›":1,"b":2,"«a»":3}"#, .json, breaks: FormatRule.jsonDuplicateMember, path: "/a")
  }

  @Test func `names are compared without their escapes`() {
    check(#"{"‹a›":1,"«\u0061»":3}"#, .json, breaks: FormatRule.jsonDuplicateMember, path: "/a")
    check(#"{"\u00e9":1,"e\u0301":3}"#, .json)
  }

  @Test func `names of other objects do not count`() {
    check(#"{"a":{"a":[{"a":1},{"a":1}]},"b":{"a":1}}"#, .json)
  }

  @Test func `an object of a hundred thousand members is checked in linear time`() throws {
    var text = "{"
    for index in 0..<100_000 { text += "\"member-with-a-long-name-\(index)\":\(index)," }
    text += "\"member-with-a-long-name-77777\":0}"
    let reading = read(Array(text.utf8), as: .json)
    #expect(reading.document.nodes.count == 100_002)
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1)
    #expect(finding.place.path == "/member-with-a-long-name-77777")
    #expect(finding.related.map(\.label) == ["first"])
  }

  @Test func `names that only differ in the middle are told apart`() {
    let names = (100..<400).map { #""prefix-common-\#($0)-suffix-common":0"# }
    check("{" + names.joined(separator: ",") + "}", .json)
  }

  @Test func `the list of duplicates ends after fifty`() {
    let text = "[" + String(repeating: #"{"a":1,"a":2},"#, count: 200) + "0]"
    #expect(read(Array(text.utf8), as: .json).findings.count == 50)
  }

  @Test func `duplicates before a syntax fault are kept`() {
    check(
      #"[{"‹a›":1,"«a»":2}«,» ]"#, .json, breaks: FormatRule.jsonDuplicateMember, FormatRule.jsonSyntax)
  }
}
