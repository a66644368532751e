import Findings
import Testing

struct LineTableTests {
  @Test func `each kind of line end ends one line`() {
    let table = LineTable(Array("a\nb\r\nc\rd".utf8))
    #expect(table.lineCount == 4)
    #expect(table.position(of: 2) == Position(line: 2, column: 1))
    #expect(table.position(of: 5) == Position(line: 3, column: 1))
    #expect(table.position(of: 7) == Position(line: 4, column: 1))
    #expect(table.text(of: table.span(ofLine: 2)) == "b")
  }

  @Test func `columns count scalars, not bytes, and a byte order mark counts none`() {
    let table = LineTable([0xEF, 0xBB, 0xBF] + Array("é😀\tx".utf8))
    #expect(table.position(of: 3) == Position(line: 1, column: 1))
    #expect(table.position(of: 5) == Position(line: 1, column: 2))
    #expect(table.position(of: 9) == Position(line: 1, column: 3))
    #expect(table.position(of: 10) == Position(line: 1, column: 4))
    #expect(table.position(of: 11) == Position(line: 1, column: 5))
  }

  @Test func `an offset inside a scalar belongs to it`() {
    let table = LineTable(Array("a😀b".utf8))
    for offset in 1...4 { #expect(table.position(of: offset) == Position(line: 1, column: 2)) }
    #expect(table.position(of: 5) == Position(line: 1, column: 3))
  }

  @Test func `positions agree with a plain count on a long line`() {
    let text = String(repeating: "aé😀", count: 5000)
    let table = LineTable(Array(text.utf8))
    var offset = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index % 97 == 0 { #expect(table.position(of: offset) == Position(line: 1, column: index + 1)) }
      offset += String(scalar).utf8.count
    }
  }

  @Test func `an excerpt of a long line is a window around the span`() {
    let table = LineTable(Array((String(repeating: "é", count: 1000) + "X" + String(repeating: "b", count: 1000)).utf8))
    let region = Region(of: Span(start: 2000, end: 2001), in: table)
    #expect(region.start == Position(line: 1, column: 1001))
    #expect(region.excerptColumn == 981)
    #expect(region.excerpt.utf8.count <= Region.excerptLimit + 3)
    #expect(region.excerpt.contains("X"))
  }
}
