import Documents
import Findings
import Testing

struct JSONReaderTests {
  @Test func `every node has the range of its value and of its name`() throws {
    let source = Array(#" { "a" : [ 1 , "x\n" , null ] , "b": {} } "#.utf8)
    let document = read(source, as: .json).document
    #expect(document.nodes.map(\.kind) == [.object, .array, .number, .string, .null, .object])
    #expect(text(document, 0) == #"{ "a" : [ 1 , "x\n" , null ] , "b": {} }"#)
    #expect(text(document, 1) == #"[ 1 , "x\n" , null ]"#)
    #expect(text(document, 3) == #""x\n""#)
    #expect(document.name(of: 1) == "a")
    #expect(document.name(of: 5) == "b")
    #expect(document.nameSpan(of: 2) == nil)
    #expect(document.nodes.map(\.next) == [6, 5, 3, 4, 5, 6])
    #expect(document.nodes[3].flags == .escaped)
    #expect(document.text(of: 3) == "x\n")
  }

  @Test func `an escaped name and an empty name are names`() {
    let document = read(Array(#"{"\u0061":1,"":2}"#.utf8), as: .json).document
    #expect(document.name(of: 1) == "a")
    #expect(document.nodes[1].flags == [.member, .nameEscaped])
    #expect(document.name(of: 2) == "")
    #expect(document.nameEquals(1, "a"))
  }

  @Test func `numbers keep their lexical form`() {
    let document = read(Array("[-0, 1.50, 1E+400, 123456789012345678901234567890]".utf8), as: .json).document
    #expect(
      document.children(of: 0).map { document.text(of: $0) } == [
        "-0", "1.50", "1E+400", "123456789012345678901234567890",
      ])
  }

  @Test func `a byte order mark is skipped and stays in the offsets`() {
    let reading = read([0xEF, 0xBB, 0xBF] + Array("[1]".utf8), as: .json)
    #expect(reading.findings.isEmpty)
    #expect(reading.document.span(of: 0) == Span(start: 3, end: 6))
  }

  @Test func `a scalar alone is a document`() {
    #expect(read(Array(" true\n".utf8), as: .json).document.nodes.map(\.kind) == [.true])
  }

  @Test func `a used document gives its storage back`() {
    var reader = JSONReader()
    let first = reader.read(Array("[1,2,3]".utf8))
    let capacity = first.document.nodes.capacity
    reader.recycle(first.document)
    let second = reader.read(Array("{}".utf8))
    #expect(second.document.nodes.capacity == capacity)
    #expect(second.document.nodes.map(\.kind) == [.object])
  }

  @Test func `nesting needs no stack`() {
    let depth = 200_000
    let source =
      [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    var limits = Limits()
    limits.depth = depth
    let reading = read(source, as: .json, limits: limits)
    #expect(reading.findings.isEmpty)
    #expect(reading.document.nodes.count == depth)
  }

  private func text(_ document: Document, _ index: Int) -> String {
    let span = document.span(of: index)
    return String(decoding: document.source[span.start..<span.end], as: UTF8.self)
  }
}
