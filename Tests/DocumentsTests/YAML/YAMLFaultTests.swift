import Documents
import Findings
import Testing

/// What packs do without, and faults of YAML.
struct YAMLFaultTests {
  @Test func `anchors, aliases, tags and merge keys are refused at their place`() {
    check("ü: «&x» 1\n", .yaml, breaks: FormatRule.yamlFeature, path: "/ü")
    check("a: [1, «*x»]\n", .yaml, breaks: FormatRule.yamlFeature, path: "/a")
    check("a: «!!str» 1\n", .yaml, breaks: FormatRule.yamlFeature)
    check("a: «!foo»\n  b: 1\n", .yaml, breaks: FormatRule.yamlFeature)
    check("«<<»: {a: 1}\n", .yaml, breaks: FormatRule.yamlFeature)
  }

  @Test func `keys are texts and a file has one document`() {
    check("? «[»a]\n: 1\n", .yaml, breaks: FormatRule.yamlFeature)
    check("a: 1\n«---»\nb: 2\n", .yaml, breaks: FormatRule.yamlFeature)
  }

  @Test func `a repeated key is an error with both places`() {
    check("x:\n  ‹a›: 1\n  b: 2\n  \"«\\x61»\": 3\n", .yaml, breaks: FormatRule.yamlDuplicateKey, path: "/x/a")
  }

  @Test func `faults of syntax are found where libyaml stops`() {
    check("a: b«:» c\n", .yaml, breaks: FormatRule.yamlSyntax)
    check("a: ‹[›1, 2\n«»", .yaml, breaks: FormatRule.yamlSyntax, path: "/a")
    check("a: ‹\"›x\n«»", .yaml, breaks: FormatRule.yamlSyntax)
    check("a: «@»x\n", .yaml, breaks: FormatRule.yamlSyntax)
    check(
      "a:\n«\t»- x\n", .yaml, breaks: FormatRule.yamlSyntax,
      says: "a tab stands in the indentation; YAML indents with spaces")
    check("ü: x«\u{1}»y\n", .yaml, breaks: FormatRule.yamlSyntax)
  }

  @Test func `a file without a value is empty`() {
    check("«»", .yaml, breaks: FormatRule.emptyFile)
    check("«# only\n»", .yaml, breaks: FormatRule.emptyFile)
  }

  @Test func `other encodings are refused`() {
    #expect(read([0xFF, 0xFE, 0x61, 0x00], as: .yaml).findings.map(\.rule) == ["yaml-syntax"])
    #expect(read([0x61, 0x3A, 0x20, 0xE9], as: .yaml).findings.map(\.place.span) == [Span(start: 3, end: 4)])
  }

  @Test func `findings are in the pack`() {
    let reading = read(Array("a: 1\na: 2\n".utf8), as: .yaml)
    #expect(reading.findings.map(\.place.source) == [.pack])
    #expect(reading.findings.flatMap(\.related).map(\.place.source) == [.pack])
  }
}
