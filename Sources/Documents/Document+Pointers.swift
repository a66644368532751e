extension Document {
  /// The RFC 6901 pointer of a node of a JSON or YAML document; "" for the root.
  ///
  /// Costs one look at each sibling before the node and its ancestors: for findings, not for the passing path.
  public func pointer(to target: Int) -> String {
    var path = ""
    var current = 0
    while current != target {
      let isArray = nodes[current].kind == .array
      var step: (child: Int, position: Int)?
      for (position, child) in children(of: current).enumerated() {
        guard child <= target else { break }
        step = (child, position)
      }
      guard let step, target < Int(nodes[step.child].next) || step.child == target else { return path }
      current = step.child
      path += "/" + (isArray ? "\(step.position)" : Self.escape(name(of: current) ?? ""))
    }
    return path
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
