/// What is allowed and yet is seldom meant: told to the author of a pack when the pack is linted.
public struct Warning: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// An `all` over a list that may be empty passes silently then.
    case possiblyEmptyAll
    /// Doubles are not exact, so they are seldom equal.
    case doubleEquality
    /// Two lists are run through for each other, and no key joins them.
    case quadraticShape
  }

  public let kind: Kind
  public let message: String
  /// Byte offsets in the text of the expression.
  public let range: Range<Int>

  init(_ kind: Kind, _ message: String, at range: Range<Int>) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}
