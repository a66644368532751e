public import Documents
public import Findings

extension Checker {
  /// Decides on bound reports alone: the outcomes of all rules of the packs that concern the report, in their order, and what they amount to.
  ///
  /// For those who need the decision and no findings, digests, lines or columns.
  ///
  /// - Parameters:
  ///   - report: Bound to the schema of the packs.
  ///   - previous: The report of the period before, bound to the same schema.
  ///   - isValid: Whether the report meets its schema.
  ///   - asOf: The day as of which rules look at the report, ISO 8601; nil for the day that the report states.
  public func outcomes(
    of report: BoundDocument, previous: BoundDocument? = nil, isValid: Bool, asOf: String? = nil
  ) -> (verdict: Verdict, outcomes: [Outcome]) {
    let day = asOf ?? Run.defaultDay(report) ?? ""
    var outcomes: [Outcome] = []
    var findings: [Finding] = []
    var weighed: [(outcome: OutcomeKind, severity: Severity, isWaived: Bool)] =
      isValid ? [] : [(.failed, .error, false)]
    for pack in packs {
      var evaluation = Evaluation(pack: pack, bound: report, previous: previous, asOf: day)
      if evaluation.refusal() != nil { continue }
      for rule in pack.rules {
        if let reason = switchedOff[rule.rule.descriptor.id] {
          outcomes.append(Outcome(rule: rule.rule.descriptor.id, outcome: .inapplicable, reason: reason))
          continue
        }
        let start = outcomes.count
        evaluation.evaluate(rule, previousWasGiven: previous != nil, into: &outcomes, &findings)
        findings.removeAll(keepingCapacity: true)
        for index in start..<outcomes.count {
          weighed.append((outcomes[index].outcome, rule.rule.descriptor.severity, false))
        }
      }
    }
    return (Verdict(outcomes: weighed, complete: !report.values.isEmpty), outcomes)
  }
}
