import Documents
import Findings

/// What one pack contributes to the result of a run.
struct PackPart: Sendable {
  /// Why the pack does not concern the report; nil when it does, and then there is the rest.
  private(set) var refusal: LocalizedText?
  private(set) var outcomes: [Outcome] = []
  private(set) var findings: [Finding] = []
  private(set) var indicators: [Indicator] = []
  private(set) var notes: [LocalizedText] = []

  /// - Parameter wasGiven: Whether there is a previous report, usable or not.
  init(
    _ pack: CompiledPack, of checker: Checker, _ bound: BoundDocument, previous: BoundDocument?, wasGiven: Bool,
    asOf: String?
  ) {
    var evaluation = Evaluation(pack: pack, bound: bound, previous: previous, asOf: asOf)
    refusal = evaluation.refusal()
    guard refusal == nil else { return }
    for rule in pack.rules {
      if let outcome = checker.outcomeOfSwitchedOff(rule) {
        outcomes.append(outcome)
        continue
      }
      evaluation.evaluate(rule, previousWasGiven: wasGiven, into: &outcomes, &findings)
    }
    indicators = evaluation.indicators()
    notes = evaluation.notes
  }
}

extension Checker {
  /// The one outcome of a rule that is switched off; nil for any other.
  func outcomeOfSwitchedOff(_ rule: CompiledRule) -> Outcome? {
    let id = rule.rule.descriptor.id
    return switchedOff[id].map { Outcome(rule: id, outcome: .inapplicable, reason: $0) }
  }
}
