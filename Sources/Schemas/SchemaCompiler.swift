import Documents
import Findings

/// Compiles one schema file. Subschemas get an index when they are first met, so that `$ref` may be recursive.
struct SchemaCompiler {
  let document: Document
  let assertFormats: Bool
  var nodes: [SchemaNode] = []
  /// The compiled index by node of the schema document, or -1.
  private var compiled: [Int32]
  /// The subschemas that are being compiled.
  private var open: Set<Int> = []
  /// The nodes of the bare references that are being followed.
  private var followed: Set<Int> = []
  /// The names under `$defs` at the root, by node.
  private var definitions: [Int: String] = [:]
  /// The same the other way round: where most references point.
  private var targets: [String: Int] = [:]

  init(document: Document, assertFormats: Bool) {
    self.document = document
    self.assertFormats = assertFormats
    compiled = Array(repeating: -1, count: document.nodes.count)
  }

  mutating func compile() throws(SchemaError) -> Schema {
    guard let root = document.nodes.first else {
      throw SchemaError(message: "the schema file is empty", path: "", span: Span(start: 0, end: 0))
    }
    if let definitions = document.node(at: "/$defs") {
      for definition in document.children(of: definitions) {
        let name = document.name(of: definition) ?? ""
        self.definitions[definition] = name
        // A name with characters that a reference writes otherwise is looked for step by step.
        if name.utf8.allSatisfy(Self.isPlain) { targets["#/$defs/" + name] = definition }
      }
    }
    // Definitions are checked even when nothing refers to them: a fault in one must not wait for its first use.
    _ = try node(at: 0)
    try refuseCircles()
    let texts = root.kind == .object ? scalars(of: 0) : [:]
    return Schema(
      id: texts["$id"] ?? "", version: texts["x-version"] ?? "", namespace: texts["x-namespace"] ?? "",
      rootName: texts["x-root"] ?? "report", nodes: nodes, document: document)
  }

  /// Compiles the subschema at a node of the document, or returns it when it is compiled already.
  private mutating func node(at source: Int) throws(SchemaError) -> Int {
    if compiled[source] >= 0 { return Int(compiled[source]) }
    if let target = try bareReference(source) { return target }
    let index = nodes.count
    compiled[source] = Int32(index)
    nodes.append(SchemaNode(source: source))
    open.insert(index)
    defer { open.remove(index) }
    nodes[index].definition = definitions[source]
    switch document.nodes[source].kind {
    case .true: break
    case .false: nodes[index].types = []
    case .object: try fill(index, from: source)
    default: throw error("a schema is an object, true or false", at: source)
    }
    return index
  }

  /// The keyword of a member of a schema.
  private func keyword(of member: Int) throws(SchemaError) -> Keyword {
    let node = document.nodes[member]
    if !node.flags.contains(.nameEscaped),
      let keyword = Keyword.named(document.source.span, Int(node.nameStart), Int(node.nameLength))
    {
      return keyword
    }
    let name = document.name(of: member) ?? ""
    if let keyword = Keyword(rawValue: name) { return keyword }
    let nearest = NearestName.of(name, in: Keyword.allCases.map(\.rawValue))
    let span = document.nameSpan(of: member).map { Span(start: $0.start - 1, end: $0.end + 1) }
    throw SchemaError(
      message: "the keyword \u{201C}\(name)\u{201D} is not supported"
        + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""),
      path: document.pointer(of: member), span: span ?? document.span(of: member))
  }

  private mutating func fill(_ index: Int, from source: Int) throws(SchemaError) {
    var reference: Int?
    var required: [Int] = []
    var hasAssertion = false
    for member in document.children(of: source) {
      let keyword = try keyword(of: member)
      switch keyword {
      case .ref: reference = try resolve(member)
      case .defs:
        for definition in document.children(of: member) { _ = try node(at: definition) }
      case .properties:
        hasAssertion = true
        let properties = try properties(of: member)
        nodes[index].properties = properties
      case .required:
        hasAssertion = true
        required += document.children(of: member)
      case .additionalProperties:
        hasAssertion = true
        switch document.nodes[member].kind {
        case .false: nodes[index].additional = .nothing
        case .true: nodes[index].additional = .anything
        default: nodes[index].additional = .schema(try node(at: member))
        }
      case .items:
        hasAssertion = true
        nodes[index].items = try node(at: member)
      case .item: nodes[index].itemName = try string(member)
      case .unit: nodes[index].unit = try string(member)
      case .schema:
        let text = try string(member)
        guard text == "https://json-schema.org/draft/2020-12/schema" else {
          throw error("the dialect is \u{201C}\(text)\u{201D}; only JSON Schema 2020-12 is supported", at: member)
        }
      case .id, .comment, .default, .deprecated, .description, .examples, .title, .form, .codes, .labels, .titles,
        .descriptions, .namespace, .root, .version:
        break
      case .const, .enum, .exclusiveMaximum, .exclusiveMinimum, .format, .maxItems, .maxLength, .maximum, .minItems,
        .minLength, .minimum, .pattern, .type, .uniqueItems:
        hasAssertion = true
        try assertion(keyword, of: index, member: member)
      }
    }
    try require(required, of: index, from: source)
    if let reference { try apply(reference, to: index, hasAssertion: hasAssertion) }
  }

  private mutating func properties(of member: Int) throws(SchemaError) -> [SchemaProperty] {
    var properties: [SchemaProperty] = []
    properties.reserveCapacity(document.children(of: member).reduce(0) { count, _ in count + 1 })
    for property in document.children(of: member) {
      let child = try node(at: property)
      let name = document.name(of: property) ?? ""
      properties.append(SchemaProperty(name: name, node: child, isRequired: false, source: property))
    }
    return properties
  }

  /// Marks the members that must be there. They are mostly named in the order of the properties.
  private mutating func require(_ required: [Int], of index: Int, from source: Int) throws(SchemaError) {
    var expected = 0
    var slots: [String: Int]?
    for item in required {
      let name = try string(item)
      let ahead = nodes[index].properties[expected...].prefix(8)
      if let slot = ahead.firstIndex(where: { $0.name == name }) {
        nodes[index].properties[slot].isRequired = true
        expected = slot + 1
        continue
      }
      let known =
        slots ?? Dictionary(nodes[index].properties.enumerated().map { ($1.name, $0) }) { first, _ in first }
      slots = known
      if let slot = known[name] {
        nodes[index].properties[slot].isRequired = true
      } else {
        // Required without a subschema of its own: anything will do.
        slots?[name] = nodes[index].properties.count
        let anything = nodes.count
        nodes.append(SchemaNode(source: source))
        nodes[index].properties.append(SchemaProperty(name: name, node: anything, isRequired: true, source: source))
      }
    }
  }

  // MARK: - References

  /// The subschema that a reference with nothing but annotations beside it stands for; nil when there is more.
  private mutating func bareReference(_ source: Int) throws(SchemaError) -> Int? {
    guard document.nodes[source].kind == .object, mayRefer(source) else { return nil }
    var reference: Int?
    for member in document.children(of: source) {
      switch try keyword(of: member) {
      case .ref: reference = member
      case .comment, .default, .deprecated, .description, .examples, .title, .form, .codes, .labels, .titles,
        .descriptions:
        break
      default: return nil
      }
    }
    guard let reference, followed.insert(source).inserted else { return nil }
    defer { followed.remove(source) }
    return try node(at: try resolve(reference))
  }

  /// Whether a member of an object is `$ref`, or has a name with escapes that may be it.
  private func mayRefer(_ source: Int) -> Bool {
    let bytes = document.source.span
    let end = Int(document.nodes[source].next)
    var member = source + 1
    while member < end {
      let node = document.nodes[member]
      if node.flags.contains(.nameEscaped) { return true }
      if node.nameLength == 4 {
        let start = Int(node.nameStart)
        if bytes[start] == UInt8(ascii: "$"), bytes[start + 1] == UInt8(ascii: "r") { return true }
      }
      member = Int(node.next)
    }
    return false
  }

  /// Refuses references that lead back to themselves without a step into the instance: nothing would end them.
  private func refuseCircles() throws(SchemaError) {
    var ends = [Bool](repeating: false, count: nodes.count)
    for start in nodes.indices {
      var chain: [Int] = []
      var current: Int? = start
      while let node = current, !ends[node] {
        guard chain.count <= nodes.count else {
          throw error("the schema refers to itself", at: nodes[start].source)
        }
        chain.append(node)
        current = nodes[node].also
      }
      for node in chain { ends[node] = true }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A bare reference becomes its target; one with assertions beside it asks for both.
  private mutating func apply(_ reference: Int, to index: Int, hasAssertion: Bool) throws(SchemaError) {
    let target = try node(at: reference)
    guard target != index else { throw error("the schema refers to itself", at: nodes[index].source) }
    let own = nodes[index]
    // A target that is still being compiled (a recursive schema) cannot be copied yet.
    if hasAssertion || open.contains(target) {
      nodes[index].also = target
    } else {
      nodes[index] = nodes[target]
      nodes[index].source = own.source
      if own.itemName != nil { nodes[index].itemName = own.itemName }
      if own.unit != nil { nodes[index].unit = own.unit }
    }
  }

  private func resolve(_ member: Int) throws(SchemaError) -> Int {
    let text = try string(member)
    if let target = targets[text] { return target }
    guard text.hasPrefix("#"), let target = document.node(at: Self.decode(String(text.dropFirst()))) else {
      throw error(
        "\u{201C}\(text)\u{201D} does not point into this file; only such references are supported", at: member)
    }
    return target
  }

  private func scalars(of node: Int) -> [String: String] {
    var out: [String: String] = [:]
    for child in document.children(of: node) where document.nodes[child].kind == .string {
      out[document.name(of: child) ?? ""] = document.text(of: child)
    }
    return out
  }

  func string(_ node: Int) throws(SchemaError) -> String {
    guard document.nodes[node].kind == .string else { throw error("a string is expected", at: node) }
    return document.text(of: node)
  }

  func error(_ message: String, at node: Int) -> SchemaError {
    SchemaError(message: message, path: document.pointer(of: node), span: document.span(of: node))
  }

  /// The percent encoding of a URI fragment.
  private static func decode(_ fragment: String) -> String {
    var out: [UInt8] = []
    var rest = Array(fragment.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
