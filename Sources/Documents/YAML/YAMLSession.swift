import CLibYAML
import Findings

/// One run of libyaml over one text.
struct YAMLSession {
  private(set) var document: Document
  /// Repeated keys, and last the fault that stopped the reading, if one did.
  private(set) var faults: [YAMLFault] = []
  let limits: Limits
  private let offsets: ScalarOffsets
  private var frames: [Frame] = []
  private(set) var hasDocument = false
  /// The end of the value that was completed last.
  private var lastEnd = 0
  private var isStopped = false

  /// An open collection.
  private struct Frame {
    var node: Int
    var isMapping: Bool
    var isFlow: Bool
    /// The key whose value comes next.
    var key: Key?
    /// Where each key of the mapping is.
    var keys: [String: Range<Int>] = [:]
  }

  private struct Key {
    var text: String
    var range: Range<Int>
    var isEscaped: Bool
  }

  init(source: [UInt8], limits: Limits) {
    document = Document(source: source, syntax: .yaml)
    self.limits = limits
    offsets = ScalarOffsets(source)
  }

  /// Reads to the end or to the first fault.
  mutating func run() {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return fail(.library("memory"), 0..<0) }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    let source = document.source
    source.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      while !isStopped {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          fail(parser)
          break
        }
        let isEnd = event.type == YAML_STREAM_END_EVENT
        handle(event)
        yaml_event_delete(&event)
        if isEnd { break }
      }
    }
    closeOpenCollections(at: faults.last?.range.lowerBound ?? source.count)
  }

  // MARK: - Events

  private mutating func handle(_ event: yaml_event_t) {
    let range = self.range(event.start_mark, event.end_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      if hasDocument { fail(.secondDocument, range) }
      hasDocument = true
    case YAML_ALIAS_EVENT: fail(.alias, range)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard isPlainNode(anchor: scalar.anchor, tag: scalar.tag, range) else { return }
      let text = scalar.value.map {
        String(decoding: UnsafeBufferPointer(start: $0, count: scalar.length), as: UTF8.self)
      }
      add(text ?? "", trimmed(range, style: scalar.style), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      guard isPlainNode(anchor: start.anchor, tag: start.tag, range) else { return }
      open(.array, range.lowerBound, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      guard isPlainNode(anchor: start.anchor, tag: start.tag, range) else { return }
      open(.object, range.lowerBound, isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(at: range.upperBound)
    default: break
    }
  }

  /// Whether a node has neither anchor nor tag; otherwise it is a fault.
  private mutating func isPlainNode(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, _ range: Range<Int>
  ) -> Bool {
    guard anchor != nil || tag != nil else { return true }
    var end = range.lowerBound
    while end < document.source.count, document.source[end] > 0x20 { end += 1 }
    let isTag = range.lowerBound < document.source.count && document.source[range.lowerBound] == UInt8(ascii: "!")
    fail(isTag ? .tag : .anchor, range.lowerBound..<max(end, range.lowerBound))
    return false
  }

  /// Whether a key of the open mapping comes next. Looks at the frame where it is: a copy would hold its keys too, and all
  /// of them would be copied when the next one is added.
  private var awaitsKey: Bool {
    guard let top = frames.indices.last else { return false }
    return frames[top].isMapping && frames[top].key == nil
  }

  private mutating func add(_ text: String, _ range: Range<Int>, isQuoted: Bool) {
    guard text.utf8.count <= limits.stringBytes else { return fail(.limitString(seen: text.utf8.count), range) }
    if awaitsKey { return addKey(text, range, isQuoted: isQuoted) }
    guard let node = node(.string, range.lowerBound) else { return }
    document.nodes[node].end = UInt32(range.upperBound)
    lastEnd = range.upperBound
    if isQuoted { document.nodes[node].flags.insert(.quoted) }
    if !document.source[range].elementsEqual(text.utf8) {
      document.nodes[node].flags.insert(.escaped)
      document.decoded[UInt32(node)] = text
    }
  }

  private mutating func addKey(_ text: String, _ range: Range<Int>, isQuoted: Bool) {
    if text == "<<", !isQuoted { return fail(.merge, range) }
    var name = range
    if isQuoted, range.count >= 2, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(document.source[range.lowerBound]) {
      name = range.lowerBound + 1..<range.upperBound - 1
    }
    let top = frames.count - 1
    if let first = frames[top].keys[text] {
      faults.append(
        YAMLFault(kind: .duplicateKey(text), range: name, related: first, collection: frames[top].node, key: text))
    } else {
      frames[top].keys[text] = name
    }
    frames[top].key = Key(text: text, range: name, isEscaped: !document.source[name].elementsEqual(text.utf8))
  }

  // MARK: - Nodes

  /// Adds a node in the open collection; nil after a broken limit.
  private mutating func node(_ kind: NodeKind, _ start: Int) -> Int? {
    let index = document.nodes.count
    guard index < limits.nodes else {
      fail(.limitNodes, start..<start + 1)
      return nil
    }
    var node = Node(start: UInt32(start), next: UInt32(index + 1), kind: kind)
    if let top = frames.indices.last, let key = frames[top].key {
      node.nameStart = UInt32(key.range.lowerBound)
      node.nameLength = UInt32(key.range.count)
      node.flags.insert(.member)
      if key.isEscaped {
        node.flags.insert(.nameEscaped)
        document.decodedNames[UInt32(index)] = key.text
      }
      frames[frames.count - 1].key = nil
    }
    document.nodes.append(node)
    return index
  }

  private mutating func open(_ kind: NodeKind, _ start: Int, isFlow: Bool) {
    if awaitsKey {
      return fail(.collectionAsKey, start..<start + 1)
    }
    guard frames.count < limits.depth else { return fail(.limitDepth, start..<start + 1) }
    guard let node = node(kind, start) else { return }
    frames.append(Frame(node: node, isMapping: kind == .object, isFlow: isFlow))
  }

  private mutating func close(at end: Int) {
    guard let frame = frames.popLast() else { return }
    var end = end
    if !frame.isFlow {
      // A block collection ends with its last value, not with the blank lines and comments behind it.
      end = document.nodes.count > frame.node + 1 ? lastEnd : Int(document.nodes[frame.node].start)
    }
    lastEnd = end
    document.nodes[frame.node].end = UInt32(end)
    document.nodes[frame.node].next = UInt32(document.nodes.count)
  }

  private mutating func closeOpenCollections(at end: Int) {
    for frame in frames.reversed() {
      document.nodes[frame.node].end = UInt32(max(end, Int(document.nodes[frame.node].start)))
      document.nodes[frame.node].next = UInt32(document.nodes.count)
    }
    frames = []
  }

  // MARK: - Places and faults

  private func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
    let first = offsets.offset(of: start.index)
    return first..<max(first, offsets.offset(of: end.index))
  }

  /// A block scalar ends with its last character that is not white space: libyaml counts to the next token.
  private func trimmed(_ range: Range<Int>, style: yaml_scalar_style_t) -> Range<Int> {
    guard style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE else { return range }
    var end = range.upperBound
    while end > range.lowerBound + 1, document.source[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func fail(_ kind: YAMLFault.Kind, _ range: Range<Int>, related: Range<Int>? = nil) {
    faults.append(
      YAMLFault(kind: kind, range: range, related: related, collection: frames.last?.node, key: frames.last?.key?.text))
    isStopped = true
  }

  private mutating func fail(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    guard parser.error != YAML_READER_ERROR else {
      let at = min(parser.problem_offset, document.source.count)
      return fail(.library(problem), at..<Shown.wordSpan(in: document.source, at: at).end)
    }
    let at = offsets.offset(of: parser.problem_mark.index)
    let isTab = at < document.source.count && document.source[at] == 0x09
    var related: Range<Int>?
    if parser.context != nil {
      let start = offsets.offset(of: parser.context_mark.index)
      if start < at { related = start..<start + 1 }
    }
    let kind = YAMLFault.Kind.library(isTab ? "found a tab character that violates indentation" : problem)
    fail(kind, at..<Shown.wordSpan(in: document.source, at: at).end, related: related)
  }
}
