/// What most rules say, in a form that needs no CEL: each is defined as CEL text and has an evaluation of its own.
public enum Kind: String, CaseIterable, Sendable {
  /// The member is there.
  case required
  /// The member is not there.
  case forbidden
  /// There are so many values.
  case cardinality
  /// Every value is one of the codes.
  case codeList
  /// Every value has the form of a regular expression of RE2.
  case pattern
  /// Every number or date lies between two limits, which are included.
  case range
  /// The parts add up to the total.
  case sumEquals
  /// The rate is part / whole, rounded.
  case ratio
  /// No key is there twice.
  case unique
  /// Every value is one of the keys.
  case refersTo
  /// The day is no later than a length of time after another day.
  case deadline
  /// The period begins on the day after the previous one ended.
  case periodContinuity
  /// The figure is at most so many times the previous one, and at least that part of it.
  case changeBound
}

/// A kind with its parameters, as a rule has it.
public struct KindCall: Sendable {
  /// The texts of one parameter.
  public struct Parameter: Sendable {
    public var name: String
    /// One text, or those of a list.
    public var texts: [String]
    /// Whether the texts were written as a list.
    public var isList: Bool

    public init(name: String, texts: [String], isList: Bool) {
      self.name = name
      self.texts = texts
      self.isList = isList
    }
  }

  public var kind: Kind
  /// In the order of the file.
  public var parameters: [Parameter]

  public init(_ kind: Kind, _ parameters: [Parameter]) {
    self.kind = kind
    self.parameters = parameters
  }

  subscript(name: String) -> Parameter? { parameters.first { $0.name == name } }
}

/// Why a kind was refused: a message for the author of the rule, and the parameter that it is about.
public struct KindError: Error, Hashable, Sendable {
  public let message: String
  /// Nil when it is about the kind as a whole.
  public let parameter: String?
  /// Which text of the parameter.
  public let item: Int
  /// Byte offsets in that text.
  public let range: Range<Int>

  init(_ message: String, parameter: String? = nil, item: Int = 0, at range: Range<Int> = 0..<0) {
    self.message = message
    self.parameter = parameter
    self.item = item
    self.range = range
  }
}

/// A kind whose parameters are checked.
public struct CompiledKind: Sendable {
  /// Evaluates natively; its text is the definition in CEL.
  public let program: Program
  /// What messages may name beside the names of the rule, each with the CEL that gives it.
  public let placeholders: [(name: String, text: String)]
}
