import Documents

extension Binder {
  /// The type that a JSON or YAML node has among those that the schema allows; nil when it has none of them.
  ///
  /// - Parameter number: Becomes the value of a plain number.
  func jsonType(of node: Int, _ types: TypeSet, _ number: inout PlainNumber?) -> TypeSet? {
    let type: TypeSet
    switch bound.document.nodes[node].kind {
    case .object: type = .object
    case .array: type = .array
    case .string:
      return bound.document.syntax == .yaml ? yamlType(of: node, types) : types.contains(.string) ? .string : nil
    case .number:
      number = plainNumber(node)
      if types.contains(.integer), number?.isInteger ?? isWhole(node) { return .integer }
      return types.contains(.number) ? .number : nil
    case .true, .false: type = .boolean
    case .null: type = .null
    case .element, .attribute, .text: return nil
    }
    return types.contains(type) ? type : nil
  }

  private func plainNumber(_ node: Int) -> PlainNumber? {
    let node = bound.document.nodes[node]
    return PlainNumber(bound.document.source.span, Int(node.start)..<Int(node.end))
  }

  /// YAML scalars have no type of their own: what the schema wants decides, so `no` is a string where one is due.
  private func yamlType(of node: Int, _ types: TypeSet) -> TypeSet? {
    if types.contains(.string) { return .string }
    let text = bound.document.text(of: node)
    guard !bound.document.nodes[node].flags.contains(.quoted) else { return nil }
    if types.contains(.boolean), text == "true" || text == "false" { return .boolean }
    if let number = LexicalNumber(text.utf8) {
      if types.contains(.integer), number.isInteger { return .integer }
      if types.contains(.number) { return .number }
    }
    return types.contains(.null) && text == "null" ? .null : nil
  }

  /// Whether a number that is not plain has nothing behind its point, such as `-5` or `1e3`.
  private func isWhole(_ node: Int) -> Bool { LexicalNumber(bound.document.text(of: node).utf8)?.isInteger ?? false }

  /// The type that the schema gives to an XML element; nil when the element cannot have it.
  ///
  /// - Parameter number: Becomes the value of a plain number.
  func xmlType(of node: Int, as index: Int, _ number: inout PlainNumber?) -> TypeSet? {
    let type = plan.shapes[index].types
    guard type.isSingle else { return nil }
    switch type {
    case .object, .array: return type
    case .string: return hasElements(node) ? nil : .string
    case .boolean:
      guard !hasElements(node) else { return nil }
      let text = collapsed(bound.document.text(of: node))
      return text == "true" || text == "false" ? type : nil
    case .integer, .number:
      number = onlyText(of: node).flatMap(plainNumber)
      if let number { return type == .integer && !number.isInteger ? nil : type }
      guard !hasElements(node) else { return nil }
      let text = collapsed(bound.document.text(of: node))
      guard let number = LexicalNumber(text.utf8), !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") })
      else { return nil }
      return type == .integer && !number.isInteger ? nil : type
    default: return nil
    }
  }

  /// The text that is all there is in an element, when it stands in the source as it is meant.
  func onlyText(of node: Int) -> Int? { BindingPlan.onlyText(of: node, bound.document.nodes.span) }

  private func hasElements(_ node: Int) -> Bool {
    let end = Int(bound.document.nodes[node].next)
    var child = node + 1
    while child < end {
      if bound.document.nodes[child].kind == .element { return true }
      child = Int(bound.document.nodes[child].next)
    }
    return false
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
