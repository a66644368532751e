import Documents
public import Findings
public import Schemas

/// Findings that are accepted for a time, as a file says. Read once and shared by all reports of a run.
public struct Waivers: Sendable {
  public let name: String
  /// `sha256:` of the file.
  public let digest: String
  /// In the order of the file.
  public let entries: [Entry]
  let lines: LineTable

  /// One finding that is accepted.
  public struct Entry: Sendable {
    /// The identifier of the report that the entry is about; nil to look for the finding in every report.
    public var report: String?
    /// Where the report is named; 1-based.
    public var position: Position
    var rule: String
    /// The RFC 6901 pointer of the place of the finding.
    var path: String
    /// The id of the finding.
    var digest: String
    var waiver: Waiver
    /// The number of the entry in the file, from 0.
    var index: Int
    /// The bytes of its members in the file.
    var spans: [String: Span]

    /// The place of a member in the file.
    func place(of name: String, value: String) -> Place {
      Place(
        source: .waivers, span: spans[name] ?? Span(start: 0, end: 0), path: "/waivers/\(index)/\(name)",
        value: BoundDocument.cut(value))
    }
  }

  /// Reads a file of waivers.
  ///
  /// - Parameters:
  ///   - file: YAML, or JSON where it begins with a brace; its name as given.
  ///   - schema: The compiled `waivers-1.0.schema.json`.
  /// - Throws: `PackError` with the first fault and its place: also for an approver who is the author, and for a finding
  ///   that is named twice.
  public init(_ file: PackReader.File, schema: Schema) throws(PackError) {
    let fields = try PackFields(file, checkedAgainst: schema, mayBeJSON: true)
    name = file.name
    digest = Digest.sha256(file.bytes)
    lines = LineTable(fields.document.source)
    var entries: [Entry] = []
    var seen: Set<[String]> = []
    for (index, item) in (fields["waivers"]?.items ?? []).enumerated() {
      let entry = try Self.entry(item, at: index, in: file.name, lines)
      guard seen.insert([entry.report ?? "", entry.rule, entry.path, entry.digest]).inserted else {
        throw (item["digest"] ?? item).fault(
          in: file.name, "the finding \(entry.digest) of the rule \(entry.rule) is named twice")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static func entry(
    _ item: PackFields, at index: Int, in file: String, _ lines: LineTable
  ) throws(PackError) -> Entry {
    let author = try item.line("author", in: file)
    let approver = try item.line("approver", in: file)
    guard author.lowercased() != approver.lowercased() else {
      throw (item["approver"] ?? item).fault(
        in: file, "\u{201C}\(approver)\u{201D} is author and approver; a waiver is approved by somebody else")
    }
    return Entry(
      report: item["report"]?.text, position: lines.position(of: (item["report"] ?? item).span.start),
      rule: item.text("rule"), path: item.text("path"), digest: item.text("digest"),
      waiver: Waiver(
        reason: try item.line("reason", in: file), author: author, approver: approver, expires: item.text("expires")),
      index: index, spans: Dictionary(item.items.map { ($0.name, $0.span) }) { first, _ in first })
  }
}
