import Documents
import Findings
import Testing

struct YAMLReaderTests {
  @Test func `collections and scalars have their ranges beside non-ASCII text`() {
    let source = "é: ü\nlist:\n  - \u{1F600}\n  - 'it''s'\n\n# c\nflow: {a: [1, \"q\\n\"]}\n"
    let document = read(Array(source.utf8), as: .yaml).document
    #expect(
      document.nodes.map(\.kind) == [.object, .string, .array, .string, .string, .object, .array, .string, .string])
    #expect(
      document.nodes.indices.map { text(document, $0) }.dropFirst() == [
        "ü", "- \u{1F600}\n  - 'it''s'", "\u{1F600}", "'it''s'", "{a: [1, \"q\\n\"]}", "[1, \"q\\n\"]", "1", "\"q\\n\"",
      ])
    #expect(document.text(of: 4) == "it's")
    #expect(document.text(of: 8) == "q\n")
    #expect(document.name(of: 1) == "é")
    #expect(document.nodes[4].flags == [.escaped, .quoted])
    #expect(document.nodes[7].flags == [])
    #expect(document.nodes.map(\.next) == [9, 2, 5, 4, 5, 9, 9, 8, 9])
  }

  @Test func `block scalars end with their last character`() {
    let document = read(Array("a: |\n  one\n  two\n\n\nb: >-\n  three\n  four\n".utf8), as: .yaml).document
    #expect(text(document, 1) == "|\n  one\n  two")
    #expect(document.text(of: 1) == "one\ntwo\n")
    #expect(document.text(of: 2) == "three four")
    #expect(document.nodes[2].flags == [.member, .escaped, .quoted])
  }

  @Test func `keys may be quoted and escaped`() {
    let document = read(Array("\"k\\u0041\": 1\n'it''s': 2\n'<<': 3\n".utf8), as: .yaml).document
    #expect((1...3).map { document.name(of: $0) } == ["kA", "it's", "<<"])
    #expect(document.nameEquals(1, "kA"))
  }

  @Test func `plain scalars have no type`() {
    let document = read(Array("[yes, 1.0, null, 2020-01-01, ~, ]".utf8), as: .yaml).document
    #expect(document.children(of: 0).map { document.text(of: $0) } == ["yes", "1.0", "null", "2020-01-01", "~"])
    #expect(document.nodes.dropFirst().allSatisfy { $0.kind == .string && $0.flags == [] })
  }

  @Test func `JSON is accepted`() {
    let document = read(Array(#"{"a": [1, true, {"b": null}], "c": "\u00e9"}"#.utf8), as: .yaml).document
    #expect(document.nodes.map(\.kind) == [.object, .array, .string, .string, .object, .string, .string])
    #expect(document.text(of: 6) == "é")
  }

  @Test func `a byte order mark is skipped and stays in the offsets`() {
    let document = read(Array("\u{FEFF}a: ü\n".utf8), as: .yaml).document
    #expect(document.name(of: 1) == "a")
    #expect(document.nodes[1].start == 6)
  }

  private func text(_ document: Document, _ index: Int) -> String {
    let span = document.span(of: index)
    return String(decoding: document.source[span.start..<span.end], as: UTF8.self)
  }
}
