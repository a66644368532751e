public import Findings

/// What a reader returns: what could be read, and what stood in the way. Reading never throws and never traps.
public struct Reading: Sendable {
  public var document: Document
  /// Empty exactly when the document is whole and well formed.
  public var findings: [Finding]

  public init(document: Document, findings: [Finding]) {
    self.document = document
    self.findings = findings
  }

  /// Whether the document was read to its end without an error.
  public var isComplete: Bool { findings.allSatisfy { $0.severity != .error } }
}
