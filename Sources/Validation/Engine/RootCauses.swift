import Findings

/// Keeps one finding for one cause: where a rule yields to another that has a finding at the same place, only the other's
/// stays.
struct RootCauses {
  private struct Spot: Hashable {
    let source: SourceRole
    let path: String
  }

  /// The places of the findings of each rule, related ones included.
  private let spots: [String: Set<Spot>]

  init(_ findings: [Finding]) {
    var spots: [String: Set<Spot>] = [:]
    for finding in findings {
      for place in [finding.place] + finding.related.map(\.place) {
        spots[finding.rule, default: []].insert(Self.spot(place))
      }
    }
    self.spots = spots
  }

  private static func spot(_ place: Place) -> Spot { Spot(source: place.source, path: place.path) }

  /// The rule that has the cause of a finding; nil when the finding stands for itself.
  func cause(of finding: Finding, yieldingTo rules: [String]) -> String? {
    rules.first { spots[$0]?.contains(Self.spot(finding.place)) == true }
  }
}

extension Run {
  /// Takes away the findings that repeat the cause of another; their outcomes say which.
  mutating func keepRootCauses() {
    guard !findings.isEmpty else { return }
    let yielding = packs.flatMap(\.rules).filter { !$0.rule.yieldsTo.isEmpty }
    guard !yielding.isEmpty else { return }
    let causes = RootCauses(findings)
    let targets = Dictionary(uniqueKeysWithValues: yielding.map { ($0.rule.descriptor.id, $0.rule.yieldsTo) })
    var taken: [String: String] = [:]
    findings.removeAll { finding in
      guard let rules = targets[finding.rule], let cause = causes.cause(of: finding, yieldingTo: rules) else {
        return false
      }
      taken[finding.id] = cause
      return true
    }
    for index in outcomes.indices {
      guard let finding = outcomes[index].finding, let cause = taken[finding] else { continue }
      outcomes[index].outcome = .inapplicable
      outcomes[index].reason = Reasons.sameCause(cause)
      outcomes[index].finding = nil
    }
  }
}
