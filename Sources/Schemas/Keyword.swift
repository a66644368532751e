/// The keywords of JSON Schema 2020-12 that the compiler supports, and ours. Any other is refused by name.
public enum Keyword: String, CaseIterable, Sendable {
  // MARK: Core
  case schema = "$schema"
  case id = "$id"
  case ref = "$ref"
  case defs = "$defs"
  case comment = "$comment"

  // MARK: Assertions and applicators
  case additionalProperties, const, `enum`, exclusiveMaximum, exclusiveMinimum, format, items, maxItems, maxLength
  case maximum, minItems, minLength, minimum, pattern, properties, required, type, uniqueItems

  // MARK: Annotations; they assert nothing
  case `default`, deprecated, description, examples, title

  // MARK: Ours
  /// The name of the child elements of an array's wrapper element in XML.
  case item = "x-item"
  /// The rows of the standard form of Implementing Regulation (EU) 2024/2916 that are answered here.
  case form = "x-form"
  /// What a number counts: `hours`, `share`, `EUR`, `bytes`.
  case unit = "x-unit"
  /// The name of the outside code list that a string is taken from.
  case codes = "x-codes"
  case labels = "x-labels"
  case titles = "x-title"
  case descriptions = "x-description"
  /// The XML namespace of the report.
  case namespace = "x-namespace"
  /// The name of the root element.
  case root = "x-root"
  /// The version of the report format.
  case version = "x-version"

  private static let index: (names: NameIndex, group: NameIndex.Group, keywords: [Keyword]) = {
    var names = NameIndex()
    let group = names.add(allCases.map(\.rawValue))
    return (names, group, allCases)
  }()

  /// The keyword that these bytes are, without making a string of them.
  static func named(_ source: Swift.Span<UInt8>, _ start: Int, _ length: Int) -> Keyword? {
    index.names.find(source, start, length, in: index.group).map { index.keywords[$0] }
  }
}
