import CEL
import Documents
import Findings

/// Turns what a failed assertion rests on into places of the reports.
struct BlamedPlaces {
  private let documents: [BoundDocument]

  /// - Parameter documents: the report, and where there is one the report of the period before.
  init(_ documents: [BoundDocument]) {
    self.documents = documents
  }

  /// The places, each path once; the report itself where there is none.
  func places(_ operands: [Operand]) -> [RelatedPlace] {
    var known: Set<Path> = []
    let places = operands.compactMap { operand -> RelatedPlace? in
      let place = place(of: operand)
      let isNew = known.insert(Path(source: place.source, path: place.path)).inserted
      return isNew ? RelatedPlace(place: place, label: Self.label(of: place)) : nil
    }
    return places.isEmpty ? [RelatedPlace(place: documents[0].place(of: 0), label: "report")] : places
  }

  private struct Path: Hashable {
    let source: SourceRole
    let path: String
  }

  /// The member that the place is: the last name of its path, and behind it the position in a list.
  private static func label(of place: Place) -> String {
    var names: [Substring] = []
    for name in place.path.split(separator: "/").reversed() {
      names.insert(name, at: 0)
      if Int(name) == nil { break }
    }
    let label = names.joined(separator: "/").replacing("~1", with: "/").replacing("~0", with: "~")
    return label.isEmpty ? "report" : label
  }

  private func place(of operand: Operand) -> Place {
    guard let missing = operand.missing else { return place(operand.document, operand.value) }
    return documents[operand.document].place(
      ofMissing: missing, in: operand.value, source: Self.source(operand.document))
  }

  private func place(_ document: Int, _ value: Int) -> Place {
    documents[document].place(of: value, in: Self.source(document))
  }

  private static func source(_ document: Int) -> SourceRole { document == 0 ? .report : .previous }

  // MARK: - Workings

  func working(_ working: Blame.Working) -> Working {
    Working(
      calculation: calculation(working.calculation), relation: working.relation,
      stated: calculation(working.stated), tolerance: working.tolerance)
  }

  private func calculation(_ side: Blame.Side) -> Calculation {
    let steps = side.steps.map { step -> Calculation.Step in
      switch step {
      case .figure(let text, let document, let value):
        .figure(text, at: document.flatMap { document in value.map { place(document, $0) } })
      case .sign(let sign): .sign(sign)
      case .leftOut(let count): .omitted(count)
      }
    }
    return Calculation(steps: steps, result: side.result, isRounded: side.isRounded)
  }
}
