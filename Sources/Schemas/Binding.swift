public import Documents
public import Findings

/// What binding a document to a schema gives.
public struct Binding: Sendable {
  public var bound: BoundDocument
  /// The faults of structure, in document order; at most `Binder.findingLimit`.
  public var findings: [Finding]
  /// The number of faults beyond the limit.
  public var suppressed: Int

  /// Whether the document meets the schema.
  public var isValid: Bool { findings.isEmpty }
}
