public import Findings

/// A report to start from: every section, what is required in it, and nothing that claims a figure.
public enum StarterReport {
  /// The report as JSON. Texts are the titles of their fields in square brackets, to be written over.
  public static func json(_ schema: Schema, in language: Language) -> String {
    value(schema, 0, title: "", language, indent: 0) + "\n"
  }

  private static func value(
    _ schema: Schema, _ node: Int, title: String, _ language: Language, indent: Int
  ) -> String {
    let shape = schema.nodes[node]
    let pad = String(repeating: "  ", count: indent + 1)
    let end = "\n" + String(repeating: "  ", count: indent)
    switch shape.singleType {
    case TypeSet.object?:
      let members = shape.properties.filter(\.isRequired).map { property in
        let title = schema.title(of: property)?[language] ?? property.name
        return pad + "\"\(property.name)\": " + value(schema, property.node, title: title, language, indent: indent + 1)
      }
      return members.isEmpty ? "{}" : "{\n" + members.joined(separator: ",\n") + end + "}"
    case TypeSet.array?:
      guard shape.minItems > 0, let items = shape.items else { return "[]" }
      return "[\n" + pad + value(schema, items, title: title, language, indent: indent + 1) + end + "]"
    case TypeSet.boolean?: return "false"
    case TypeSet.integer?, TypeSet.number?: return shape.minimum?.text ?? "0"
    default: return "\"" + text(shape, title: title) + "\""
    }
  }

  private static func text(_ shape: SchemaNode, title: String) -> String {
    if let code = shape.codes.first { return code }
    if shape.format == .date { return "2025-01-01" }
    switch shape.definition {
    case "identifier": return "report-1"
    case "country": return "BE"
    case "language": return "en"
    case "webAddress": return "https://provider.example/"
    default: return "[\(title)]"
    }
  }
}
