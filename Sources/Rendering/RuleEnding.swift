import Findings

/// How one rule ended: its outcomes drawn together.
struct RuleEnding {
  /// The id of the rule.
  let id: String
  /// Nil where a result names a rule that it does not describe.
  let descriptor: RuleDescriptor?
  /// Failed before undecided before passed before inapplicable, as in ``Findings/Counts``.
  let kind: OutcomeKind
  /// Why the rule did not apply or could not be decided: each reason once, with the paths that it holds for.
  let reasons: [(reason: LocalizedText, paths: [String])]

  /// The endings of all rules of a result: in the order of its descriptors, then of its outcomes and findings.
  static func all(of result: Result) -> [RuleEnding] {
    var rules: [(id: String, descriptor: RuleDescriptor?, outcomes: [Outcome])] = []
    var places: [String: Int] = [:]
    for rule in result.rules where places[rule.id] == nil {
      places[rule.id] = rules.count
      rules.append((rule.id, rule, []))
    }
    var place = 0
    for outcome in result.outcomes {
      // The outcomes of a rule stand together.
      if !rules.indices.contains(place) || rules[place].id != outcome.rule {
        place = places[outcome.rule] ?? rules.count
        if place == rules.count {
          places[outcome.rule] = place
          rules.append((outcome.rule, nil, []))
        }
      }
      rules[place].outcomes.append(outcome)
    }
    let broken = Set(result.findings.map(\.rule))
    return rules.compactMap { rule in
      let order: [OutcomeKind] = [.failed, .cantTell, .passed, .inapplicable]
      let gravest = order.first { kind in rule.outcomes.contains { $0.outcome == kind } }
      guard let kind = broken.contains(rule.id) ? .failed : gravest else { return nil }
      return RuleEnding(
        id: rule.id, descriptor: rule.descriptor, kind: kind,
        reasons: reasons(rule.outcomes.filter { $0.outcome == kind }))
    }
  }

  private static func reasons(_ outcomes: [Outcome]) -> [(reason: LocalizedText, paths: [String])] {
    var order: [LocalizedText] = []
    var paths: [LocalizedText: [String]] = [:]
    for outcome in outcomes {
      guard let reason = outcome.reason else { continue }
      if paths[reason] == nil { order.append(reason) }
      paths[reason, default: []].append(outcome.path)
    }
    return order.map { ($0, paths[$0] ?? []) }
  }
}

/// The findings of one rule.
struct RuleFindings {
  let rule: String
  /// Nil where a result names a rule that it does not describe.
  let descriptor: RuleDescriptor?
  /// Never empty; each with its index in the result.
  let findings: [(index: Int, finding: Finding)]

  /// The findings that are not waived; nil where there is none.
  var withoutWaived: RuleFindings? {
    let weighed = findings.filter { $0.finding.waiver == nil }
    return weighed.isEmpty ? nil : RuleFindings(rule: rule, descriptor: descriptor, findings: weighed)
  }

  /// The gravest severity among the findings.
  var severity: Severity {
    findings.map(\.finding.severity).min { $0.rank < $1.rank } ?? .note
  }

  /// The findings of a result by rule, in the order of the first finding of each.
  static func all(of result: Result) -> [RuleFindings] {
    let descriptors = Dictionary(result.rules.map { ($0.id, $0) }) { first, _ in first }
    var order: [String] = []
    var findings: [String: [(index: Int, finding: Finding)]] = [:]
    for (index, finding) in result.findings.enumerated() {
      if findings[finding.rule] == nil { order.append(finding.rule) }
      findings[finding.rule, default: []].append((index, finding))
    }
    return order.map { RuleFindings(rule: $0, descriptor: descriptors[$0], findings: findings[$0] ?? []) }
  }
}
