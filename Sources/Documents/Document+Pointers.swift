extension Document {
  /// The node at an RFC 6901 pointer of a JSON or YAML document, or nil where there is none.
  public func node(at pointer: String) -> Int? {
    guard !nodes.isEmpty, pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    var current = 0
    for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = Self.unescape(step)
      let isArray = nodes[current].kind == .array
      var found: Int?
      for (position, child) in children(of: current).enumerated()
      where isArray ? String(position) == name : nameEquals(child, name) {
        found = child
        break
      }
      guard let found else { return nil }
      current = found
    }
    return current
  }

  private static func unescape(_ step: Substring) -> String {
    guard step.utf8.contains(UInt8(ascii: "~")) else { return String(step) }
    return step.split(separator: "~1", omittingEmptySubsequences: false).map { part in
      part.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }.joined(separator: "/")
  }

  /// RFC 6901 §3.
  public static func escape(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
    var out = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": out += "~0"
      case "/": out += "~1"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
