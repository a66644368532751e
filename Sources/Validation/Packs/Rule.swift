public import CEL
public import Findings

/// A rule as its file has it, before its expressions are compiled.
public struct Rule: Sendable {
  public var descriptor: RuleDescriptor
  let storedFile: StoredText
  /// The file in the pack.
  public var file: String { storedFile.string }
  /// Why the rule concerns a report; nil when it concerns every report.
  public var applies: Condition?
  public var effective: Effective
  /// Whether the rule compares with the report of the period before.
  public var needsPrevious: Bool
  /// Whether nothing of what the rule finds is shown: no value, no excerpt.
  public var isConfidential: Bool
  /// The rules, of any pack, whose finding at the same place is the root cause: this one does not repeat it.
  public var yieldsTo: [String]
  /// One outcome for each element of a list; nil for one outcome on the report.
  public var binding: NamedExpression?
  /// In the order of the file; each may use those before it.
  public var lets: [NamedExpression]
  public var assertion: Assertion
  /// The paths of the places of a failure, the finding's own first; empty to leave it to the operands.
  public var places: [Expression]
  public var message: LocalizedText
  public var examples: [Example]
  /// The compiled form in the bundle.
  var compact = CompactRule()

  /// What must hold: CEL, or a kind, which is CEL with a name.
  public enum Assertion: Sendable {
    case expression(Expression)
    case kind(KindCall)
  }

  /// A condition, and what is said when it does not hold.
  public struct Condition: Sendable {
    public var when: Expression
    public var reason: LocalizedText
  }

  /// When the rule holds. Both days are included.
  public struct Effective: Sendable {
    /// ISO 8601, or nil for no limit.
    public var from: String?
    public var to: String?
    /// Whether the day of submission counts rather than the end of the period.
    public var bySubmission = false
  }
}

/// A piece of CEL and where it stands in its file.
public struct Expression: Sendable {
  /// Of a pack inside the program read when it is first compiled or shown.
  let stored: StoredText
  public var text: String { stored.string }
  /// The bytes of the YAML scalar in the pack file.
  public let span: Span

  init(text: String, span: Span) {
    stored = StoredText(text)
    self.span = span
  }

  /// An expression of a bundle, which does not know its file.
  init(_ stored: StoredText) {
    self.stored = stored
    span = Span(start: 0, end: 0)
  }
}

/// An expression with a name.
public struct NamedExpression: Sendable {
  let storedName: StoredText
  public var name: String { storedName.string }
  public var expression: Expression

  init(name: StoredText, expression: Expression) {
    storedName = name
    self.expression = expression
  }
}

/// A test and an illustration of a rule: the base report, changed.
public struct Example: Sendable {
  public var title: String
  /// The RFC 6902 operations as JSON text, applied to the pack's base report.
  public var patch: [UInt8]
  /// The same for the report of the period before; nil when none is given.
  public var previous: [UInt8]?
  public var expect: OutcomeKind
  /// The paths of the findings' places, in order; nil when the example does not say.
  public var at: [String]?
}
