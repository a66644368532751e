/// A place in a text as people count it.
public struct Position: Hashable, Sendable, Codable {
  /// The line, 1-based; LF, CR and CRLF each end one line.
  public var line: Int
  /// The column, 1-based, in Unicode scalars; a byte order mark does not count, a tab counts one.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
