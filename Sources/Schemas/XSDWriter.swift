import Documents

/// Writes the XML Schema 1.0 twin of a schema: what providers check an XML report with in their own tools.
///
/// Definitions become named types, every other object or list an anonymous one. What XSD 1.0 cannot say and the
/// schema does is listed in `schemas/README.md`.
public struct XSDWriter {
  private let schema: Schema
  private var out = ""
  private var indent = 0

  private init(schema: Schema) { self.schema = schema }

  /// The whole document, ending with a line feed. Same schema, same bytes.
  public static func write(_ schema: Schema) -> String {
    var writer = XSDWriter(schema: schema)
    writer.document()
    return writer.out
  }

  private mutating func document() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    line("<!-- Generated from \(escape(schema.id)) by make schemas. Do not edit. -->")
    line(
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"\(escape(schema.namespace))\""
        + " targetNamespace=\"\(escape(schema.namespace))\" elementFormDefault=\"qualified\""
        + " version=\"\(escape(schema.version))\">")
    indent += 1
    line("<xs:element name=\"\(schema.rootName)\">")
    nested { $0.type(of: 0) }
    line("</xs:element>")
    line("<xs:simpleType name=\"truth\">")
    line("  <xs:restriction base=\"xs:boolean\"><xs:pattern value=\"true|false\"/></xs:restriction>")
    line("</xs:simpleType>")
    for (name, node) in definitions() {
      if schema.nodes[node].singleType == .object || schema.nodes[node].singleType == .array {
        complexType(node, name: name)
      } else {
        simpleType(node, name: name)
      }
    }
    indent -= 1
    line("</xs:schema>")
  }

  /// One subschema for each definition, in the order of the file.
  private func definitions() -> [(String, Int)] {
    var seen: Set<String> = []
    let found = schema.nodes.indices.compactMap { index -> (String, Int)? in
      guard let name = schema.nodes[index].definition, seen.insert(name).inserted else { return nil }
      return (name, index)
    }
    return found.sorted { $0.0 < $1.0 }
  }

  private mutating func element(
    _ name: String, _ node: Int, isRequired: Bool, isItem: Bool = false, minItems: Int = 0, maxItems: Int = .max
  ) {
    let shape = schema.nodes[node]
    var head = "<xs:element name=\"\(name)\""
    if let definition = shape.definition {
      head += " type=\"\(definition)\""
    } else if shape.singleType == .boolean {
      head += " type=\"truth\""
    }
    if isItem {
      head += " minOccurs=\"\(minItems)\" maxOccurs=\"\(maxItems == .max ? "unbounded" : "\(maxItems)")\""
    } else if !isRequired {
      head += " minOccurs=\"0\""
    }
    guard shape.definition == nil, shape.singleType != .boolean else { return line(head + "/>") }
    line(head + ">")
    nested { $0.type(of: node) }
    line("</xs:element>")
  }

  private mutating func type(of node: Int) {
    switch schema.nodes[node].singleType {
    case TypeSet.object?, TypeSet.array?: complexType(node, name: nil)
    default: simpleType(node, name: nil)
    }
  }

  private mutating func complexType(_ node: Int, name: String?) {
    let shape = schema.nodes[node]
    line("<xs:complexType\(name.map { " name=\"\($0)\"" } ?? "")>")
    nested { writer in
      if shape.singleType == .array, let items = shape.items {
        writer.line("<xs:sequence>")
        writer.nested {
          $0.element(
            shape.itemName ?? "item", items, isRequired: true, isItem: true, minItems: shape.minItems,
            maxItems: shape.maxItems)
        }
        writer.line("</xs:sequence>")
      } else {
        writer.line("<xs:all>")
        writer.nested {
          for property in shape.properties { $0.element(property.name, property.node, isRequired: property.isRequired) }
        }
        writer.line("</xs:all>")
      }
    }
    line("</xs:complexType>")
  }

  private mutating func simpleType(_ node: Int, name: String?) {
    let shape = schema.nodes[node]
    line("<xs:simpleType\(name.map { " name=\"\($0)\"" } ?? "")>")
    nested { writer in
      writer.line("<xs:restriction base=\"\(writer.base(shape))\">")
      writer.nested { $0.facets(shape) }
      writer.line("</xs:restriction>")
    }
    line("</xs:simpleType>")
  }

  private func base(_ shape: SchemaNode) -> String {
    switch shape.singleType {
    case TypeSet.integer?, TypeSet.number?: "xs:decimal"
    default: shape.format == .date ? "xs:date" : "xs:string"
    }
  }

  private mutating func facets(_ shape: SchemaNode) {
    switch shape.singleType {
    case TypeSet.integer?: line("<xs:pattern value=\"-?(0|[1-9][0-9]*)(\\.0+)?\"/>")
    case TypeSet.number?: line("<xs:pattern value=\"-?(0|[1-9][0-9]*)(\\.[0-9]+)?\"/>")
    default:
      if shape.minLength > 0 { line("<xs:minLength value=\"\(shape.minLength)\"/>") }
      if shape.maxLength != .max { line("<xs:maxLength value=\"\(shape.maxLength)\"/>") }
      // XML has no such characters, and XSD cannot name them.
      if let pattern = shape.pattern?.source, !pattern.contains("\\u") {
        line("<xs:pattern value=\"\(escape(Self.anchored(pattern)))\"/>")
      }
      for code in shape.codes { line("<xs:enumeration value=\"\(escape(code))\"/>") }
    }
    if let minimum = shape.minimum {
      line("<xs:min\(minimum.isExclusive ? "Exclusive" : "Inclusive") value=\"\(minimum.text)\"/>")
    }
    if let maximum = shape.maximum {
      line("<xs:max\(maximum.isExclusive ? "Exclusive" : "Inclusive") value=\"\(maximum.text)\"/>")
    }
  }

  /// XSD patterns hold for the whole value; those of JSON Schema say so with `^` and `$`.
  private static func anchored(_ pattern: String) -> String {
    var body = pattern
    body = body.hasPrefix("^") ? String(body.dropFirst()) : ".*" + body
    return body.hasSuffix("$") ? String(body.dropLast()) : body + ".*"
  }

  private mutating func nested(_ body: (inout XSDWriter) -> Void) {
    indent += 1
    body(&self)
    indent -= 1
  }

  private mutating func line(_ text: String) { out += String(repeating: "  ", count: indent) + text + "\n" }

  private func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
