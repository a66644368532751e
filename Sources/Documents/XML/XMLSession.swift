import CLibXML2

/// One run of libxml2 over one text: the state that its callbacks share.
///
/// libxml2 decides what is well formed, resolves namespaces and says where each tag ends and how many bytes of character
/// data stood before it. Where that does not tell where the tag begins, because of references, comments and the like,
/// the text itself is looked at.
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
  /// The bytes of character data that libxml2 reported behind that tag; below 0 before the root and once there was
  /// anything but character data and references.
  var characterBytes = Int.min
  /// How many bytes of the text libxml2 has drawn.
  private var drawn = 0
  /// How many bytes may be drawn before the attributes of an endless tag are counted again.
  private var nextGuard = 0

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

  /// Reads the text up to a byte, the whole of it when that is its end.
  consuming func run(over text: [UInt8], upTo readable: Int) -> Outcome {
    _ = XMLLibrary.initialised
    var nextTag = 0
    text.withUnsafeBufferPointer { bytes in
      source = UnsafeBufferPointer(rebasing: bytes[..<readable])
      offset = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      parse(isWhole: readable == bytes.count)
      nextTag = XMLScan.nextTag(source.span, offset)
      source = UnsafeBufferPointer(start: nil, count: 0)
    }
    let openElement = current == Self.noElement ? nil : Int(current)
    closeOpenElements()
    let outcome = Outcome(
      nodes: nodes, decoded: decoded, namespaces: namespaces, fault: fault, openElement: openElement, nextTag: nextTag,
      offset: offset, limits: limits)
    return outcome
  }

  /// Lets libxml2 draw the text piece by piece, until its end or a fault.
  ///
  /// Its push parser would look for the end of each tag before it parses it, which costs an eighth more.
  private mutating func parse(isWhole: Bool) {
    withUnsafeMutablePointer(to: &self) { session in
      var handler = XMLLibrary.handler
      guard let context = xmlCreateIOParserCtxt(&handler, session, xmlDraw, nil, session, XML_CHAR_ENCODING_NONE)
      else { return session.pointee.fault = XMLFault(kind: .library(code: 0, name: "", other: ""), offset: 0) }
      defer {
        session.pointee.context = nil
        xmlFreeParserCtxt(context)
      }
      session.pointee.context = context
      xmlCtxtUseOptions(context, XMLLibrary.options)
      xmlParseDocument(context)
      if session.pointee.fault == nil, context.pointee.wellFormed == 0 {
        let count = session.pointee.source.count
        session.pointee.fault = XMLFault(kind: .library(code: 0, name: "", other: ""), offset: count)
      }
    }
    if !isWhole, let fault, isInLastPiece(fault) { self.fault = nil }
  }

  /// Whether the fault may only be that the text was cut off: it lies behind the last `>`.
  private func isInLastPiece(_ fault: XMLFault) -> Bool {
    guard case .library(let code, _, _) = fault.kind, code != XML_ERR_TAG_NAME_MISMATCH.rawValue else { return false }
    return !source[min(fault.offset, source.count)...].contains(UInt8(ascii: ">"))
  }

  /// Copies the next bytes of the text into a buffer of libxml2; returns how many, 0 at the end.
  mutating func draw(into buffer: UnsafeMutablePointer<CChar>, size: Int) -> Int {
    if drawn - offset > Self.guardedTag, drawn > nextGuard { guardAttributes() }
    let count = min(size, source.count - drawn)
    guard fault == nil, count > 0, let start = source.baseAddress else { return 0 }
    UnsafeMutableRawPointer(buffer).copyMemory(from: start + drawn, byteCount: count)
    drawn += count
    return count
  }

  /// The size from which on a tag is looked into before libxml2 has read it.
  private static let guardedTag = 64 << 10

  /// libxml2 compares each attribute of a tag with every other, so it must not read a tag with very many to its end.
  private mutating func guardAttributes() {
    nextGuard = drawn + (drawn - offset)
    let tag = XMLScan.nextTag(source.span, offset)
    guard tag < drawn else { return }
    let seen = XMLScan.countAttributes(source.span, tag)
    if seen > limits.attributes { fault = XMLFault(kind: .limitAttributes(seen: seen), offset: tag) }
  }

  /// Ends every open element where the reading stopped.
  private mutating func closeOpenElements() {
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
