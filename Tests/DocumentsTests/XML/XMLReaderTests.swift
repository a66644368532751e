import Documents
import Findings
import Testing

struct XMLReaderTests {
  @Test func `elements, attributes and texts have their ranges`() {
    let source =
      "<?xml version=\"1.0\"?>\n<r xmlns=\"urn:r\" xmlns:p='urn:p' p:a = 'é'><!-- c --><p:b>x</p:b>\n<c/></r>\n"
    let document = read(Array(source.utf8), as: .xml).document
    #expect(document.nodes.map(\.kind) == [.element, .attribute, .element, .text, .element])
    #expect(document.nodes.indices.map { document.name(of: $0) } == ["r", "a", "b", nil, "c"])
    #expect(text(document, 1) == "é")
    #expect(text(document, 2) == "<p:b>x</p:b>")
    #expect(text(document, 3) == "x")
    #expect(text(document, 4) == "<c/>")
    #expect(document.nodes.map { document.namespaces[Int($0.namespace)] } == ["urn:r", "urn:p", "urn:p", "", "urn:r"])
    #expect(document.nodes.map(\.next) == [5, 2, 4, 4, 5])
  }

  @Test func `references, CDATA and line ends make one text`() {
    let document = read(Array("<r>a&lt;&#233;<![CDATA[<&\r\n]]>\r\nb\r</r>".utf8), as: .xml).document
    #expect(document.nodes.count == 2)
    #expect(document.nodes[1].flags == .escaped)
    #expect(document.text(of: 1) == "a<é<&\n\nb\n")
    #expect(text(document, 1) == "a&lt;&#233;<![CDATA[<&\r\n]]>\r\nb\r")
    #expect(document.text(of: 0) == document.text(of: 1))
  }

  @Test func `a comment or instruction ends a text`() {
    let document = read(Array("<r>a<!-- & < -->b<?p < ?>c</r>".utf8), as: .xml).document
    #expect((1...3).map { text(document, $0) } == ["a", "b", "c"])
    #expect(document.text(of: 0) == "abc")
  }

  @Test func `white space between elements is dropped, white space alone in an element is kept`() {
    let source = "<r>\n <a> </a>\n <b> <!-- c --> <d/> </b>\n <e> <!-- c --> </e> x </r>"
    let document = read(Array(source.utf8), as: .xml).document
    let names = document.nodes.indices.map { document.name(of: $0) ?? "[\(document.text(of: $0))]" }
    #expect(names == ["r", "a", "[ ]", "b", "d", "e", "[ ]", "[ ]", "[ x ]"])
  }

  @Test func `an attribute value is normalised`() {
    let document = read(Array("<r a='x\t&#9;&quot;\r\n\ny' b=''/>".utf8), as: .xml).document
    #expect(document.text(of: 1) == "x \t\"  y")
    #expect(document.nodes[1].flags == .escaped)
    #expect(document.text(of: 2) == "")
    #expect(text(document, 1) == "x\t&#9;&quot;\r\n\ny")
  }

  @Test func `a greater-than sign in an attribute does not end the tag`() {
    let document = read(Array("<r a='>' b=\"/>\"><c d='>'/></r>".utf8), as: .xml).document
    #expect(document.nodes.map(\.kind) == [.element, .attribute, .attribute, .element, .attribute])
    #expect(text(document, 2) == "/>")
  }

  @Test func `children of a list are counted in the pointer`() {
    let document = read(Array("<r><s><i>1</i><i>2</i></s><t/></r>".utf8), as: .xml).document
    #expect(document.pointer(of: 0) == "")
    #expect(document.pointer(of: 2) == "/s/i")
    #expect(document.pointer(of: 5) == "/s/1")
    #expect(document.pointer(of: 6) == "/t")
  }

  @Test func `a document beyond one chunk keeps its positions`() {
    let row = "<row n='1'>ü&amp;\u{1F600}</row>\r\n"
    let source = "\u{FEFF}<r>\r\n" + String(repeating: row, count: 80_000) + "</r>"
    let reading = read(Array(source.utf8), as: .xml)
    #expect(reading.findings.isEmpty)
    let document = reading.document
    #expect(document.nodes.count == 240_001)
    let width = row.utf8.count
    var isExact = true
    for index in 0..<80_000 {
      let start = 8 + index * width
      let node = document.nodes[1 + 3 * index]
      isExact = isExact && Int(node.start) == start && Int(node.end) == start + width - 2
    }
    #expect(isExact)
    let table = LineTable(document.source)
    #expect(table.position(of: Int(document.nodes[240_000].start)).line == 80_001)
  }

  @Test func `a used document gives its storage back`() {
    var reader = XMLReader()
    let first = reader.read(Array("<r><a/><b/></r>".utf8))
    let capacity = first.document.nodes.capacity
    reader.recycle(first.document)
    #expect(reader.read(Array("<r/>".utf8)).document.nodes.capacity == capacity)
  }

  private func text(_ document: Document, _ index: Int) -> String {
    let span = document.span(of: index)
    return String(decoding: document.source[span.start..<span.end], as: UTF8.self)
  }
}
