/// What lies between two tags.
extension XMLSession {
  /// Adds the texts between the last tag and the one that begins at a byte.
  ///
  /// White space is layout before a start tag and behind a child element, and the text of an element without children.
  @inline(__always)
  mutating func addTexts(upTo end: Int, isEndTag: Bool) {
    let start = offset
    let isPlain = characterBytes == end &- start
    characterBytes = 0
    guard start < end, current != Self.noElement else { return }
    let isLeaf = isEndTag && !hasChildElements
    if isPlain {
      if isLeaf || XMLScan.skipSpaces(source.span, start) < end { addText(start, end, isPlain: true) }
    } else {
      addRuns(start, end, keepsBlanks: isLeaf)
    }
  }

  /// Adds each run of character data, references and CDATA sections; comments and processing instructions part them.
  private mutating func addRuns(_ start: Int, _ end: Int, keepsBlanks: Bool) {
    let text = UnsafeBufferPointer(rebasing: source[..<end]).span
    var at = start
    while at < end, fault == nil {
      if text[at] == UInt8(ascii: "<"), let behind = XMLScan.skipNonText(text, at) {
        at = behind
        continue
      }
      let run = XMLScan.run(text, at)
      if keepsBlanks || XMLScan.skipSpaces(text, at) < run.end { addText(at, run.end, isPlain: run.isPlain) }
      at = run.end
    }
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
}
