import Findings
import Testing

struct LineCountingTests {
  /// Lines and columns one byte after the other, as slowly as can be.
  private static func positions(of bytes: [UInt8]) -> [Position] {
    var out: [Position] = []
    var (line, column) = (1, 1)
    for (offset, byte) in bytes.enumerated() {
      let continues = byte & 0xC0 == 0x80
      if continues, let last = out.last {
        out.append(last)
        continue
      }
      out.append(Position(line: line, column: column))
      column += 1
      if byte == 0x0A || byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A) {
        (line, column) = (line + 1, 1)
      }
    }
    return out
  }

  @Test(arguments: [0, 1, 2]) func `every byte of a text has the line and column that counting gives`(_ kind: Int) {
    let pieces = ["a", "bcdefgh", "é", "€", "😀", "\n", "\r", "\r\n", "\n\n", "abcdefghijklmnop"]
    var state: UInt64 = 42 + UInt64(kind)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % (kind == 0 ? 5 : pieces.count)]
      }
      let bytes = Array(text.utf8)
      let table = LineTable(bytes)
      #expect(bytes.indices.map { table.position(of: $0) } == Self.positions(of: bytes))
    }
  }
}
