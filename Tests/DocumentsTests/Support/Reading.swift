import Documents
import Findings
import TestSupport
import Testing

/// Reads a marked text and expects exactly these findings, one for each « ».
func check(
  _ marked: String, _ syntax: Syntax, breaks rules: RuleDescriptor..., path: String? = nil, says words: String? = nil,
  limits: Limits = Limits(), sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let reading = read(text.source, as: syntax, limits: limits)
  #expect(reading.findings.map(\.rule) == rules.map(\.id), sourceLocation: sourceLocation)
  #expect(reading.findings.map(\.place.span) == text.places, sourceLocation: sourceLocation)
  #expect(reading.findings.flatMap(\.related).map(\.place.span) == text.related, sourceLocation: sourceLocation)
  if let path { #expect(reading.findings.last?.place.path == path, sourceLocation: sourceLocation) }
  if let words { #expect(reading.findings.last?.message.en == words, sourceLocation: sourceLocation) }
  expectWhole(reading, sourceLocation: sourceLocation)
}

/// Reads with a fresh reader.
func read(_ source: [UInt8], as syntax: Syntax, limits: Limits = Limits()) -> Reading {
  switch syntax {
  case .json:
    var reader = JSONReader()
    return reader.read(source, limits: limits)
  case .xml:
    var reader = XMLReader()
    return reader.read(source, limits: limits)
  case .yaml:
    var reader = YAMLReader()
    return reader.read(source, limits: limits)
  }
}

/// Expects what holds of every reading: nodes nest inside the source, places lie in it, messages are in four languages.
func expectWhole(_ reading: Reading, sourceLocation: SourceLocation = #_sourceLocation) {
  let document = reading.document
  let nodes = document.nodes
  var isSound = true
  var open: [Int] = []
  for (index, node) in nodes.enumerated() {
    while let last = open.last, Int(nodes[last].next) <= index { open.removeLast() }
    isSound = isSound && node.start <= node.end && Int(node.end) <= document.source.count
    isSound = isSound && Int(node.next) > index && Int(node.next) <= nodes.count
    isSound = isSound && Int(node.nameStart) + Int(node.nameLength) <= document.source.count
    if let parent = open.last {
      isSound = isSound && node.next <= nodes[parent].next
      isSound = isSound && node.start >= nodes[parent].start && node.end <= nodes[parent].end
    } else {
      isSound = isSound && index == 0
    }
    open.append(index)
  }
  #expect(isSound, "nodes nest", sourceLocation: sourceLocation)
  #expect(reading.findings.isEmpty == reading.isComplete, sourceLocation: sourceLocation)
  for finding in reading.findings {
    for place in [finding.place] + finding.related.map(\.place) {
      let isInside =
        place.span.start >= 0 && place.span.start <= place.span.end
        && place.span.end <= document.source.count
      #expect(isInside, "\(place.span) in \(document.source.count)", sourceLocation: sourceLocation)
    }
    let texts = Language.allCases.map { finding.message[$0] }
    #expect(texts.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") }, sourceLocation: sourceLocation)
    #expect(FormatRule.all.contains { $0.id == finding.rule }, sourceLocation: sourceLocation)
  }
}
