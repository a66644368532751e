/// Which of the files of a run a place is in.
public enum SourceRole: String, Codable, Sendable, CaseIterable {
  /// The report that is checked.
  case report
  /// The report of the period before, given with `--previous`.
  case previous
  /// A rule pack file.
  case pack
  /// The file of waivers, given with `--waivers`.
  case waivers
}

/// Where something is: the file, the bytes, the path in the report, and, after resolving, line, column and excerpt.
public struct Place: Hashable, Sendable, Codable {
  public var source: SourceRole
  /// The bytes in the UTF-8 text.
  public var span: Span
  /// The RFC 6901 pointer of the value in the report, the same for its XML and its JSON form; "" is the report.
  public var path: String
  /// The value at the place as written, cut to 80 scalars, or nil where a container or nothing stands there.
  public var value: String?
  /// The name of the member that belongs here and is not there; then `span` is what opens the object that lacks it.
  public var missing: String?
  /// Line, column and source lines; nil until the place has left the engine.
  public var region: Region?

  public init(
    source: SourceRole = .report, span: Span, path: String, value: String? = nil, missing: String? = nil,
    region: Region? = nil
  ) {
    self.source = source
    self.span = span
    self.path = path
    self.value = value
    self.missing = missing
    self.region = region
  }

  /// This place with its region, looked up in the text that it points into.
  public func resolved(in table: LineTable) -> Place {
    var copy = self
    copy.region = Region(of: span, in: table)
    return copy
  }
}
