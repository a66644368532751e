import Documents

/// A JSON value that can be changed: what the patches of examples work on. Numbers keep their text.
enum JSONValue: Equatable {
  case object([(name: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number, `true`, `false` or `null`, as written.
  case literal(String)

  /// Copies a node of a JSON document.
  init(_ document: Document, node: Int = 0) {
    switch document.nodes[node].kind {
    case .object:
      self = .object(document.children(of: node).map { (document.name(of: $0) ?? "", JSONValue(document, node: $0)) })
    case .array: self = .array(document.children(of: node).map { JSONValue(document, node: $0) })
    case .string: self = .string(document.text(of: node))
    default: self = .literal(document.text(of: node))
    }
  }

  /// The value as JSON text without white space.
  var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { PackFields.quote($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
    case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
    case .string(let text): PackFields.quote(text)
    case .literal(let text): text
    }
  }

  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// Equal as RFC 6902 §4.6 has it, but for numbers, which must be written alike.
  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in right.contains { $0.name == member.name && $0.value == member.value } }
    case (.array(let left), .array(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.literal(let left), .literal(let right)): left == right
    default: false
    }
  }
}
