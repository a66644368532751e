/// What a reader refuses to go beyond. Breaking a limit is a finding that names the limit and the value seen.
public struct Limits: Sendable, Hashable {
  /// The size of the input in bytes. A report of a very large platform with 27 countries and ten services is under
  /// 2 MB; the default leaves thirty times that. Offsets are 32 bits wide, so the flag accepts up to 2 GiB.
  public var bytes = 64 << 20
  /// How deep values may be nested. The report schema needs 9.
  public var depth = 64
  /// The number of nodes. 64 MiB of the densest report have about 4 million.
  public var nodes = 8_000_000
  /// The length of one string, text or name in bytes. The longest field of the schema takes 5,000 scalars.
  public var stringBytes = 1 << 20
  /// The attributes of one XML element, and the namespace declarations in force at one place. The report schema needs
  /// 3; libxml2 compares each with every other, so without a limit a file could cost the square of its size.
  public var attributes = 256

  public init() {}

  public init(bytes: Int, depth: Int, nodes: Int, stringBytes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.stringBytes = stringBytes
  }
}
