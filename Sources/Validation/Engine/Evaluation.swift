import CEL
import Documents
import Findings

/// The evaluation of one pack on one report.
struct Evaluation {
  /// How many failing bindings of one rule become findings; the rest is counted.
  static let failureLimit = 100
  private let pack: CompiledPack
  private let fuel: Int
  private let hasPrevious: Bool
  private let documents: [BoundDocument]
  private var activation: Activation
  /// The days that the validity of rules is compared with.
  private let period: (start: CivilDate, end: CivilDate)?
  private let submission: (start: CivilDate, end: CivilDate)?
  /// One sentence for each rule whose failures were not all shown.
  private(set) var notes: [LocalizedText] = []
  /// The paths of the lists that rules have gone through: many go through the same.
  private var listPaths: [(document: Int, list: Int, path: String)] = []

  init(pack: CompiledPack, bound: BoundDocument, previous: BoundDocument?, asOf: String?) {
    self.pack = pack
    documents = [bound] + (previous.map { [$0] } ?? [])
    hasPrevious = previous != nil
    fuel = 1_000 + 200 * documents.reduce(0) { $0 + $1.values.count }
    activation = Activation(documents: documents, fuel: fuel)
    activation.bind(pack.slots.report, activation.root(ofDocument: 0))
    if let day = asOf.flatMap({ CivilDate($0) }) { activation.bind(pack.slots.asOf, .date(day)) }
    let from = Self.date("period", "from", in: bound)
    period = from.flatMap { from in Self.date("period", "to", in: bound).map { (from, $0) } }
    submission = Self.date("identification", "submittedOn", in: bound).map { ($0, $0) }
  }

  private static func date(_ section: String, _ name: String, in bound: BoundDocument) -> CivilDate? {
    guard let value = bound.value(at: section, name), bound.values[value].kind == .date else { return nil }
    return CivilDate(days: bound.values[value].payload)
  }

  /// Why the pack does not concern the report; nil when it does, and when the report does not let it be told.
  mutating func refusal() -> LocalizedText? {
    guard let applies = pack.applies else { return nil }
    activation.fuel = fuel
    return applies.when.evaluate(&activation).asBool == false ? applies.reason : nil
  }

  /// Whether the pack concerns the report, nil where that cannot be told, and what in the report the answer rests on.
  mutating func application() -> (applies: Bool?, places: [RelatedPlace]) {
    guard let applies = pack.applies else { return (true, []) }
    activation.fuel = fuel
    let value = applies.when.evaluate(&activation).asBool
    return (value, BlamedPlaces(documents).places(applies.when.blame(activation).operands))
  }

  /// Adds all outcomes of a rule and the findings of its failures.
  mutating func evaluate(
    _ rule: CompiledRule, previousWasGiven: Bool, into outcomes: inout [Outcome], _ findings: inout [Finding]
  ) {
    let id = rule.rule.descriptor.id
    activation.fuel = fuel
    activation.forget(from: pack.slots.previous)
    if let (outcome, reason) = standing(of: rule, previousWasGiven: previousWasGiven) {
      outcomes.append(Outcome(rule: id, outcome: outcome, reason: reason))
      return
    }
    if rule.rule.needsPrevious { activation.bind(pack.slots.previous, activation.root(ofDocument: 1)) }
    guard let binding = rule.binding else {
      conclude(rule, path: "", into: &outcomes, &findings)
      return
    }
    let list = binding.list.evaluate(&activation)
    if list.isError, let error = activation.error(of: list) {
      outcomes.append(Outcome(rule: id, outcome: .cantTell, reason: reason(for: error, in: rule)))
      return
    }
    var hidden = 0
    let limit = findings.count + Self.failureLimit
    // The elements of a list of the report are found by their position, those of a computed one each for itself.
    let parent = list.origin.map { listPath(of: $0.value, in: $0.document) + "/" }
    let elements = activation.items(of: list)
    for (position, element) in elements.enumerated() {
      activation.bind(binding.slot, element)
      let path =
        parent.map { $0 + String(position) } ?? element.origin.map { documents[$0.document].path(of: $0.value) }
        ?? activation.display(element)
      if findings.count < limit {
        conclude(rule, path: path, into: &outcomes, &findings)
      } else {
        let verdict = rule.assertion.evaluate(&activation)
        if verdict.asBool == false { hidden += 1 }
        add(verdict, rule, path: path, to: &outcomes)
      }
    }
    if hidden > 0 { notes.append(Notes.moreFailures(id, hidden)) }
    if elements.isEmpty {
      let reason = rule.rule.applies?.reason ?? Reasons.nothingToLookAt
      outcomes.append(Outcome(rule: id, outcome: .inapplicable, reason: reason))
    }
  }

  private mutating func listPath(of list: Int, in document: Int) -> String {
    if let known = listPaths.first(where: { $0.list == list && $0.document == document }) { return known.path }
    let path = documents[document].path(of: list)
    listPaths.append((document, list, path))
    return path
  }

  /// Why a rule is not evaluated at all; nil when it is.
  private mutating func standing(
    of rule: CompiledRule, previousWasGiven: Bool
  ) -> (OutcomeKind, LocalizedText)? {
    if let limit = validity(of: rule) { return limit }
    if rule.rule.needsPrevious, !hasPrevious {
      return previousWasGiven ? (.cantTell, Reasons.previousUnusable) : (.inapplicable, Reasons.noPrevious)
    }
    guard let when = rule.when, let applies = rule.rule.applies else { return nil }
    if rule.rule.needsPrevious { activation.bind(pack.slots.previous, activation.root(ofDocument: 1)) }
    let value = when.evaluate(&activation)
    if value.isError, let error = activation.error(of: value) { return (.cantTell, reason(for: error, in: rule)) }
    return value.asBool == true ? nil : (.inapplicable, applies.reason)
  }

  /// Why a rule is not in force for the report; nil when it is.
  func validity(of rule: CompiledRule) -> (OutcomeKind, LocalizedText)? {
    let effective = rule.rule.effective
    guard effective.from != nil || effective.to != nil else { return nil }
    guard let day = effective.bySubmission ? submission : period else {
      return (.cantTell, effective.bySubmission ? Reasons.submissionUnknown : Reasons.periodUnknown)
    }
    if let from = rule.validity.from, day.end < from {
      return (.inapplicable, Reasons.notYetInForce(from.description))
    }
    if let to = rule.validity.to, day.start > to {
      return (.inapplicable, Reasons.noLongerInForce(to.description))
    }
    return nil
  }

  private mutating func conclude(
    _ rule: CompiledRule, path: String, into outcomes: inout [Outcome], _ findings: inout [Finding]
  ) {
    let verdict = rule.assertion.evaluate(&activation)
    add(verdict, rule, path: path, to: &outcomes)
    guard outcomes[outcomes.count - 1].outcome == .failed else { return }
    let finding = finding(of: rule, path: path)
    outcomes[outcomes.count - 1].finding = finding.id
    findings.append(finding)
  }

  private func add(_ verdict: Value, _ rule: CompiledRule, path: String, to outcomes: inout [Outcome]) {
    let id = rule.rule.descriptor.id
    if verdict.isError, let error = activation.error(of: verdict) {
      outcomes.append(Outcome(rule: id, outcome: .cantTell, path: path, reason: reason(for: error, in: rule)))
    } else {
      outcomes.append(Outcome(rule: id, outcome: verdict.asBool == true ? .passed : .failed, path: path))
    }
  }

  // MARK: - Findings

  private mutating func finding(of rule: CompiledRule, path: String) -> Finding {
    activation.fuel = fuel
    let blame = rule.assertion.blame(activation)
    if !blame.isComplete { notes.append(Notes.placesIncomplete(rule.rule.descriptor.id)) }
    // What the rule points at comes first, then what it read.
    let places = BlamedPlaces(documents).places(rule.places.compactMap { $0.locate(activation) } + blame.operands)
    let values = zip(rule.messageValues, rule.message.placeholders).map { program, placeholder -> LocalizedText in
      // First the value, then who writes it: the text may be in the heap that the evaluation has made.
      let value = program.evaluate(&activation)
      return ValueWriter(activation, pack.labels).text(of: value, program.type, in: placeholder)
    }
    var finding = Finding(
      rule: rule.rule.descriptor, message: rule.message.filled(values), place: places[0].place,
      related: Array(places.dropFirst()), omitted: blame.leftOut,
      workings: blame.workings.map(BlamedPlaces(documents).working))
    if rule.rule.isConfidential { finding.withhold() }
    // Two bindings may fail at the same place; what they are about tells them apart.
    finding.id = Digest.short(finding.identity + "@" + path)
    return finding
  }

  /// - Parameter rule: The rule that was evaluated; nil for an indicator.
  private func reason(for error: EvaluationError, in rule: CompiledRule? = nil) -> LocalizedText {
    if case .budgetExceeded(let limit, let loop?) = error.kind, let rule {
      return ErrorReasons.exhausted(limit, loop, rule: rule)
    }
    let path = error.document.flatMap { document in
      error.value.map { documents[document].path(of: $0) }
    }
    return ErrorReasons.text(error.kind, path: path)
  }

  // MARK: - Indicators

  /// The named figures of the pack, for this report and the one before.
  mutating func indicators() -> [Indicator] {
    let now = pack.indicators.map { figure($0) }
    var before: [String?] = Array(repeating: nil, count: now.count)
    if hasPrevious {
      activation.bind(pack.slots.report, activation.root(ofDocument: 1))
      before = pack.indicators.map { figure($0).value }
      activation.bind(pack.slots.report, activation.root(ofDocument: 0))
    }
    return zip(pack.indicators, zip(now, before)).map { indicator, figures in
      Indicator(
        id: indicator.definition.id, title: indicator.definition.title, unit: indicator.definition.unit,
        value: figures.0.value, previous: figures.1, reason: figures.0.reason)
    }
  }

  private mutating func figure(_ indicator: CompiledPack.CompiledIndicator) -> (value: String?, reason: LocalizedText?)
  {
    activation.fuel = fuel
    if let when = indicator.when, when.evaluate(&activation).asBool != true { return (nil, Reasons.noFigures) }
    let value = indicator.value.evaluate(&activation)
    if let error = activation.error(of: value) { return (nil, reason(for: error)) }
    return (activation.decimal(of: value).map(\.description) ?? activation.display(value), nil)
  }
}
