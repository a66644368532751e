/// A report that can be changed and written in both syntaxes, right or wrong.
enum ReportTree {
  case object([Member])
  case list(itemName: String, [ReportTree])
  case text(String)
  /// A number, `true`, `false` or `null` as written.
  case literal(String)

  struct Member {
    var name: String
    var value: ReportTree
  }

  var json: String {
    switch self {
    case .object(let members):
      "{" + members.map { Self.quote($0.name) + ": " + $0.value.json }.joined(separator: ", ") + "}"
    case .list(_, let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .text(let text): Self.quote(text)
    case .literal(let text): text
    }
  }

  func xml(root: String, namespace: String) -> String {
    "<?xml version=\"1.0\"?>\n" + element(root, attributes: " xmlns=\"\(namespace)\"")
  }

  private func element(_ name: String, attributes: String = "") -> String {
    let inside =
      switch self {
      case .object(let members): members.map { $0.value.element($0.name) }.joined()
      case .list(let itemName, let items): items.map { $0.element(itemName) }.joined()
      case .text(let text): Self.escape(text)
      case .literal(let text): text == "null" ? "" : text
      }
    return "<\(name)\(attributes)>\(inside)</\(name)>"
  }

  static func quote(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{0}"..<"\u{20}":
        out += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func escape(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\r": out += "&#13;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The number of values in the tree, this one included.
  var size: Int {
    switch self {
    case .object(let members): members.reduce(1) { $0 + $1.value.size }
    case .list(_, let items): items.reduce(1) { $0 + $1.size }
    case .text, .literal: 1
    }
  }

  /// Changes the value at a position of the tree, counted in document order from 0.
  func changed(at position: Int, _ change: (ReportTree) -> ReportTree) -> ReportTree {
    if position == 0 { return change(self) }
    var rest = position - 1
    func descend(_ value: ReportTree) -> ReportTree {
      defer { rest -= value.size }
      return (0..<value.size).contains(rest) ? value.changed(at: rest, change) : value
    }
    switch self {
    case .object(let members): return .object(members.map { Member(name: $0.name, value: descend($0.value)) })
    case .list(let itemName, let items): return .list(itemName: itemName, items.map(descend))
    case .text, .literal: return self
    }
  }
}
