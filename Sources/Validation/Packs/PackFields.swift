import Documents
import Findings

/// Reads members of a pack file, which has been checked against its schema: what is required is there.
struct PackFields {
  let document: Document
  let node: Int

  subscript(_ name: String) -> PackFields? {
    for child in document.children(of: node) where document.nameEquals(child, name) {
      return PackFields(document: document, node: child)
    }
    return nil
  }

  var text: String { document.text(of: node) }
  var span: Span { document.span(of: node) }
  var name: String { document.name(of: node) ?? "" }
  var items: [PackFields] { document.children(of: node).map { PackFields(document: document, node: $0) } }
  var expression: Expression { Expression(text: text, span: span) }
  var named: [NamedExpression] { items.map { NamedExpression(name: StoredText($0.name), expression: $0.expression) } }

  func text(_ name: String) -> String { self[name]?.text ?? "" }

  func localized(_ name: String) -> LocalizedText {
    guard let fields = self[name] else { return LocalizedText(verbatim: "") }
    return LocalizedText(en: fields.text("en"), fr: fields.text("fr"), nl: fields.text("nl"), de: fields.text("de"))
  }

  /// The value as JSON text. A plain YAML scalar that is written as a JSON number, `true`, `false` or `null` is one.
  var json: String {
    let kind = document.nodes[node].kind
    switch kind {
    case .object: return "{" + items.map { Self.quote($0.name) + ":" + $0.json }.joined(separator: ",") + "}"
    case .array: return "[" + items.map(\.json).joined(separator: ",") + "]"
    case .string where document.syntax == .yaml && !document.nodes[node].flags.contains(.quoted):
      return ["true", "false", "null"].contains(text) || Self.isNumber(text) ? text : Self.quote(text)
    case .string: return Self.quote(text)
    default: return text
    }
  }

  /// The value as a CEL literal; JSON is one but for the quotes of surrogate escapes, which `quote` does not write.
  var literal: Expression { Expression(text: json, span: span) }

  /// A JSON string, which is also a CEL string.
  static func quote(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    return isDigits && (parts.first?.count == 1 || parts.first?.first != UInt8(ascii: "0"))
  }
}
