import Findings
import Rendering
import Testing

struct ExcerptTests {
  /// What the marks of a text stand below, in the columns of a terminal.
  @Test(arguments: [
    ("a «b» c", ["a b c", "  ^"]),
    ("\t«x»", ["    x", "    ^"]),
    ("a\t«x\ty»z", ["a   x   yz", "    ^^^^^"]),
    ("消息 «😀» e", ["消息 😀 e", "     ^^"]),
    ("e\u{301}e\u{301} «x»", ["e\u{301}e\u{301} x", "   ^"]),
    ("\u{1B}[2J«x»", [#"\u{1B}[2Jx"#, "         ^"]),
    ("a«»b", ["ab", " ^"]),
    ("«\u{202E}»b", [#"\u{202E}b"#, "^^^^^^^^"]),
    ("ab«»", ["ab", "  ^"]),
  ])
  func `marks stand below what they mark`(marked: String, expected: [String]) {
    let lines = text(of: result(marked)).split(separator: "\n")
    #expect(lines[3] == "1 | \(expected[0])")
    #expect(lines[4] == "  | \(expected[1])")
  }

  @Test(arguments: [40, 60, 100, 200])
  func `a long line is cut around what is marked`(width: Int) {
    let long = String(repeating: "abcdefghi ", count: 200)
    for marked in [long + "«X»" + long, "«X»" + long, long + "«X»", "«\(long)»"] {
      let lines = text(of: result(marked), width: width).split(separator: "\n").drop { !$0.hasPrefix("1 |") }
      let (line, marks) = (String(lines[lines.startIndex]), String(lines[lines.startIndex + 1]))
      #expect(line.count <= width)
      let column = marks.prefix { $0 != "^" }.count
      let scalar = line.dropFirst(column).first
      #expect(scalar == "X" || scalar == "a", "\(line)")
    }
  }

  @Test func `places on one line share it even when it is cut`() {
    let lines = text(of: Fixture.nonConformant, width: 60)
    #expect(lines.contains("reviewed\": 9120"))
  }

  @Test func `no line of prose is wider than asked`() {
    for language in Language.allCases {
      for line in text(of: Fixture.nonConformant, width: 80, language: language).split(separator: "\n") {
        #expect(line.count <= 80 || line.contains("://"), "\(line)")
      }
    }
  }

  private func result(_ marked: String) -> Result {
    let source = Source(marked.filter { $0 != "«" && $0 != "»" })
    var result = Fixture.unreadable
    result.findings[0].place = source.place(marked, path: "")
    return result
  }

  private func text(of result: Result, width: Int = 100, language: Language = .en) -> String {
    String(
      decoding: render(result, as: .text, in: language, options: RenderingOptions(width: width)), as: UTF8.self)
  }
}
