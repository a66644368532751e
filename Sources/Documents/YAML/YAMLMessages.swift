import Findings

/// Puts what the YAML reader met into findings.
struct YAMLMessages {
  let session: YAMLSession

  /// Repeated keys in the order of the file, then the fault that stopped the reading.
  var findings: [Finding] { session.faults.map(finding) }

  private func finding(of fault: YAMLFault) -> Finding {
    let place = place(fault.range, fault)
    let label = if case .duplicateKey = fault.kind { "first" } else { "opening" }
    let related = fault.related.map { [RelatedPlace(place: self.place($0, fault), label: label)] } ?? []
    switch fault.kind {
    case .limitDepth: return LimitFinding.depth(place, limits: session.limits)
    case .limitNodes: return LimitFinding.nodes(place, limits: session.limits)
    case .limitString(let seen): return LimitFinding.string(place, seen: seen, limits: session.limits)
    case .duplicateKey(let name):
      return Finding(
        rule: FormatRule.yamlDuplicateKey, message: YAMLWording.duplicateKey(name), place: place, related: related)
    case .library(let problem):
      let there = Shown.word(in: session.document.source, at: fault.range.lowerBound)
      return Finding(
        rule: FormatRule.yamlSyntax, message: YAMLWording.problem(problem, there), place: place, related: related)
    case .anchor, .alias, .tag, .merge, .collectionAsKey, .secondDocument:
      return Finding(rule: FormatRule.yamlFeature, message: YAMLWording.feature(fault.kind), place: place)
    }
  }

  private func place(_ range: Range<Int>, _ fault: YAMLFault) -> Place {
    let source = session.document.source
    let span = Span(start: min(range.lowerBound, source.count), end: min(range.upperBound, source.count))
    return Place(span: span, path: pointer(of: fault), value: Shown.value(in: source, span))
  }

  /// The pointer of the value that was being read, or of the collection where no value was.
  private func pointer(of fault: YAMLFault) -> String {
    guard let collection = fault.collection, collection < session.document.nodes.count else { return "" }
    var step = Pointer()
    if let key = fault.key { step.append(name: key) }
    return session.document.pointer(of: collection) + step.text
  }
}
