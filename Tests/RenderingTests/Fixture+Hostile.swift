import Findings

extension Fixture {
  /// A result with a text in every place that a report, a pack or a file name can reach.
  static func hostile(_ text: String) -> Result {
    let rule = RuleDescriptor(
      id: text, pack: text, title: same(text), strand: text, severity: .error, status: .law,
      basis: [Citation(source: text, title: text, clause: text, url: text)], help: same(text))
    let line = "  \(text)  "
    let start = Position(line: 3, column: 3)
    let place = Place(
      span: Span(start: 2, end: 2 + text.utf8.count), path: "/\(text)", value: text,
      region: Region(
        start: start, end: Position(line: 3, column: 3 + text.unicodeScalars.count), excerpt: line, excerptColumn: 1))
    var earlier = place
    earlier.source = .previous
    earlier.missing = text
    var pack = place
    pack.source = .pack
    pack.region = nil
    var finding = Finding(
      rule: rule, message: LocalizedText(en: text, fr: text + "f", nl: text + "n", de: text + "d"), place: place,
      related: [earlier, pack].map { RelatedPlace(place: $0, label: text) }, workings: [working(text, at: place)],
      advice: same(text))
    finding.id = text
    finding.waiver = Waiver(reason: text, author: text, approver: text, expires: text)
    var waiver = place
    waiver.source = .waivers
    finding.related.append(RelatedPlace(place: waiver, label: text))
    let input = Input(name: text, syntax: text, bytes: 1, digest: digest, lines: 1)
    let component = Component(id: text, version: text, digest: digest, title: same(text))
    return Result(
      engine: Engine(name: text, version: text), asOf: text, verdict: .nonConformant, failOn: .error, input: input,
      previous: input,
      report: ReportIdentity(id: text, version: text, provider: text, from: text, to: text, services: [text]),
      schema: component, packs: [component], overlay: OverlayFile(name: text, digest: digest, rules: 1),
      waivers: WaiverFile(name: text, digest: digest, waivers: 1, concerned: 1),
      counts: Counts(rules: 1, failed: 1, errors: 1, waived: 1),
      strands: [StrandScore(id: text, title: same(text), passed: 0, failed: 1, inapplicable: 0, cantTell: 0)],
      indicators: IndicatorUnit.allCases.map {
        Indicator(id: text, title: same(text), unit: $0, value: text, previous: text, reason: same(text))
      }, rules: [rule], findings: [finding],
      outcomes: [
        Outcome(rule: text, outcome: .failed, path: text, finding: text),
        Outcome(rule: text + "2", outcome: .cantTell, path: text, reason: same(text)),
        Outcome(rule: text + "3", outcome: .inapplicable, path: text, reason: same(text)),
      ], unchecked: [same(text)])
  }
  private static func working(_ text: String, at place: Place) -> Working {
    let figure = Calculation(steps: [.figure(text, at: place)], result: text)
    let sum = Calculation(steps: [.figure(text, at: place), .sign(.plus), .figure(text)], result: text)
    return Working(
      calculation: sum, relation: .unequal, stated: figure, tolerance: Working.Tolerance(value: text, unit: .percent))
  }
}
