import Documents

extension Binder {
  /// The type that a JSON or YAML node has among those that the schema allows; nil when it has none of them.
  func jsonType(of node: Int, _ shape: SchemaNode) -> TypeSet? {
    let type: TypeSet
    switch bound.document.nodes[node].kind {
    case .object: type = .object
    case .array: type = .array
    case .string:
      return bound.document.syntax == .yaml ? yamlType(of: node, shape) : shape.types.contains(.string) ? .string : nil
    case .number:
      if shape.types.contains(.integer), isWhole(node) { return .integer }
      return shape.types.contains(.number) ? .number : nil
    case .true, .false: type = .boolean
    case .null: type = .null
    case .element, .attribute, .text: return nil
    }
    return shape.types.contains(type) ? type : nil
  }

  /// YAML scalars have no type of their own: what the schema wants decides, so `no` is a string where one is due.
  private func yamlType(of node: Int, _ shape: SchemaNode) -> TypeSet? {
    if shape.types.contains(.string) { return .string }
    let text = bound.document.text(of: node)
    guard !bound.document.nodes[node].flags.contains(.quoted) else { return nil }
    if shape.types.contains(.boolean), text == "true" || text == "false" { return .boolean }
    if let number = LexicalNumber(text.utf8) {
      if shape.types.contains(.integer), number.isInteger { return .integer }
      if shape.types.contains(.number) { return .number }
    }
    return shape.types.contains(.null) && text == "null" ? .null : nil
  }

  private func isWhole(_ node: Int) -> Bool {
    let node = bound.document.nodes[node]
    let text = bound.document.source[Int(node.start)..<Int(node.end)]
    // A dot or an exponent is rare in a whole number; `1.0` is one all the same.
    guard text.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }) else { return true }
    return LexicalNumber(text)?.isInteger ?? false
  }

  /// The type that the schema gives to an XML element; nil when the element cannot have it.
  func xmlType(of node: Int, _ shape: SchemaNode) -> TypeSet? {
    guard let type = shape.singleType else { return nil }
    switch type {
    case .object, .array: return type
    case .string: return hasElements(node) ? nil : .string
    default:
      guard !hasElements(node) else { return nil }
      let text = collapsed(bound.document.text(of: node))
      switch type {
      case .boolean: return text == "true" || text == "false" ? type : nil
      case .integer, .number:
        guard let number = LexicalNumber(text.utf8), !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") })
        else { return nil }
        return type == .integer && !number.isInteger ? nil : type
      default: return nil
      }
    }
  }

  private func hasElements(_ node: Int) -> Bool {
    bound.document.children(of: node).contains { bound.document.nodes[$0].kind == .element }
  }

  /// XML Schema's `whiteSpace="collapse"` for a value without inner space.
  func collapsed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, Self.isXMLSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.isXMLSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  static func isXMLSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
