import Documents
import Findings
import Testing

/// Where a fault of XML is found, and what is said of it.
struct XMLFaultTests {
  @Test func `a mismatched end tag points back to the start tag`() {
    check("<r><a>‹<b›>t«</c>»</a></r>", .xml, breaks: FormatRule.xmlSyntax, path: "/a/b")
    check(
      "‹<r› a='>'>«</R>»", .xml, breaks: FormatRule.xmlSyntax,
      says: "the end tag “R” stands where the element “r” is still open")
  }

  @Test func `bare signs are found themselves`() {
    check("<r>x «&» y</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>x «<» y</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r a='x «&» y'/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r a='x «<» y'/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>x «]]>» y</r>", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `references are found whole`() {
    check("<r>x «&eacute;» y</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r a='«&nbsp;»'/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>«&amp» y</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>«&#0;»</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>«&#xZZ»;</r>", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `characters that XML leaves out are found one by one`() {
    check(
      "<r>a«\u{1}»b</r>", .xml, breaks: FormatRule.xmlSyntax,
      says: "the character U+0001 stands here, which XML does not allow")
    check("<r>a«\u{FFFE}»b</r>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>a«\u{0}»b</r>", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `a file that ends too early points back to what is open`() {
    check("<r>‹<a›>text«»", .xml, breaks: FormatRule.xmlSyntax, path: "/a")
    check("<r>‹<a› b«»", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>‹<a› b='x«»", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>‹<!--› x«»", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>‹<?›p x«»", .xml, breaks: FormatRule.xmlSyntax)
    check("<r>a‹<![CDATA[›x</r>«»", .xml, breaks: FormatRule.xmlSyntax)
    check("<!-- only -->«»", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `faults of attributes are found at the attribute`() {
    check("<r ‹a›='1' «a»='2'/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r xmlns:p='u' xmlns:q='u' p:‹a›='1' q:«a»='2'/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r «a»/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r a=«1»/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r a='1'«b»='2'/>", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `what stands around the root is found`() {
    check("<r/>\n«<»s/>", .xml, breaks: FormatRule.xmlSyntax)
    check("<r/> «more»", .xml, breaks: FormatRule.xmlSyntax)
    check("«x»<r/>", .xml, breaks: FormatRule.xmlSyntax)
    check(" «<?xml» version='1.0'?><r/>", .xml, breaks: FormatRule.xmlSyntax)
    check("«<?xml version='2.0'?>»<r/>", .xml, breaks: FormatRule.xmlSyntax)
  }

  @Test func `a DOCTYPE is refused before anything in it is read`() {
    check("<!-- c -->«<!DOCTYPE» r [<!ENTITY x 'y'>]><r>&x;</r>", .xml, breaks: FormatRule.xmlDoctype)
    check("«<!DOCTYPE» html><html/>", .xml, breaks: FormatRule.xmlDoctype)
    check("«<!DOCTYPE» r SYSTEM 'file:///etc/passwd'><r/>", .xml, breaks: FormatRule.xmlDoctype)
    check("<r>«<!DOCTYPE» r></r>", .xml, breaks: FormatRule.xmlDoctype)
  }

  @Test func `a prefix must be declared`() {
    check("<«p»:r/>", .xml, breaks: FormatRule.xmlNamespace)
    check("<r «p»:a='1'/>", .xml, breaks: FormatRule.xmlNamespace)
    check("<r xmlns:p='u'><p:a/></r>", .xml)
  }

  @Test func `positions behind seventy thousand lines are exact`() throws {
    let lines = String(repeating: "<a>ü\u{1F600}</a>\r\n", count: 70_000)
    let source = Array("\u{FEFF}<r>\r\n\(lines)\t<b>x & y</b></r>".utf8)
    let finding = try #require(read(source, as: .xml).findings.first)
    let region = try #require(finding.place.resolved(in: LineTable(source)).region)
    #expect(region.start == Position(line: 70_002, column: 7))
  }

  @Test func `what was read before the fault is kept and closed`() {
    let document = read(Array("<r><a>1</a><b>2</c></r>".utf8), as: .xml).document
    #expect(document.nodes.map(\.kind) == [.element, .element, .text, .element])
    #expect(document.nodes.map(\.next) == [4, 3, 3, 4])
  }
}
