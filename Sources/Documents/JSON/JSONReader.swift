import Findings

/// Reads JSON text, strictly as RFC 8259 has it, into a `Document`.
///
/// One pass, O(n), no recursion. A byte order mark is skipped, as RFC 8259 §8.1 allows. Numbers keep their lexical
/// form. Reading stops at the first fault of syntax; what was read until then is returned, with every open container
/// closed there. A repeated member name is an error that does not stop the reading. One reader serves one thread.
public struct JSONReader: Sendable {
  /// The storage of a document that was given back.
  private var spare: [Node] = []

  public init() {}

  /// Reads one document; the document shares the storage of `source`.
  public mutating func read(_ source: [UInt8], limits: Limits = Limits()) -> Reading {
    var reading = Reading(document: Document(source: source, syntax: .json), findings: [])
    guard source.count <= min(limits.bytes, Int(Int32.max)) else {
      reading.findings = [LimitFinding.bytes(source.count, limits: limits)]
      return reading
    }
    if let finding = EncodingCheck.json(source) {
      reading.findings = [finding]
      return reading
    }
    var parser = JSONParser(nodes: takeArena(for: source, limits: limits), limits: limits)
    parser.parse(source.span, from: UnicodeForm.detect(source).mark)
    reading.document.nodes = parser.nodes
    parser.nodes = []
    reading.findings = JSONMessages(parser: parser, document: reading.document).findings
    return reading
  }

  /// Takes back the storage of a document that is no longer needed, for the next one.
  public mutating func recycle(_ document: consuming Document) {
    if document.nodes.capacity > spare.capacity { spare = document.nodes }
  }

  /// An empty arena with room for the whole document, so that it never grows: growing would double the peak.
  private mutating func takeArena(for source: [UInt8], limits: Limits) -> [Node] {
    var nodes = spare
    spare = []
    nodes.removeAll(keepingCapacity: true)
    // Two bytes are the least that a value takes. Below a million nodes that bound costs no memory that is not touched.
    let bound = min(source.count / 2 + 1, limits.nodes)
    if nodes.capacity < bound {
      nodes.reserveCapacity(bound <= 1 << 20 ? bound : min(bound, NodeCount.json(source.span)))
    }
    return nodes
  }
}
