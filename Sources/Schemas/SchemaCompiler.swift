import Documents
import Findings

/// Compiles one schema file. Subschemas get an index when they are first met, so that `$ref` may be recursive.
struct SchemaCompiler {
  let document: Document
  let assertFormats: Bool
  var nodes: [SchemaNode] = []
  /// The compiled index by node of the schema document.
  private var compiled: [Int: Int] = [:]
  /// The subschemas that are being compiled.
  private var open: Set<Int> = []

  init(document: Document, assertFormats: Bool) {
    self.document = document
    self.assertFormats = assertFormats
  }

  mutating func compile() throws(SchemaError) -> Schema {
    guard let root = document.nodes.first else {
      throw SchemaError(message: "the schema file is empty", path: "", span: Span(start: 0, end: 0))
    }
    // Definitions are checked even when nothing refers to them: a fault in one must not wait for its first use.
    _ = try node(at: 0, path: "")
    let texts = root.kind == .object ? scalars(of: 0) : [:]
    return Schema(
      id: texts["$id"] ?? "", version: texts["x-version"] ?? "", namespace: texts["x-namespace"] ?? "",
      rootName: texts["x-root"] ?? "report", nodes: nodes, document: document)
  }

  /// Compiles the subschema at a node of the document, or returns it when it is compiled already.
  private mutating func node(at source: Int, path: String) throws(SchemaError) -> Int {
    if let index = compiled[source] { return index }
    let index = nodes.count
    compiled[source] = index
    nodes.append(SchemaNode(source: source))
    open.insert(index)
    defer { open.remove(index) }
    let steps = path.split(separator: "/")
    if steps.count == 2, steps[0] == "$defs" { nodes[index].definition = String(steps[1]) }
    switch document.nodes[source].kind {
    case .true: break
    case .false: nodes[index].types = []
    case .object: try fill(index, from: source, path: path)
    default: throw error("a schema is an object, true or false", at: source, path)
    }
    return index
  }

  private mutating func fill(_ index: Int, from source: Int, path: String) throws(SchemaError) {
    var reference: (target: Int, path: String)?
    var required: [(name: String, node: Int)] = []
    var hasAssertion = false
    for member in document.children(of: source) {
      let name = document.name(of: member) ?? ""
      let path = path + "/" + Document.escape(name)
      guard let keyword = Keyword(rawValue: name) else {
        let nearest = NearestName.of(name, in: Keyword.allCases.map(\.rawValue))
        let span = document.nameSpan(of: member).map { Span(start: $0.start - 1, end: $0.end + 1) }
        throw SchemaError(
          message: "the keyword \u{201C}\(name)\u{201D} is not supported"
            + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""),
          path: path, span: span ?? document.span(of: member))
      }
      switch keyword {
      case .ref: reference = try resolve(member, path)
      case .defs:
        for definition in document.children(of: member) {
          _ = try node(at: definition, path: path + "/" + Document.escape(document.name(of: definition) ?? ""))
        }
      case .properties:
        hasAssertion = true
        for property in document.children(of: member) {
          let name = document.name(of: property) ?? ""
          let child = try node(at: property, path: path + "/" + Document.escape(name))
          nodes[index].propertyIndex[name] = nodes[index].properties.count
          nodes[index].properties.append(SchemaProperty(name: name, node: child, isRequired: false, source: property))
        }
      case .required:
        hasAssertion = true
        for item in document.children(of: member) { required.append((try string(item, path), item)) }
      case .additionalProperties:
        hasAssertion = true
        switch document.nodes[member].kind {
        case .false: nodes[index].additional = .nothing
        case .true: nodes[index].additional = .anything
        default: nodes[index].additional = .schema(try node(at: member, path: path))
        }
      case .items:
        hasAssertion = true
        nodes[index].items = try node(at: member, path: path)
      case .item: nodes[index].itemName = try string(member, path)
      case .unit: nodes[index].unit = try string(member, path)
      case .schema:
        let text = try string(member, path)
        guard text == "https://json-schema.org/draft/2020-12/schema" else {
          throw error("the dialect is \u{201C}\(text)\u{201D}; only JSON Schema 2020-12 is supported", at: member, path)
        }
      case .id, .comment, .default, .deprecated, .description, .examples, .title, .form, .codes, .labels, .titles,
        .descriptions, .namespace, .root, .version:
        break
      case .const, .enum, .exclusiveMaximum, .exclusiveMinimum, .format, .maxItems, .maxLength, .maximum, .minItems,
        .minLength, .minimum, .pattern, .type, .uniqueItems:
        hasAssertion = true
        try assertion(keyword, of: index, member: member, path: path)
      }
    }
    for (name, _) in required {
      if let slot = nodes[index].propertyIndex[name] {
        nodes[index].properties[slot].isRequired = true
      } else {
        // Required without a subschema of its own: anything will do.
        nodes[index].propertyIndex[name] = nodes[index].properties.count
        let anything = nodes.count
        nodes.append(SchemaNode(source: source))
        nodes[index].properties.append(
          SchemaProperty(name: name, node: anything, isRequired: true, source: source))
      }
    }
    if let reference { try apply(reference, to: index, hasAssertion: hasAssertion) }
  }

  /// A bare reference becomes its target; one with assertions beside it asks for both.
  private mutating func apply(
    _ reference: (target: Int, path: String), to index: Int, hasAssertion: Bool
  ) throws(SchemaError) {
    let target = try node(at: reference.target, path: reference.path)
    guard target != index else {
      throw error("the schema refers to itself", at: nodes[index].source, reference.path)
    }
    let own = nodes[index]
    // A target that is still being compiled (a recursive schema) cannot be copied yet.
    if hasAssertion || open.contains(target) {
      nodes[index].also = target
    } else {
      nodes[index] = nodes[target]
      nodes[index].source = own.source
      nodes[index].definition = nodes[target].definition
      if own.itemName != nil { nodes[index].itemName = own.itemName }
      if own.unit != nil { nodes[index].unit = own.unit }
    }
  }

  private func resolve(_ member: Int, _ path: String) throws(SchemaError) -> (target: Int, path: String) {
    let text = try string(member, path)
    let pointer = Self.decode(String(text.dropFirst()))
    guard text.hasPrefix("#"), let target = document.node(at: pointer) else {
      throw error(
        "\u{201C}\(text)\u{201D} does not point into this file; only such references are supported", at: member, path)
    }
    return (target, pointer)
  }

  private func scalars(of node: Int) -> [String: String] {
    var out: [String: String] = [:]
    for child in document.children(of: node) where document.nodes[child].kind == .string {
      out[document.name(of: child) ?? ""] = document.text(of: child)
    }
    return out
  }

  func string(_ node: Int, _ path: String) throws(SchemaError) -> String {
    guard document.nodes[node].kind == .string else { throw error("a string is expected", at: node, path) }
    return document.text(of: node)
  }

  func error(_ message: String, at node: Int, _ path: String) -> SchemaError {
    SchemaError(message: message, path: path, span: document.span(of: node))
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
