import Documents
import Findings
import Schemas

/// One run over one report: collects findings and outcomes, then makes the result of them.
struct Run {
  let checker: Checker
  let options: Checker.Options
  private let source: Checker.Source
  private let reading: Reading
  private var previous: (source: Checker.Source, reading: Reading, binding: Binding)?
  /// The packs that concern the report, and those that do not.
  private(set) var packs: [CompiledPack] = []
  private var inapplicablePacks: [InapplicablePack] = []
  var findings: [Finding] = []
  private var formRules: [RuleDescriptor] = []
  var outcomes: [Outcome] = []
  private var unchecked: [LocalizedText] = []
  private var indicators: [Indicator] = []
  /// How many faults of structure were counted and have no finding.
  private var suppressed = 0

  init(checker: Checker, options: Checker.Options, source: Checker.Source, reading: Reading) {
    self.checker = checker
    self.options = options
    self.source = source
    self.reading = reading
  }

  /// Takes the report of the period before. One that cannot be read or does not meet the schema is not compared with.
  mutating func take(previous source: Checker.Source, _ reading: Reading) {
    let binding = Binder.bind(reading.document, to: checker.schema)
    var faults = reading.findings + (reading.isComplete ? binding.findings : [])
    for index in faults.indices {
      faults[index].mapPlaces { place in
        var place = place
        place.source = .previous
        return place
      }
    }
    previous = (source, reading, binding)
    guard !faults.isEmpty else { return }
    findings += faults
    unchecked.append(Notes.previousUnusable(source.name))
  }

  /// Whether the report of the period before can be compared with.
  private var usablePrevious: BoundDocument? {
    guard let previous, previous.reading.isComplete, previous.binding.isValid else { return nil }
    return previous.binding.bound
  }

  mutating func result() -> Result {
    findings += reading.findings
    var binding: Binding?
    if reading.isComplete, !reading.document.nodes.isEmpty {
      let bound = Binder.bind(reading.document, to: checker.schema)
      findings += bound.findings
      suppressed = bound.suppressed
      if suppressed > 0 { unchecked.append(Notes.moreFaults(suppressed)) }
      binding = bound
    } else {
      unchecked.append(Reasons.unreadable)
    }
    let asOf = options.asOf ?? binding.flatMap { Self.defaultDay($0.bound) }
    if let binding {
      evaluate(binding.bound, asOf: asOf)
    } else {
      packs = checker.packs
      for pack in packs {
        for rule in pack.rules {
          outcomes.append(
            checker.outcomeOfSwitchedOff(rule)
              ?? Outcome(rule: rule.rule.descriptor.id, outcome: .cantTell, reason: Reasons.unreadable))
        }
      }
    }
    return assemble(asOf: asOf, bound: binding?.bound)
  }

  /// The day of submission that the report states, or the last day of its period.
  static func defaultDay(_ bound: BoundDocument) -> String? {
    for path in [("identification", "submittedOn"), ("period", "to")] {
      if let value = bound.value(at: path.0, path.1), bound.values[value].kind == .date {
        return bound.document.text(of: Int(bound.values[value].node)).filter { !$0.isWhitespace }
      }
    }
    return nil
  }

  private mutating func evaluate(_ bound: BoundDocument, asOf: String?) {
    let (checker, previous, hasPrevious) = (checker, usablePrevious, previous != nil)
    let parts = options.pool.map(checker.packs.count, weight: { checker.packs[$0].rules.count }) { index in
      PackPart(checker.packs[index], of: checker, bound, previous: previous, wasGiven: hasPrevious, asOf: asOf)
    }
    for (pack, part) in zip(checker.packs, parts) {
      if let reason = part.refusal {
        inapplicablePacks.append(InapplicablePack(pack: pack.component, reason: reason))
        continue
      }
      packs.append(pack)
      outcomes += part.outcomes
      findings += part.findings
      indicators += part.indicators
      unchecked += part.notes
    }
    keepRootCauses()
  }

  // MARK: - The result

  private mutating func assemble(asOf: String?, bound: BoundDocument?) -> Result {
    let report = bound.map(Self.identity)
    let lines = LineTable(reading.document.source)
    let previousLines = previous.map { LineTable($0.reading.document.source) }
    func resolve(_ place: Place) -> Place {
      switch place.source {
      case .report, .pack: place.resolved(in: lines)
      case .previous: previousLines.map { place.resolved(in: $0) } ?? place
      case .waivers: options.waivers.map { place.resolved(in: $0.lines) } ?? place
      }
    }
    for index in findings.indices where findings[index].id.isEmpty {
      findings[index].id = Digest.short(findings[index].identity)
    }
    applyWaivers(to: report?.id, asOf: asOf, isComplete: bound != nil)
    for index in findings.indices { findings[index].mapPlaces(resolve) }
    coverConfidential()
    findings = Self.sorted(Self.distinct(findings))
    let severities = severities
    let (counts, strands) = tally(severities)
    let form = findings.filter { severities[$0.rule] == nil }
    return Result(
      engine: checker.engine, asOf: asOf, verdict: verdict(form, severities, isComplete: bound != nil),
      failOn: options.failOn,
      input: Self.input(source, reading, lines.lineCount),
      previous: previous.map { Self.input($0.source, $0.reading, previousLines?.lineCount ?? 0) },
      report: report, schema: checker.schemaComponent, packs: packs.map(\.component),
      inapplicablePacks: inapplicablePacks, overlay: checker.overlay,
      waivers: options.waivers?.file(for: report?.id), counts: counts, strands: strands, indicators: indicators,
      rules: descriptors(form), findings: findings, outcomes: outcomes, unchecked: unchecked)
  }

  /// Takes what confidential findings found out of all findings.
  private mutating func coverConfidential() {
    guard !findings.isEmpty else { return }
    let rules = packs.flatMap(\.rules).filter(\.rule.isConfidential).map(\.rule.descriptor.id)
    let veil = Veil(findings, of: Set(rules))
    for index in findings.indices { findings[index].mapPlaces(veil.covering) }
  }

  private mutating func applyWaivers(to report: String?, asOf: String?, isComplete: Bool) {
    guard let waivers = options.waivers else { return }
    let rules = FormRules.all.map(\.id) + checker.packs.flatMap(\.rules).map(\.rule.descriptor.id)
    let subject = Waivers.Subject(report: report, asOf: asOf, isComplete: isComplete, rules: rules)
    if let note = waivers.apply(to: &findings, of: subject) { unchecked.append(note) }
  }

  /// - Parameter form: The findings of rules of form.
  private func verdict(_ form: [Finding], _ severities: [String: Severity], isComplete: Bool) -> Verdict {
    let waived = Set(findings.filter { $0.waiver != nil }.map(\.id))
    var weighed: [(outcome: OutcomeKind, severity: Severity, isWaived: Bool)] = []
    let outcomes = outcomes.span
    for index in outcomes.indices where outcomes[index].isGrave {
      weighed.append(
        (
          outcomes[index].outcome, severities[outcomes[index].rule] ?? .error,
          outcomes[index].finding.map(waived.contains) ?? false
        ))
    }
    weighed += form.map { (.failed, $0.severity, $0.waiver != nil) }
    // What is only counted has no finding that could be waived.
    if suppressed > 0 { weighed.append((.failed, .error, false)) }
    return Verdict(outcomes: weighed, threshold: options.failOn, complete: isComplete)
  }

  private func descriptors(_ form: [Finding]) -> [RuleDescriptor] {
    let used = Set(form.map(\.rule))
    return FormRules.all.filter { used.contains($0.id) } + packs.flatMap(\.rules).map(\.rule.descriptor)
  }

  /// The severity of each rule of the packs; empty where nothing failed or is undecided, so that nobody asks.
  private var severities: [String: Severity] {
    let outcomes = outcomes.span
    guard !findings.isEmpty || outcomes.indices.contains(where: { outcomes[$0].isGrave }) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: packs.flatMap(\.rules).map { ($0.rule.descriptor.id, $0.rule.descriptor.severity) })
  }

  /// Each rule counts once; the sum is checked, so that no rule is lost.
  private func tally(_ severities: [String: Severity]) -> (Counts, [StrandScore]) {
    // The outcomes stand in the order of the packs and their rules.
    let outcomes = outcomes.span
    var next = 0
    var counts = Counts()
    var strands: [StrandScore] = []
    for pack in packs {
      for strand in pack.strands where !strands.contains(where: { $0.id == strand.id }) {
        strands.append(
          StrandScore(id: strand.id, title: strand.title, passed: 0, failed: 0, inapplicable: 0, cantTell: 0))
      }
      var strand: Int?
      for rule in pack.rules {
        counts.rules += 1
        var kind: OutcomeKind?
        while next < outcomes.count, outcomes[next].rule == rule.rule.descriptor.id {
          kind = outcomes[next].outcome.graver(than: kind)
          next += 1
        }
        guard let ending = kind else { continue }
        // The rules of a strand stand together.
        if strand.map({ strands[$0].id }) != rule.rule.descriptor.strand {
          strand = strands.firstIndex { $0.id == rule.rule.descriptor.strand }
        }
        switch ending {
        case .passed:
          counts.passed += 1
          if let strand { strands[strand].passed += 1 }
        case .failed:
          counts.failed += 1
          if let strand { strands[strand].failed += 1 }
        case .inapplicable:
          counts.inapplicable += 1
          if let strand { strands[strand].inapplicable += 1 }
        case .cantTell:
          counts.cantTell += 1
          if let strand { strands[strand].cantTell += 1 }
        }
      }
    }
    for finding in findings { counts.add(finding.severity) }
    counts.waived = findings.count { $0.waiver != nil }
    // What is beyond the limit of a rule has an outcome but no finding.
    for index in outcomes.indices where outcomes[index].isUnlisted {
      counts.add(severities[outcomes[index].rule] ?? .error)
    }
    precondition(
      counts.rules == counts.passed + counts.failed + counts.inapplicable + counts.cantTell,
      "every rule of the packs has an outcome")
    return (counts, strands)
  }
}
