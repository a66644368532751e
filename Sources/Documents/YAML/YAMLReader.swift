public import Findings

/// Reads the YAML that rule packs are written in into a `Document`, by libyaml.
///
/// Mappings, sequences and scalars in UTF-8; JSON is a part of it. Anchors, aliases, tags, merge keys, keys that are not
/// scalars and more than one document are refused. No scalar has a type: a plain one is a `.string` as written, a quoted
/// or block one has `.quoted` too. Reading stops at the first fault; what was read until then is returned, with every
/// open collection closed there. A repeated key is an error that does not stop the reading.
public struct YAMLReader: Sendable {
  public init() {}

  /// Reads one document; the document shares the storage of `source`. Places are in a file of the role `role`.
  public mutating func read(_ source: [UInt8], limits: Limits = Limits(), role: SourceRole = .pack) -> Reading {
    var reading = Reading(document: Document(source: source, syntax: .yaml), findings: [])
    if source.count > min(limits.bytes, Int(Int32.max)) {
      reading.findings = [LimitFinding.bytes(source.count, limits: limits)]
    } else if SyntaxDetection.firstSignificant(source) == nil {
      reading.findings = [SyntaxDetection.empty(source)]
    } else if let finding = Self.encoding(source) {
      reading.findings = [finding]
    } else {
      var session = YAMLSession(source: source, limits: limits)
      session.run()
      reading.document = session.document
      reading.findings = YAMLMessages(session: session).findings
      if !session.hasDocument, reading.findings.isEmpty { reading.findings = [YAMLWording.noDocument(source)] }
    }
    for index in reading.findings.indices {
      reading.findings[index].place.source = role
      for other in reading.findings[index].related.indices {
        reading.findings[index].related[other].place.source = role
      }
    }
    return reading
  }

  /// Why the bytes are not text in UTF-8; libyaml would take UTF-16 as well, and then its marks would not be ours.
  private static func encoding(_ source: [UInt8]) -> Finding? {
    let form = UnicodeForm.detect(source).form
    guard form == .utf8 else {
      return Finding(
        rule: FormatRule.yamlSyntax, message: YAMLWording.encoding(form.rawValue),
        place: Place(span: Span(start: 0, end: min(2, source.count)), path: ""))
    }
    return UTF8Scan.firstFault(source.span).map { offset in
      Finding(
        rule: FormatRule.yamlSyntax, message: EncodingCheck.notUTF8(in: source, at: offset),
        place: Place(span: Span(start: offset, end: offset + 1), path: ""))
    }
  }
}
