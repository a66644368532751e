import Documents
public import Findings

/// The compact form of a compiled schema: to be had without reading its file, of which a check that finds nothing wrong
/// needs neither titles nor labels.
///
/// The form of one version of the program. Same schema, same bytes.
extension Schema {
  /// - Parameter digest: `sha256:` of the schema file.
  public func compactForm(digest: String) -> [UInt8] {
    var writer = ByteWriter()
    for text in [digest, id, version, namespace, rootName] { writer.text(text) }
    for language in Language.allCases { writer.text(title[language]) }
    writer.number(nodes.count)
    for node in nodes { writer.write(node) }
    return writer.bytes
  }

  /// Reads what `compactForm` wrote; nil where the bytes hold no schema.
  ///
  /// - Parameter file: The schema file itself, which is read when its titles are asked for.
  public init?(compact store: TextStore, file: TextStore) {
    var reader = ByteReader(store, 0..<store.count)
    digest = reader.string()
    id = reader.string()
    version = reader.string()
    namespace = reader.string()
    rootName = reader.string()
    title = LocalizedText(
      en: reader.string(), fr: reader.string(), nl: reader.string(), de: reader.string())
    var nodes: [SchemaNode] = []
    let count = reader.count()
    nodes.reserveCapacity(count)
    while nodes.count < count, reader.isSound { nodes.append(reader.schemaNode()) }
    guard reader.isWhole else { return nil }
    self.nodes = nodes
    plan = BindingPlan(nodes)
    self.file = SchemaFile(unread: file)
  }
}

/// What a subschema has beside its types; what it has not is not written.
private struct Parts: OptionSet {
  let rawValue: UInt32

  static let properties = Parts(rawValue: 1)
  static let additional = Parts(rawValue: 1 << 1)
  static let items = Parts(rawValue: 1 << 2)
  static let itemName = Parts(rawValue: 1 << 3)
  static let allowed = Parts(rawValue: 1 << 4)
  static let allowedTexts = Parts(rawValue: 1 << 5)
  static let codes = Parts(rawValue: 1 << 6)
  static let minimum = Parts(rawValue: 1 << 7)
  static let maximum = Parts(rawValue: 1 << 8)
  static let counts = Parts(rawValue: 1 << 9)
  static let lengths = Parts(rawValue: 1 << 10)
  static let unique = Parts(rawValue: 1 << 11)
  static let pattern = Parts(rawValue: 1 << 12)
  static let date = Parts(rawValue: 1 << 13)
  static let unit = Parts(rawValue: 1 << 14)
  static let also = Parts(rawValue: 1 << 15)
  static let definition = Parts(rawValue: 1 << 16)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ node: SchemaNode) {
    self = []
    if !node.properties.isEmpty { insert(.properties) }
    if case .anything = node.additional {} else { insert(.additional) }
    if node.items != nil { insert(.items) }
    if node.itemName != nil { insert(.itemName) }
    if node.allowed != nil { insert(.allowed) }
    // The codes of an enumeration are its texts.
    if !node.codes.isEmpty { insert(.codes) } else if !node.allowedTexts.isEmpty { insert(.allowedTexts) }
    if node.minimum != nil { insert(.minimum) }
    if node.maximum != nil { insert(.maximum) }
    if node.minItems != 0 || node.maxItems != Int.max { insert(.counts) }
    if node.minLength != 0 || node.maxLength != Int.max { insert(.lengths) }
    if node.uniqueItems { insert(.unique) }
    if node.pattern != nil { insert(.pattern) }
    if node.format == .date { insert(.date) }
    if node.unit != nil { insert(.unit) }
    if node.also != nil { insert(.also) }
    if node.definition != nil { insert(.definition) }
  }
}

extension ByteWriter {
  fileprivate mutating func texts(_ texts: [String]) {
    number(texts.count)
    for text in texts { self.text(text) }
  }

  private mutating func bound(_ bound: SchemaNode.Bound) {
    flag(bound.isExclusive)
    text(bound.text)
  }

  /// The least and the most; a most of 0 is one more than none, which stands for no limit.
  private mutating func limits(_ least: Int, _ most: Int) {
    number(least)
    number(most == Int.max ? 0 : most + 1)
  }

  fileprivate mutating func write(_ node: SchemaNode) {
    let parts = Parts(node)
    number(Int(parts.rawValue))
    byte(node.types.rawValue)
    number(node.source)
    if parts.contains(.properties) {
      number(node.properties.count)
      for property in node.properties {
        text(property.name)
        number(property.node)
        number(property.source << 1 | (property.isRequired ? 1 : 0))
      }
    }
    switch node.additional {
    case .anything: break
    case .nothing: number(0)
    case .schema(let index): number(index + 1)
    }
    if let items = node.items { number(items) }
    if let name = node.itemName { text(name) }
    if let allowed = node.allowed { texts(allowed) }
    if parts.contains(.allowedTexts) { texts(node.allowedTexts) }
    if parts.contains(.codes) { texts(node.codes) }
    if let minimum = node.minimum { bound(minimum) }
    if let maximum = node.maximum { bound(maximum) }
    if parts.contains(.counts) { limits(node.minItems, node.maxItems) }
    if parts.contains(.lengths) { limits(node.minLength, node.maxLength) }
    if let pattern = node.pattern { text(pattern.source) }
    if let unit = node.unit { text(unit) }
    if let also = node.also { number(also) }
    if let definition = node.definition { text(definition) }
  }
}

extension ByteReader {
  private mutating func texts() -> [String] {
    let count = count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    while texts.count < count, isSound { texts.append(string()) }
    return texts
  }

  private mutating func bound() -> SchemaNode.Bound? {
    let isExclusive = flag()
    let text = string()
    guard let number = LexicalNumber(text.utf8) else {
      fail()
      return nil
    }
    return SchemaNode.Bound(number: number, text: text, isExclusive: isExclusive)
  }

  private mutating func limits() -> (least: Int, most: Int) {
    let (least, most) = (number(), number())
    return (least, most == 0 ? Int.max : most - 1)
  }

  fileprivate mutating func schemaNode() -> SchemaNode {
    let parts = Parts(rawValue: UInt32(truncatingIfNeeded: number()))
    let types = TypeSet(rawValue: byte())
    var node = SchemaNode(source: number())
    node.types = types
    if parts.contains(.properties) {
      let count = count()
      node.properties.reserveCapacity(count)
      while node.properties.count < count, isSound {
        let (name, child, source) = (string(), number(), number())
        node.properties.append(
          SchemaProperty(name: name, node: child, isRequired: source & 1 == 1, source: source >> 1))
      }
    }
    if parts.contains(.additional) {
      let index = number()
      node.additional = index == 0 ? .nothing : .schema(index - 1)
    }
    if parts.contains(.items) { node.items = number() }
    if parts.contains(.itemName) { node.itemName = string() }
    if parts.contains(.allowed) { node.allowed = texts() }
    if parts.contains(.allowedTexts) { node.allowedTexts = texts() }
    if parts.contains(.codes) {
      node.codes = texts()
      node.allowedTexts = node.codes
    }
    if parts.contains(.minimum) { node.minimum = bound() }
    if parts.contains(.maximum) { node.maximum = bound() }
    if parts.contains(.counts) { (node.minItems, node.maxItems) = limits() }
    if parts.contains(.lengths) { (node.minLength, node.maxLength) = limits() }
    node.uniqueItems = parts.contains(.unique)
    if parts.contains(.pattern) {
      node.pattern = TextPattern(string())
      if node.pattern == nil { fail() }
    }
    if parts.contains(.date) { node.format = .date }
    if parts.contains(.unit) { node.unit = string() }
    if parts.contains(.also) { node.also = number() }
    if parts.contains(.definition) { node.definition = string() }
    return node
  }
}
