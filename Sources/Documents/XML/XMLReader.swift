import CLibXML2
import Findings

/// Reads XML 1.0 with namespaces into a `Document`, by libxml2 and without document types.
///
/// O(n), no recursion. A DOCTYPE is refused before anything in it is read, so there are no entities but the five of
/// XML 1.0 §4.6, and nothing is ever loaded. UTF-16 with a byte order mark, ISO-8859-1, ISO-8859-15, windows-1252 and
/// US-ASCII are transcoded first; `Document.source` is then the UTF-8 text, and all offsets are in it. Reading stops at
/// the first fault; what was read until then is returned, with every open element closed there. One reader serves one
/// thread.
public struct XMLReader: Sendable {
  /// The storage of a document that was given back.
  private var spare: [Node] = []

  public init() {}

  /// Reads one document; the document shares the storage of a `source` in UTF-8.
  public mutating func read(_ source: [UInt8], limits: Limits = Limits()) -> Reading {
    guard source.count <= min(limits.bytes, Int(Int32.max)) else {
      return Reading(
        document: Document(source: source, syntax: .xml),
        findings: [LimitFinding.bytes(source.count, limits: limits)])
    }
    guard SyntaxDetection.firstSignificant(source) != nil else {
      return Reading(document: Document(source: source, syntax: .xml), findings: [SyntaxDetection.empty(source)])
    }
    let text = XMLEncoding.text(of: source)
    guard text.source.count <= Int(Int32.max) else {
      return Reading(
        document: Document(source: source, syntax: .xml),
        findings: [LimitFinding.bytes(text.source.count, limits: limits)])
    }
    let session = XMLSession(nodes: takeArena(for: text.source, limits: limits), limits: limits)
    var outcome = session.run(over: text.source, upTo: text.readable)
    let document = Document(
      source: text.source, syntax: .xml, nodes: outcome.nodes, namespaces: outcome.namespaces, decoded: outcome.decoded)
    outcome.nodes = []
    if outcome.fault == nil || text.readable == 0, let finding = text.finding {
      var placed = finding
      placed.place.value = Shown.value(in: document.source, finding.place.span)
      placed.place.path = outcome.openElement.map { document.pointer(of: $0) } ?? ""
      return Reading(document: document, findings: [placed])
    }
    return Reading(document: document, findings: XMLMessages(outcome: outcome, document: document).findings)
  }

  /// Takes back the storage of a document that is no longer needed, for the next one.
  public mutating func recycle(_ document: consuming Document) {
    if document.nodes.capacity > spare.capacity { spare = document.nodes }
  }

  /// An empty arena with room for the whole document.
  private mutating func takeArena(for source: [UInt8], limits: Limits) -> [Node] {
    var nodes = spare
    spare = []
    nodes.removeAll(keepingCapacity: true)
    // An element with a one-letter name and a text takes eight bytes for two nodes. Below a million nodes that bound
    // costs no memory that is not touched.
    let bound = min(source.count / 4 + 1, limits.nodes)
    if nodes.capacity < bound {
      nodes.reserveCapacity(bound <= 1 << 20 ? bound : min(bound, NodeCount.xml(source.span)))
    }
    return nodes
  }
}
