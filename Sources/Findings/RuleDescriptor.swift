/// How grave it is when a rule fails.
public enum Severity: String, Codable, Sendable, CaseIterable {
  /// The report does not meet an obligation that applies to it.
  case error
  /// The report is probably wrong or weak; a person should look.
  case warning
  /// Worth knowing; never counts against the provider.
  case note
}

/// What gives a rule its force.
public enum RuleStatus: String, Codable, Sendable, CaseIterable {
  /// Law in force, read in its primary text.
  case law
  /// What the action plan of 2020 or an authority expects, or what the law is said to ask and nobody could read.
  case expectation
  /// A legislative proposal.
  case proposal
  /// A voluntary framework.
  case voluntary
  /// Arithmetic or comparison with published figures.
  case plausibility
  /// The form of the file: syntax, structure, limits.
  case format
}

/// A source that a rule rests on, and the place in it.
public struct Citation: Hashable, Sendable, Codable {
  /// The key of the source in the pack, such as `child-focus-2020`.
  public var source: String
  /// The title of the source.
  public var title: String
  /// The place in the source, such as `point 5` or `Article 16(2)(c)`.
  public var clause: String
  /// Where the source can be read.
  public var url: String?

  public init(source: String, title: String, clause: String, url: String? = nil) {
    self.source = source
    self.title = title
    self.clause = clause
    self.url = url
  }
}

/// What is known of a rule without running it.
public struct RuleDescriptor: Hashable, Sendable, Codable {
  public var id: String
  /// The pack that the rule comes from; `vigie` for the rules of form.
  public var pack: String
  public var title: LocalizedText
  /// `A1` to `A7`, or nil for the rules of form.
  public var strand: String?
  public var severity: Severity
  public var status: RuleStatus
  /// At least one.
  public var basis: [Citation]
  /// How to repair a failure.
  public var help: LocalizedText

  public init(
    id: String, pack: String, title: LocalizedText, strand: String? = nil, severity: Severity, status: RuleStatus,
    basis: [Citation], help: LocalizedText
  ) {
    precondition(!basis.isEmpty, "a rule rests on something")
    self.id = id
    self.pack = pack
    self.title = title
    self.strand = strand
    self.severity = severity
    self.status = status
    self.basis = basis
    self.help = help
  }
}
