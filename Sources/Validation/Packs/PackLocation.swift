import Documents
import Findings

/// A part of the text of one member of a pack file.
struct PackLocation: Sendable, Hashable {
  /// The way from the root: names of members, and indices of items as numbers.
  var steps: [String]
  /// Bytes of the text as YAML gives it, without quotes, escapes and indentation.
  var range: Range<Int>
  /// Whether the name of the member is meant and not its value.
  var isName: Bool

  init(_ steps: [String], at range: Range<Int> = 0..<0, isName: Bool = false) {
    self.steps = steps
    self.range = range
    self.isName = isName
  }

  /// What messages call the member: `let.covered`.
  var name: String { steps.joined(separator: ".") }

  /// The position in the YAML file; of the nearest member that is there.
  func position(in source: [UInt8]) -> Position {
    var reader = YAMLReader()
    let document = reader.read(source).document
    guard !document.nodes.isEmpty else { return Position(line: 1, column: 1) }
    let lines = LineTable(source)
    var node = 0
    for step in steps {
      let children = Array(document.children(of: node))
      let next =
        document.nodes[node].kind == .array
        ? Int(step).flatMap { children.indices.contains($0) ? children[$0] : nil }
        : children.first { document.nameEquals($0, step) }
      guard let next else { return lines.position(of: Self.start(of: node, in: document)) }
      node = next
    }
    if isName { return lines.position(of: Self.start(of: node, in: document)) }
    let span = document.span(of: node)
    let text = Array(document.text(of: node).utf8)
    return lines.position(of: Self.offset(of: range.lowerBound, in: text, source[span.start..<span.end]))
  }

  private static func start(of node: Int, in document: Document) -> Int {
    (document.nameSpan(of: node) ?? document.span(of: node)).start
  }

  /// Where a byte of the text of a scalar stands in the file.
  ///
  /// Follows the text through the source: quotes, the escapes of both kinds of quotes, folded line ends and indentation
  /// are passed over.
  static func offset(of position: Int, in text: [UInt8], _ source: ArraySlice<UInt8>) -> Int {
    guard let first = source.first else { return source.startIndex }
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    let isDouble = first == UInt8(ascii: "\"")
    let isSingle = first == UInt8(ascii: "'")
    var offset = source.startIndex + (isDouble || isSingle ? 1 : 0)
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      offset = (source.firstIndex(of: 0x0A) ?? offset) + 1
    }
    for (index, byte) in text.enumerated() {
      if isSpace(byte) {
        if index >= position { break }
        guard offset < source.endIndex, isSpace(source[offset]) else { continue }
        // A line end with what surrounds it is one space; spaces inside a line are themselves.
        let run = source[offset...].prefix(while: isSpace)
        offset += run.contains(0x0A) && text[(index + 1)...].first.map(isSpace) != true ? run.count : 1
        continue
      }
      while offset < source.endIndex, isSpace(source[offset]) { offset += 1 }
      if index >= position { break }
      let isEscape =
        (isDouble && offset < source.endIndex && source[offset] == UInt8(ascii: "\\"))
        || (isSingle && offset + 1 < source.endIndex && source[offset] == UInt8(ascii: "'"))
      offset += isEscape ? 2 : 1
    }
    return min(offset, source.endIndex)
  }
}
