/// What lies between two tags.
extension XMLSession {
  /// Adds the texts behind the last tag and finds the tag that follows.
  ///
  /// libxml2 has not seen these bytes yet, so nothing here relies on them being well formed.
  mutating func lookAhead() {
    let count = source.count
    var at = offset
    blanks.removeAll(keepingCapacity: true)
    while at < count {
      guard source[at] == UInt8(ascii: "<"), let behind = skipNonText(at) else {
        guard source[at] != UInt8(ascii: "<") || startsWith("<![CDATA[", at) else { break }
        at = text(at)
        if fault != nil { return }
        continue
      }
      at = behind
    }
    nextTag = at
    guard at + 1 < count else { return }
    let isEnd = source[at + 1] == UInt8(ascii: "/")
    if !blanks.isEmpty, !isEnd || frames.last?.hasChildElements == true { removeBlanks() }
    if !isEnd { countAttributes(at) }
  }

  /// The byte behind a comment or processing instruction, or nil where neither stands or it has no end.
  private func skipNonText(_ at: Int) -> Int? {
    guard at + 1 < source.count else { return nil }
    if source[at + 1] == UInt8(ascii: "?") { return find("?>", at + 2) }
    guard source[at + 1] == UInt8(ascii: "!"), startsWith("<!--", at) else { return nil }
    return find("-->", at + 4)
  }

  /// Adds the text that begins at a byte; returns the byte behind it.
  private mutating func text(_ start: Int) -> Int {
    let count = source.count
    var at = start
    while at < count, XMLTagScan.isSpace(source[at]) { at &+= 1 }
    let isBlank = at == count || (source[at] == UInt8(ascii: "<") && !startsWith("<![CDATA[", at))
    if isBlank {
      // Before a start tag, or behind a child element, white space is layout.
      let next = at &+ 1 < count ? source[at &+ 1] : UInt8(ascii: "/")
      let isLayout = frames.last?.hasChildElements ?? true
      if isLayout || (next != UInt8(ascii: "/") && next != UInt8(ascii: "!") && next != UInt8(ascii: "?")) { return at }
      blanks.append(nodes.count)
    }
    var isPlain = true
    if isBlank {
      isPlain = !source[start..<at].contains(0x0D)
    } else {
      if at > start, source[start..<at].contains(0x0D) { isPlain = false }
      while at < count {
        let byte = source[at]
        if byte == UInt8(ascii: "<") {
          guard startsWith("<![CDATA[", at) else { break }
          isPlain = false
          at = find("]]>", at + 9) ?? count
        } else {
          if byte == UInt8(ascii: "&") || byte == 0x0D { isPlain = false }
          at &+= 1
        }
      }
    }
    if !frames.isEmpty { addText(start, at, isPlain: isPlain) }
    return at
  }

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
        next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: .text, flags: isPlain ? [] : .escaped))
  }

  /// Takes out white space that turned out to be layout once the next tag was known; comments stood between.
  private mutating func removeBlanks() {
    var kept: [(Node, String?)] = []
    for index in accepted..<nodes.count {
      let text = decoded.removeValue(forKey: UInt32(index))
      if !blanks.contains(index) { kept.append((nodes[index], text)) }
    }
    nodes.removeSubrange(accepted...)
    for (node, text) in kept {
      if let text { decoded[UInt32(nodes.count)] = text }
      nodes.append(node)
      nodes[nodes.count - 1].next = UInt32(nodes.count)
    }
    blanks.removeAll(keepingCapacity: true)
  }

  /// Stops before a tag with more attributes than the limit: libxml2 compares each with every other.
  private mutating func countAttributes(_ start: Int) {
    var at = start + 1
    let count = source.count
    // Most tags are a name and a `>`.
    while at < count, !XMLTagScan.isSpace(source[at]) {
      if source[at] == UInt8(ascii: ">") { return }
      at &+= 1
    }
    var seen = 0
    var quote: UInt8 = 0
    while at < count {
      let byte = source[at]
      at &+= 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = byte
        seen += 1
      case UInt8(ascii: ">"), UInt8(ascii: "<"): at = count
      default: break
      }
    }
    if seen > limits.attributes { stop(.limitAttributes(seen: seen), at: start) }
  }

  // MARK: - Bytes

  @inline(__always)
  private func startsWith(_ text: StaticString, _ at: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard at + length <= source.count else { return false }
    for index in 0..<length where source[at + index] != text.utf8Start[index] { return false }
    return true
  }

  /// The byte behind the next occurrence, or nil.
  private func find(_ text: StaticString, _ start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var at = start
    while at + length <= source.count {
      if source[at] == text.utf8Start[0], startsWith(text, at) { return at + length }
      at &+= 1
    }
    return nil
  }
}
