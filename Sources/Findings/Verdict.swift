/// What the outcomes amount to.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case conformant
  case nonConformant
  /// Nothing failed that counts, but something that counts could not be decided.
  case indeterminate

  /// Weighs the outcomes; the only place where severities are weighed.
  ///
  /// Conformant only if every applicable rule at or above the threshold finished, and passed but for what is waived.
  /// - Parameters:
  ///   - outcomes: Every outcome of the run, with the severity of its rule and whether its finding is waived; the rules of
  ///     form included.
  ///   - threshold: The least grave severity that counts against a report; `--fail-on`.
  ///   - complete: Whether the report could be read to its end.
  public init(
    outcomes: [(outcome: OutcomeKind, severity: Severity, isWaived: Bool)], threshold: Severity = .error,
    complete: Bool
  ) {
    var undecided = !complete
    var failed = false
    for (outcome, severity, isWaived) in outcomes where severity.rank <= threshold.rank && !isWaived {
      switch outcome {
      case .failed: failed = true
      case .cantTell: undecided = true
      case .passed, .inapplicable: break
      }
    }
    // A report that cannot be read has not been judged: its syntax errors do not make it a breach of duty.
    self = !complete ? .indeterminate : failed ? .nonConformant : undecided ? .indeterminate : .conformant
  }
}

extension Severity {
  /// 0 for the gravest.
  public var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
