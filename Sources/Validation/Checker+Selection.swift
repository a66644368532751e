public import Documents
public import Findings
import Schemas

/// Whether a pack concerns a report, and what in the report says so.
public struct PackSelection: Sendable {
  public let pack: Component
  /// Nil where the report does not let it be told; then the pack is applied and its rules say what is missing.
  public let applies: Bool?
  /// Why the pack does not concern the report; nil when it does.
  public let reason: LocalizedText?
  /// What the decision rests on, with regions; empty for a pack that concerns every report.
  public let evidence: [RelatedPlace]
  /// How many rules the pack has, and how many of them are in force for the report.
  public let rules: (all: Int, inForce: Int)
}

extension Checker {
  /// Says of each pack whether it concerns a report.
  ///
  /// - Returns: one entry for each pack in order, or what keeps the report from being read.
  public func selection(
    for source: Source, options: Options = Options(), reader: inout ReportReader
  ) -> (packs: [PackSelection], faults: [Finding]) {
    let reading = reader.read(source.bytes, syntax: source.syntax, limits: options.limits)
    let lines = LineTable(reading.document.source)
    guard reading.isComplete, !reading.document.nodes.isEmpty else {
      var faults = reading.findings
      for index in faults.indices { faults[index].mapPlaces { $0.resolved(in: lines) } }
      return ([], faults)
    }
    let bound = Binder.bind(reading.document, to: schema).bound
    let asOf = options.asOf ?? Run.defaultDay(bound)
    let selections = packs.map { pack in
      var evaluation = Evaluation(pack: pack, bound: bound, previous: nil, asOf: asOf)
      let (applies, places) = evaluation.application()
      let inForce = pack.rules.filter { evaluation.validity(of: $0) == nil }.count
      return PackSelection(
        pack: pack.component, applies: applies, reason: applies == false ? pack.applies?.reason : nil,
        evidence: places.map { RelatedPlace(place: $0.place.resolved(in: lines), label: $0.label) },
        rules: (pack.rules.count, inForce))
    }
    return (selections, [])
  }
}
