import CLibXML2

/// What is done at each tag.
extension XMLSession {
  /// A start tag or empty-element tag, which libxml2 has accepted up to its `>` or `/>`.
  mutating func start(
    prefixLength: Int, namespace: UnsafePointer<xmlChar>?, declarations: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
  ) {
    let close = position
    guard close < source.count, let start = startOfTag(before: close) else {
      return stop(.library(code: 0, name: "", other: ""), at: offset)
    }
    addTexts(upTo: start, isEndTag: false)
    guard fault == nil else { return }
    let seen = attributeCount + declarations
    guard seen <= limits.attributes else { return stop(.limitAttributes(seen: seen), at: start) }
    var behindName = close
    if seen > 0 || XMLTagScan.isSpace(source[close - 1]) {
      behindName = start + 1
      while !XMLTagScan.isSpace(source[behindName]) { behindName += 1 }
    }
    let nameLength = behindName - start - 1 - prefixLength
    guard depth < limits.depth else { return stop(.limitDepth, at: start) }
    guard nodes.count + attributeCount < limits.nodes else { return stop(.limitNodes, at: start) }
    guard nameLength <= limits.stringBytes else { return stop(.limitString(seen: nameLength), at: start + 1) }
    let node = UInt32(truncatingIfNeeded: nodes.count)
    if declarations > 0 {
      let inForce = declarations + (scopes.last?.inForce ?? 0)
      guard inForce <= limits.attributes else { return stop(.limitAttributes(seen: inForce), at: start) }
      scopes.append((node, inForce))
    }
    guard let index = self.index(of: namespace) else {
      return stop(.limitAttributes(seen: namespaces.count), at: start)
    }
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: start), next: current,
        nameStart: UInt32(truncatingIfNeeded: start &+ 1 &+ prefixLength),
        nameLength: UInt32(truncatingIfNeeded: nameLength), kind: .element, namespace: index))
    current = node
    depth &+= 1
    hasChildElements = false
    if attributeCount > 0 { addAttributes(from: behindName, to: close, attributes, attributeCount) }
    offset = close + (source[close] == UInt8(ascii: "/") ? 2 : 1)
  }

  /// The end of the innermost element; libxml2 stands behind the end tag, or behind the empty-element tag.
  mutating func end() {
    guard current != Self.noElement else { return }
    let behind = position
    if behind > offset {
      guard behind <= source.count, let start = startOfTag(before: behind) else {
        return stop(.library(code: 0, name: "", other: ""), at: offset)
      }
      addTexts(upTo: start, isEndTag: true)
      guard fault == nil else { return }
      offset = behind
    }
    let index = Int(current)
    if let scope = scopes.last, scope.element == current { scopes.removeLast() }
    current = nodes[index].next
    nodes[index].end = UInt32(truncatingIfNeeded: offset)
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    depth &-= 1
    hasChildElements = true
  }

  /// The `<` of the tag that ends before a byte.
  @inline(__always)
  private func startOfTag(before end: Int) -> Int? {
    // Character data and references have no `<` either, so one behind as many bytes is that of the tag.
    var start = offset &+ characterBytes
    if characterBytes >= 0, start < end, source[start] == UInt8(ascii: "<") { return start }
    // No tag has a `<` inside.
    start = end - 1
    while start >= offset {
      if source[start] == UInt8(ascii: "<") { return start }
      start -= 1
    }
    return nil
  }

  /// Finds the attributes of a tag between two bytes; those that declare namespaces make no node.
  private mutating func addAttributes(
    from first: Int, to close: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    var tag = XMLTagScan(offset: first)
    var index = 0
    while index < count, let found = tag.next(source, end: close) {
      if found.declaresNamespace { continue }
      let length = found.value.count
      guard length <= limits.stringBytes, found.name.count <= limits.stringBytes else {
        return stop(.limitString(seen: max(length, found.name.count)), at: found.name.lowerBound)
      }
      guard let namespace = self.index(of: attributes?[5 * index + 2]) else {
        return stop(.limitAttributes(seen: namespaces.count), at: found.name.lowerBound)
      }
      if found.isEscaped {
        decoded[UInt32(truncatingIfNeeded: nodes.count)] = XMLText.attribute(source, found.value)
      }
      nodes.append(
        Node(
          start: UInt32(truncatingIfNeeded: found.value.lowerBound),
          end: UInt32(truncatingIfNeeded: found.value.upperBound),
          next: UInt32(truncatingIfNeeded: nodes.count + 1),
          nameStart: UInt32(truncatingIfNeeded: found.name.lowerBound),
          nameLength: UInt32(truncatingIfNeeded: found.name.count), kind: .attribute,
          flags: found.isEscaped ? .escaped : [], namespace: namespace))
      index += 1
    }
  }

  /// The index of a namespace in the document, or nil beyond the 65,535 that a node can tell apart.
  private mutating func index(of namespace: UnsafePointer<xmlChar>?) -> UInt16? {
    guard let namespace else { return 0 }
    if let lastNamespace, lastNamespace.name == namespace { return lastNamespace.index }
    let index = newIndex(of: namespace)
    if let index { lastNamespace = (namespace, index) }
    return index
  }

  private mutating func newIndex(of namespace: UnsafePointer<xmlChar>) -> UInt16? {
    if let known = namespaceIndex[namespace] { return known }
    guard let index = UInt16(exactly: namespaces.count) else { return nil }
    namespaces.append(String(cString: namespace))
    namespaceIndex[namespace] = index
    return index
  }
}
