import CLibXML2

/// What is done at each tag.
extension XMLSession {
  /// A start tag or empty-element tag, which libxml2 has accepted up to its `>` or `/>`.
  mutating func start(
    prefixLength: Int, nameLength: Int, namespace: UnsafePointer<xmlChar>?, declarations: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
  ) {
    let start = nextTag
    let behindName = start + 1 + prefixLength + nameLength
    let close = max(position, behindName)
    guard close < source.count else { return stop(.library(code: 0, name: "", other: ""), at: close) }
    guard frames.count < limits.depth else { return stop(.limitDepth, at: start) }
    guard nodes.count + attributeCount < limits.nodes else { return stop(.limitNodes, at: start) }
    guard nameLength <= limits.stringBytes else { return stop(.limitString(seen: nameLength), at: start + 1) }
    var inForce = declarations
    if let parent = frames.last {
      inForce += parent.namespaces
      frames[frames.count - 1].hasChildElements = true
    }
    guard inForce <= limits.attributes else { return stop(.limitAttributes(seen: inForce), at: start) }
    guard let index = self.index(of: namespace) else {
      return stop(.limitAttributes(seen: namespaces.count), at: start)
    }
    let node = nodes.count
    frames.append(Frame(node: node, namespaces: inForce))
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: start), next: UInt32(truncatingIfNeeded: node + 1),
        nameStart: UInt32(truncatingIfNeeded: start + 1 + prefixLength),
        nameLength: UInt32(truncatingIfNeeded: nameLength), kind: .element, namespace: index))
    if attributeCount > 0 { addAttributes(from: behindName, to: close, attributes, attributeCount) }
    isEmptyElement = source[close] == UInt8(ascii: "/")
    offset = close + (isEmptyElement ? 2 : 1)
    accepted = nodes.count
    if fault == nil, !isEmptyElement { lookAhead() }
  }

  /// The end of the innermost element.
  mutating func end() {
    guard let frame = frames.popLast() else { return }
    if isEmptyElement { isEmptyElement = false } else { offset = position }
    nodes[frame.node].end = UInt32(truncatingIfNeeded: offset)
    nodes[frame.node].next = UInt32(truncatingIfNeeded: nodes.count)
    accepted = nodes.count
    lookAhead()
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
    if let known = namespaceIndex[namespace] { return known }
    guard let index = UInt16(exactly: namespaces.count) else { return nil }
    namespaces.append(String(cString: namespace))
    namespaceIndex[namespace] = index
    return index
  }
}
