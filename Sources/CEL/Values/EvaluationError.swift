/// Why an expression has no value. Such an error is itself a value and is absorbed as CEL says.
public struct EvaluationError: Error, Hashable, Sendable {
  /// The reason, for the caller to put into the words of a language.
  public enum Kind: Hashable, Sendable {
    case divisionByZero
    /// A number is beyond what its type holds: 64 bits, 38 digits, the years 1 to 9999.
    case overflow
    /// The value in the report is not what the schema wants.
    case invalidValue
    case indexOutOfRange
    /// `min`, `max` or `avg` of an empty list.
    case emptyList
    /// The steps ran out: in that loop, unless they were too few for any.
    case budgetExceeded(limit: Int, loop: Loop?)
    case noSuchField(String)
    case noSuchKey(String)
    case noOverload(String)
    case invalidArgument(String)
    /// A name that stands for nothing.
    case unbound(String)
    /// Something that CEL has and this implementation refuses.
    case unsupported(String)
  }

  /// The loop, or the call over a list, that ran when the steps ran out.
  public struct Loop: Hashable, Sendable {
    /// Its source text.
    public let text: String
    /// The whole expression that it is a part of.
    public let expression: String
    /// Where it begins in the expression, in bytes, 1-based.
    public let column: Int
    /// The number of items of its list.
    public let count: Int
  }

  public let kind: Kind
  /// The document and the index of the value that stands in the way, where one is known; for `noSuchField` the parent.
  public let document: Int?
  public let value: Int?

  public init(_ kind: Kind, document: Int? = nil, value: Int? = nil) {
    self.kind = kind
    self.document = document
    self.value = value
  }

  /// A plain English sentence without a full stop, for rule authors.
  public var message: String {
    switch kind {
    case .divisionByZero: "division by zero"
    case .overflow: "the number or date is out of range"
    case .invalidValue: "the value is not what the schema wants"
    case .indexOutOfRange: "the index is out of range"
    case .emptyList: "the list is empty"
    case .budgetExceeded(let limit, let loop):
      "the evaluation took more than \(limit) steps"
        + (loop.map { ", in “\($0.text)” at column \($0.column) over \($0.count) items" } ?? "")
    case .noSuchField(let name): "there is no “\(name)”"
    case .noSuchKey(let key): "there is no key \(key)"
    case .noOverload(let call): "\(call) does not exist for these types"
    case .invalidArgument(let text): text
    case .unbound(let name): "“\(name)” stands for nothing"
    case .unsupported(let what): "\(what) is not supported"
    }
  }
}
