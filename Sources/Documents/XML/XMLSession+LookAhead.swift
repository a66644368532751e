/// What lies between two tags.
extension XMLSession {
  /// Adds the texts behind the last tag and finds the tag that follows.
  ///
  /// libxml2 has not seen these bytes yet, so nothing here relies on them being well formed.
  mutating func lookAhead() {
    let buffer = source
    lookAhead(buffer.span)
  }

  private mutating func lookAhead(_ source: Bytes) {
    let count = source.count
    var at = offset
    while at < count {
      if source[at] == UInt8(ascii: "<") {
        guard at &+ 1 < count else { break }
        let next = source[at &+ 1]
        guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { break }
        if let behind = XMLScan.skipNonText(source, at) {
          at = behind
          continue
        }
        guard XMLScan.startsCDATA(source, at) else { break }
      }
      at = text(source, at)
      if fault != nil { return }
    }
    nextTag = at
    guard at &+ 1 < count else { return }
    let isEnd = source[at &+ 1] == UInt8(ascii: "/")
    if hasBlanks {
      if !isEnd || hasChildElements { removeBlanks(source) }
      hasBlanks = false
    }
    if isEnd { return }
    // libxml2 compares each attribute of a tag with every other, so it must not see a tag with very many.
    let seen = XMLScan.countAttributes(source, at)
    if seen > limits.attributes { stop(.limitAttributes(seen: seen), at: at) }
  }

  /// Adds the text that begins at a byte; returns the byte behind it.
  @inline(__always)
  private mutating func text(_ source: Bytes, _ start: Int) -> Int {
    let count = source.count
    var at = XMLScan.skipSpaces(source, start)
    var isPlain = true
    if at == count || (source[at] == UInt8(ascii: "<") && !XMLScan.startsCDATA(source, at)) {
      // Before a start tag, or behind a child element, white space is layout.
      let next = at &+ 1 < count ? source[at &+ 1] : UInt8(ascii: "/")
      let isUndecided = next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      if hasChildElements || !isUndecided { return at }
      hasBlanks = true
      at = start
    } else if at > start {
      at = start
    }
    while true {
      at = XMLScan.skipPlain(source, at)
      guard at < count else { break }
      let byte = source[at]
      if byte == UInt8(ascii: "<") {
        guard XMLScan.startsCDATA(source, at) else { break }
        at = XMLScan.find("]]>", source, at &+ 9) ?? count
      } else {
        at &+= 1
      }
      isPlain = false
    }
    if current != Self.noElement { addText(start, at, isPlain: isPlain) }
    return at
  }

  @inline(__always)
  private mutating func addText(_ start: Int, _ end: Int, isPlain: Bool) {
    guard end - start <= limits.stringBytes else { return stop(.limitString(seen: end - start), at: start) }
    guard nodes.count < limits.nodes else { return stop(.limitNodes, at: start) }
    if !isPlain {
      let text = XMLText.content(source, start..<end)
      if text.isEmpty { return }
      decoded[UInt32(truncatingIfNeeded: nodes.count)] = text
    }
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: nodes.count &+ 1), kind: .text, flags: isPlain ? [] : .escaped))
  }

  /// Takes out white space that turned out to be layout once the next tag was known; comments stood between.
  private mutating func removeBlanks(_ source: Bytes) {
    var kept: [(Node, String?)] = []
    for index in accepted..<nodes.count {
      let text = decoded.removeValue(forKey: UInt32(index))
      if XMLScan.skipSpaces(source, Int(nodes[index].start)) < Int(nodes[index].end) {
        kept.append((nodes[index], text))
      }
    }
    nodes.removeSubrange(accepted...)
    for (node, text) in kept {
      if let text { decoded[UInt32(nodes.count)] = text }
      nodes.append(node)
      nodes[nodes.count - 1].next = UInt32(nodes.count)
    }
  }
}
