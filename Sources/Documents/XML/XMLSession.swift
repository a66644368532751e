import CLibXML2

/// One run of libxml2 over one text: the state that its callbacks share.
///
/// libxml2 decides what is well formed and resolves namespaces. Where things are is found in the text itself: from the
/// end of one tag the session looks ahead to the next one, over text, comments and processing instructions.
struct XMLSession: ~Copyable {
  var nodes: [Node]
  var decoded: [UInt32: String] = [:]
  var namespaces = [""]
  /// The index of each namespace by the address of its name, which libxml2 keeps once.
  var namespaceIndex: [UnsafePointer<xmlChar>: UInt16] = [:]
  /// The namespace that was looked up last: nearly always the next one too.
  var lastNamespace: (name: UnsafePointer<xmlChar>, index: UInt16)?
  /// The innermost open element, or `noElement`. The `next` of an open element is the index of the one around it.
  var current = XMLSession.noElement
  var depth = 0
  /// Whether the innermost open element has had a child element.
  var hasChildElements = false
  /// The elements that declare namespaces, and how many declarations are in force inside them.
  var scopes: [(element: UInt32, inForce: Int)] = []
  var fault: XMLFault?
  let limits: Limits
  /// The text; valid while `run` is at work.
  var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var context: xmlParserCtxtPtr?
  /// The byte behind the last tag that libxml2 reported.
  var offset = 0
  /// The `<` of the tag after it, or the byte where looking ahead ended.
  var nextTag = 0
  /// The number of nodes before the texts that were looked ahead to; libxml2 has not accepted those yet.
  var accepted = 0
  /// Whether the last tag was an empty-element tag, whose end is reported at the same place.
  var isEmptyElement = false
  /// Whether a text of white space only was added between the last tag and the next one.
  var hasBlanks = false

  /// No element is open.
  static let noElement = UInt32.max

  /// What a run made of the text.
  struct Outcome {
    var nodes: [Node]
    var decoded: [UInt32: String]
    var namespaces: [String]
    var fault: XMLFault?
    /// The innermost element that was open when the fault struck.
    var openElement: Int?
    /// The `<` of the tag behind the last one that was accepted.
    var nextTag: Int
    /// The byte behind the last tag that was accepted.
    var offset: Int
    let limits: Limits
  }

  init(nodes: consuming [Node], limits: Limits) {
    self.nodes = nodes
    self.limits = limits
  }

  /// The size of what libxml2 gets at a time: it fits the second-level cache with the arena behind it.
  private static let chunk = 64 << 10

  /// Reads the text up to a byte, the whole of it when that is its end.
  consuming func run(over text: [UInt8], upTo readable: Int) -> Outcome {
    _ = XMLLibrary.initialised
    text.withUnsafeBufferPointer { bytes in
      source = UnsafeBufferPointer(rebasing: bytes[..<readable])
      offset = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      lookAhead()
      if fault == nil { feed(isWhole: readable == bytes.count) }
      source = UnsafeBufferPointer(start: nil, count: 0)
    }
    let openElement = current == Self.noElement ? nil : Int(current)
    closeOpenElements()
    let outcome = Outcome(
      nodes: nodes, decoded: decoded, namespaces: namespaces, fault: fault, openElement: openElement, nextTag: nextTag,
      offset: offset, limits: limits)
    return outcome
  }

  /// Hands the text to libxml2 in chunks, until its end or a fault.
  private mutating func feed(isWhole: Bool) {
    withUnsafeMutablePointer(to: &self) { session in
      var handler = XMLLibrary.handler
      guard let context = xmlCreatePushParserCtxt(&handler, session, nil, 0, nil) else {
        session.pointee.fault = XMLFault(kind: .library(code: 0, name: "", other: ""), offset: 0)
        return
      }
      defer {
        session.pointee.context = nil
        xmlFreeParserCtxt(context)
      }
      session.pointee.context = context
      xmlCtxtUseOptions(context, XMLLibrary.options)
      let count = session.pointee.source.count
      session.pointee.source.withMemoryRebound(to: CChar.self) { characters in
        var sent = 0
        while sent < count, session.pointee.fault == nil, let start = characters.baseAddress {
          let size = min(Self.chunk, count - sent)
          xmlParseChunk(context, start + sent, Int32(size), 0)
          sent += size
        }
        guard isWhole, session.pointee.fault == nil else { return }
        xmlParseChunk(context, nil, 0, 1)
        if session.pointee.fault == nil, context.pointee.wellFormed == 0 {
          session.pointee.fault = XMLFault(kind: .library(code: 0, name: "", other: ""), offset: count)
        }
      }
    }
  }

  /// Ends every open element where the reading stopped, without the texts that were not accepted.
  private mutating func closeOpenElements() {
    if accepted < nodes.count {
      for index in accepted..<nodes.count { decoded[UInt32(index)] = nil }
      nodes.removeSubrange(accepted...)
    }
    while current != Self.noElement {
      let index = Int(current)
      current = nodes[index].next
      nodes[index].end = UInt32(offset)
      nodes[index].next = UInt32(nodes.count)
    }
  }

  /// The offset behind what libxml2 has read, in the text.
  var position: Int {
    guard let input = context?.pointee.input else { return offset }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// Records the first fault and stops libxml2; only from callbacks that libxml2 can be stopped in.
  mutating func stop(_ kind: XMLFault.Kind, at offset: Int) {
    guard fault == nil else { return }
    fault = XMLFault(kind: kind, offset: offset)
    if let context { xmlStopParser(context) }
  }
}
