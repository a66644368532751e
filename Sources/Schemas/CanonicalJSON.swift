import Documents

/// A text that is the same for equal JSON values: members sorted by name, numbers by value.
enum CanonicalJSON {
  static func text(of node: Int, in document: Document) -> String {
    switch document.nodes[node].kind {
    case .object:
      let members = document.children(of: node).map {
        (document.name(of: $0) ?? "", text(of: $0, in: document))
      }
      return "{" + members.sorted { $0.0 < $1.0 }.map { quote($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    case .array:
      return "[" + document.children(of: node).map { text(of: $0, in: document) }.joined(separator: ",") + "]"
    case .number: return number(document.text(of: node))
    case .true: return "true"
    case .false: return "false"
    case .null: return "null"
    case .string, .element, .attribute, .text: return quote(document.text(of: node))
    }
  }

  static func number(_ text: String) -> String { LexicalNumber(text.utf8)?.canonical ?? text }

  /// Quotes by length, which needs no escapes.
  static func quote(_ text: String) -> String { "\(text.utf8.count)\"\(text)\"" }
}
