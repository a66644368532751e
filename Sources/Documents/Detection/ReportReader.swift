/// Reads a report in whichever of its syntaxes it is written; one reader serves one thread and keeps its storage.
public struct ReportReader: Sendable {
  private var json = JSONReader()
  private var xml = XMLReader()

  public init() {}

  /// Reads one report.
  /// - Parameters:
  ///   - syntax: What to read it as, or nil to go by the content. YAML is for rule packs and is read as what the
  ///     content shows.
  /// - Returns: A document without nodes where the syntax is not recognised.
  public mutating func read(_ source: [UInt8], syntax: Syntax? = nil, limits: Limits = Limits()) -> Reading {
    let chosen = syntax == .yaml ? nil : syntax
    switch chosen ?? SyntaxDetection.syntax(of: source) {
    case .json: return json.read(source, limits: limits)
    case .xml: return xml.read(source, limits: limits)
    case .yaml, nil:
      return Reading(
        document: Document(source: source, syntax: .json), findings: [SyntaxDetection.unknown(source)])
    }
  }

  /// Takes back the storage of a document that is no longer needed, for the next one of its syntax.
  public mutating func recycle(_ document: consuming Document) {
    switch document.syntax {
    case .xml: xml.recycle(document)
    case .json, .yaml: json.recycle(document)
    }
  }
}
