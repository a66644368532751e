/// A span as people see it: positions, and the source lines it begins on.
public struct Region: Hashable, Sendable, Codable {
  public var start: Position
  /// The position behind the last scalar.
  public var end: Position
  /// The source line on which the span begins, cut to a window of 160 bytes around it when it is longer.
  public var excerpt: String
  /// The first column of `excerpt`, 1 unless the line was cut.
  public var excerptColumn: Int

  public init(start: Position, end: Position, excerpt: String, excerptColumn: Int) {
    self.start = start
    self.end = end
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// The longest excerpt, in bytes, give or take the rest of one scalar.
  public static let excerptLimit = 160

  /// Looks up a span; O(length of its line).
  public init(of span: Span, in table: LineTable) {
    start = table.position(of: span.start)
    end = table.position(of: max(span.end, span.start))
    let line = table.span(ofLine: start.line)
    guard line.count > Self.excerptLimit else {
      excerpt = table.text(of: line)
      excerptColumn = 1
      return
    }
    // A window of bytes around the span, moved outward to whole scalars.
    var first = max(line.start, min(span.start - Self.excerptLimit / 4, line.end - Self.excerptLimit))
    while first > line.start, table.source[first] & 0xC0 == 0x80 { first -= 1 }
    var last = min(line.end, first + Self.excerptLimit)
    while last < line.end, table.source[last] & 0xC0 == 0x80 { last += 1 }
    excerpt = table.text(of: Span(start: first, end: last))
    excerptColumn = table.position(of: first).column
  }
}
