public import Findings

/// Why a schema file cannot be used, and where in it.
public struct SchemaError: Error, Sendable, CustomStringConvertible {
  public var message: String
  /// The RFC 6901 pointer into the schema file.
  public var path: String
  /// The bytes in the schema file.
  public var span: Span

  public var description: String { "\(path.isEmpty ? "/" : path): \(message)" }
}
