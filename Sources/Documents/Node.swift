/// What a node of a document is.
public enum NodeKind: UInt8, Sendable {
  // JSON and YAML
  case object, array, string, number, `true`, `false`, null
  // XML
  case element, attribute, text
}

/// One node of a `Document`: 24 trivial bytes in one flat array, in document order, a parent before its children.
public struct Node: Sendable {
  /// The first byte of the value: for a string its opening quote, for an element its `<`, for a text its first byte.
  public var start: UInt32
  /// The byte behind the value: behind the closing quote, the closing bracket, the end tag.
  public var end: UInt32
  /// The index behind the last descendant; so the next sibling, if there is one, is here.
  public var next: UInt32
  /// The first byte of the name: of a member the text between its quotes, of an element or attribute the local name.
  public var nameStart: UInt32
  /// The length of the name in bytes; 0 where there is none (items of an array, texts, the root of a JSON document)
  /// or where the name is empty.
  public var nameLength: UInt32
  public var kind: NodeKind
  public var flags: NodeFlags
  /// The index of the namespace in `Document.namespaces`; 0 is no namespace.
  public var namespace: UInt16

  public init(
    start: UInt32, end: UInt32 = 0, next: UInt32 = 0, nameStart: UInt32 = 0, nameLength: UInt32 = 0, kind: NodeKind,
    flags: NodeFlags = [], namespace: UInt16 = 0
  ) {
    self.start = start
    self.end = end
    self.next = next
    self.nameStart = nameStart
    self.nameLength = nameLength
    self.kind = kind
    self.flags = flags
    self.namespace = namespace
  }
}

/// What must be known of a node before its bytes are used as they stand.
///
/// Inlinable, for the binder asks for them at every node.
public struct NodeFlags: OptionSet, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The value has escapes (JSON `\n`), references (XML `&amp;`), CDATA or line ends to normalise, or it is a YAML
  /// scalar that is not written as it is meant: ask `Document.text(of:)`.
  @inlinable public static var escaped: NodeFlags { NodeFlags(rawValue: 1) }
  /// The name has escapes.
  @inlinable public static var nameEscaped: NodeFlags { NodeFlags(rawValue: 2) }
  /// The node is a member of an object; so a name of length 0 is an empty name.
  @inlinable public static var member: NodeFlags { NodeFlags(rawValue: 4) }
  /// The YAML scalar was quoted or in block style, so it is a string whatever it looks like.
  @inlinable public static var quoted: NodeFlags { NodeFlags(rawValue: 8) }
}
