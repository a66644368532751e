/// A range of bytes in a source, half open, in the UTF-8 text that was read (after a transcoding, if there was one).
public struct Span: Hashable, Sendable, Codable {
  /// The offset of the first byte, 0-based.
  public var start: Int
  /// The offset behind the last byte.
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }
}
