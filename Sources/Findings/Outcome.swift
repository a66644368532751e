/// What a rule found on one thing that it looked at, in the words of W3C EARL 1.0.
public enum OutcomeKind: String, Codable, Sendable, CaseIterable {
  case passed
  case failed
  /// The rule does not concern this report; the reason says why.
  case inapplicable
  /// The evaluation could not finish; the reason says why.
  case cantTell

  /// The one of two that counts for a rule: failed before cantTell before passed before inapplicable.
  public func graver(than other: OutcomeKind?) -> OutcomeKind {
    guard let other else { return self }
    return rank < other.rank ? self : other
  }

  private var rank: Int {
    switch self {
    case .failed: 0
    case .cantTell: 1
    case .passed: 2
    case .inapplicable: 3
    }
  }
}

extension [Outcome] {
  /// How each rule ended: the gravest of its outcomes.
  public var endings: [String: OutcomeKind] {
    reduce(into: [:]) { endings, outcome in endings[outcome.rule] = outcome.outcome.graver(than: endings[outcome.rule])
    }
  }
}

/// One outcome of one rule.
public struct Outcome: Hashable, Sendable, Codable {
  public var rule: String
  public var outcome: OutcomeKind
  /// The RFC 6901 pointer of what the rule looked at; "" for the report as a whole.
  public var path: String
  /// Why the rule did not apply or could not finish; nil for passed and failed.
  public var reason: LocalizedText?
  /// The id of the finding of a failure.
  public var finding: String?

  @inlinable
  public init(
    rule: String, outcome: OutcomeKind, path: String = "", reason: LocalizedText? = nil, finding: String? = nil
  ) {
    self.rule = rule
    self.outcome = outcome
    self.path = path
    self.reason = reason
    self.finding = finding
  }

  /// Whether it failed or could not finish.
  @inlinable
  public var isGrave: Bool { outcome == .failed || outcome == .cantTell }

  /// Whether it is a failure beyond those of its rule that are listed as findings.
  @inlinable
  public var isUnlisted: Bool { outcome == .failed && finding == nil }
}
