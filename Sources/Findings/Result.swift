/// Everything that a run found out about one report: what every renderer is made from.
public struct Result: Hashable, Sendable, Codable {
  public var engine: Engine
  /// The day as of which the law was applied, ISO 8601; nil where the report names none and none was asked for.
  public var asOf: String?
  public var verdict: Verdict
  /// The least grave severity that counted for the verdict.
  public var failOn: Severity
  public var input: Input
  /// The report of the period before, when one was given.
  public var previous: Input?
  /// Who reports on what; nil when the report could not be read so far.
  public var report: ReportIdentity?
  public var schema: Component
  public var packs: [Component]
  /// The packs that were there and do not concern the report; none of their rules has an outcome.
  public var inapplicablePacks: [InapplicablePack]
  /// What switched rules off that are known to be incorrect, when it was given.
  public var overlay: OverlayFile?
  /// What keeps findings out of the verdict, when it was given.
  public var waivers: WaiverFile?
  public var counts: Counts
  public var strands: [StrandScore]
  public var indicators: [Indicator]
  /// The descriptors of every rule that ran and of the rules of form that have findings, in the order of the packs.
  public var rules: [RuleDescriptor]
  /// In the order of gravity, then of place.
  public var findings: [Finding]
  /// In the order of the packs and, inside a rule, of the report.
  public var outcomes: [Outcome]
  /// What was not checked and why: one sentence each.
  public var unchecked: [LocalizedText]

  public init(
    engine: Engine, asOf: String?, verdict: Verdict, failOn: Severity, input: Input, previous: Input? = nil,
    report: ReportIdentity? = nil, schema: Component, packs: [Component],
    inapplicablePacks: [InapplicablePack] = [], overlay: OverlayFile? = nil, waivers: WaiverFile? = nil,
    counts: Counts, strands: [StrandScore], indicators: [Indicator],
    rules: [RuleDescriptor], findings: [Finding], outcomes: [Outcome],
    unchecked: [LocalizedText]
  ) {
    self.engine = engine
    self.asOf = asOf
    self.verdict = verdict
    self.failOn = failOn
    self.input = input
    self.previous = previous
    self.report = report
    self.schema = schema
    self.packs = packs
    self.inapplicablePacks = inapplicablePacks
    self.overlay = overlay
    self.waivers = waivers
    self.counts = counts
    self.strands = strands
    self.indicators = indicators
    self.rules = rules
    self.findings = findings
    self.outcomes = outcomes
    self.unchecked = unchecked
  }
}
