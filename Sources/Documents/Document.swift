public import Findings

/// What one reader made of one source: a flat tree of nodes that point into the bytes.
///
/// Nothing is copied out of the source until it is asked for. Reading is O(n); a node costs 24 bytes.
public struct Document: Sendable {
  /// The UTF-8 text that all offsets point into; a byte order mark is part of it.
  public var source: [UInt8]
  public var syntax: Syntax
  /// In document order; the root is the first. Empty when nothing could be read.
  public var nodes: [Node]
  /// The namespace names of an XML document; the first is "" and means none.
  public var namespaces: [String]
  /// The decoded text of nodes whose value cannot be read off the source, by node index. Used by XML and YAML.
  public var decoded: [UInt32: String]
  /// The decoded names of members that have `.nameEscaped`, by node index. Used by YAML.
  public var decodedNames: [UInt32: String] = [:]

  public init(
    source: [UInt8], syntax: Syntax, nodes: [Node] = [], namespaces: [String] = [""], decoded: [UInt32: String] = [:]
  ) {
    self.source = source
    self.syntax = syntax
    self.nodes = nodes
    self.namespaces = namespaces
    self.decoded = decoded
  }

  /// The children of a node, in document order.
  public func children(of index: Int) -> Children { Children(document: self, parent: index) }

  /// The bytes of the value.
  public func span(of index: Int) -> Span { Span(start: Int(nodes[index].start), end: Int(nodes[index].end)) }

  /// The bytes of the name without quotes, or nil where there is none.
  public func nameSpan(of index: Int) -> Span? {
    let node = nodes[index]
    guard node.nameLength > 0 || node.flags.contains(.member) else { return nil }
    return Span(start: Int(node.nameStart), end: Int(node.nameStart) + Int(node.nameLength))
  }

  /// The name with its escapes resolved, or nil where there is none.
  public func name(of index: Int) -> String? {
    guard let span = nameSpan(of: index) else { return nil }
    let bytes = source[span.start..<span.end]
    if let name = decodedNames[UInt32(index)] { return name }
    return nodes[index].flags.contains(.nameEscaped)
      ? JSONText.unescape(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the name where they are the name itself; nil for one with escapes and where there is none.
  func nameBytes(of index: Int) -> ArraySlice<UInt8>? {
    guard !nodes[index].flags.contains(.nameEscaped), let span = nameSpan(of: index),
      decodedNames.isEmpty || decodedNames[UInt32(index)] == nil
    else { return nil }
    return source[span.start..<span.end]
  }

  /// The value of a scalar as text: a string without quotes and with its escapes resolved, a number as written.
  ///
  /// For an element it is the texts directly inside it, joined. For a container of JSON it is empty.
  public func text(of index: Int) -> String {
    let node = nodes[index]
    if let text = decoded[UInt32(index)] { return text }
    switch node.kind {
    case .object, .array: return ""
    case .string where syntax == .json:
      let bytes = source[Int(node.start) + 1..<Int(node.end) - 1]
      return node.flags.contains(.escaped) ? JSONText.unescape(bytes) : String(decoding: bytes, as: UTF8.self)
    case .element:
      var text = ""
      for child in children(of: index) where nodes[child].kind == .text { text += self.text(of: child) }
      return text
    default: return String(decoding: source[Int(node.start)..<Int(node.end)], as: UTF8.self)
    }
  }

  /// Whether the name is exactly these bytes, without making a string.
  public func nameEquals(_ index: Int, _ expected: String) -> Bool {
    let node = nodes[index]
    if node.flags.contains(.nameEscaped) { return name(of: index) == expected }
    guard Int(node.nameLength) == expected.utf8.count else { return false }
    return source[Int(node.nameStart)..<Int(node.nameStart) + Int(node.nameLength)].elementsEqual(expected.utf8)
  }
}

/// The indices of the children of one node.
public struct Children: Sequence, IteratorProtocol {
  private let nodes: [Node]
  private var current: Int
  private let end: Int

  init(document: Document, parent: Int) {
    nodes = document.nodes
    current = parent + 1
    end = Int(document.nodes[parent].next)
  }

  public mutating func next() -> Int? {
    guard current < end else { return nil }
    defer { current = Int(nodes[current].next) }
    return current
  }
}
