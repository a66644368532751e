/// Why an expression was refused: a message for the author of the rule, and the bytes of the text that it is about.
public struct CompileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  /// Byte offsets in the UTF-8 text of the expression.
  public let range: Range<Int>

  public init(_ message: String, at range: Range<Int>) {
    self.message = message
    self.range = range
  }

  public var description: String { "\(range.lowerBound): \(message)" }
}
