import Documents
import Findings
import Testing

/// Random documents that know where every node is, against what the readers say.
struct PositionTests {
  @Test func `every node of a random JSON text is where it was written`() {
    for seed in 0..<1_000 as Range<UInt64> { compare(GeneratedJSON(seed: seed), seed) }
  }

  @Test func `every node of a long JSON text is where it was written`() {
    let text = GeneratedJSON(seed: 1, rows: 30_000)
    compare(text, 1)
  }

  @Test func `every node of a random XML text is where it was written`() {
    for seed in 0..<1_000 as Range<UInt64> { compare(GeneratedXML(seed: seed), seed) }
  }

  @Test func `every node behind seventy thousand lines of XML is where it was written`() {
    let text = GeneratedXML(seed: 2, rows: 40_000)
    let table = LineTable(text.bytes)
    #expect(table.lineCount > 70_000)
    compare(text, 2)
  }

  private func compare(_ text: GeneratedJSON, _ seed: UInt64) {
    let reading = read(text.bytes, as: .json)
    let document = reading.document
    #expect(reading.findings.isEmpty, "seed \(seed)")
    let found = document.nodes.indices.map { index in
      GeneratedJSON.Expected(
        kind: document.nodes[index].kind, span: document.span(of: index), name: document.nameSpan(of: index),
        flags: document.nodes[index].flags, text: document.text(of: index))
    }
    expectEqual(found, text.expected, seed)
    if found.count < 10_000 { expectWhole(reading) }
  }

  private func compare(_ text: GeneratedXML, _ seed: UInt64) {
    let reading = read(text.bytes, as: .xml)
    let document = reading.document
    #expect(reading.findings.isEmpty, "seed \(seed)")
    let found = document.nodes.indices.map { index in
      let node = document.nodes[index]
      return GeneratedXML.Expected(
        kind: node.kind, span: document.span(of: index), name: document.nameSpan(of: index),
        namespace: document.namespaces[Int(node.namespace)], text: node.kind == .element ? "" : document.text(of: index)
      )
    }
    expectEqual(found, text.expected, seed)
    if found.count < 10_000 { expectWhole(reading) }
  }

  private func expectEqual<Node: Equatable>(_ found: [Node], _ expected: [Node], _ seed: UInt64) {
    if found == expected { return }
    let index = zip(found, expected).prefix { $0 == $1 }.count
    let one = index < found.count ? "\(found[index])" : "nothing"
    let other = index < expected.count ? "\(expected[index])" : "nothing"
    Issue.record("seed \(seed), node \(index) of \(expected.count): \(one) instead of \(other)")
  }
}
