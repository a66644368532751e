/// What the manual says of the formats of messages.
public enum MessageManual {
  /// A format, as it stands behind the bar of a placeholder.
  public struct Entry: Sendable {
    /// `decimal:PLACES`; "" for a placeholder without a format.
    public let form: String
    public let documentation: String
    /// A value, the format for it, and what an English message then shows.
    public let example: (value: String, format: String, text: String)

    init(_ form: String, _ documentation: String, _ value: String, _ format: String, _ text: String) {
      self.form = form
      self.documentation = documentation
      example = (value, format, text)
    }
  }

  public static let introduction = """
    A message names values in braces: `{name}` or `{name|format}`, where the name is one of `let` or `for`, or a path. A list shows ten
    items and says how many more there are. A code is shown by its label where the type of the value says what it is.
    """

  public static let entries: [Entry] = [
    Entry("text", "The value as it is, as without a format.", "'agora'", "text", "agora"),
    Entry("integer", "A whole number.", "12400", "integer", "12,400"),
    Entry(
      "decimal:PLACES", "A number with at most so many places; 2 without them.", "decimal('0.125')", "decimal:1", "0.1"),
    Entry(
      "percent:PLACES", "A share in per cent, with at most so many places; 2 without them.", "decimal('0.125')",
      "percent:1", "12.5%"),
    Entry("date", "A day.", "date('2025-12-31')", "date", "31 December 2025"),
    Entry("hours", "A number of hours.", "decimal('12.5')", "hours", "12.5\u{A0}h"),
    Entry("list", "The items of a list.", "['fr', 'nl']", "list", "fr, nl"),
    Entry(
      "code:LIST", "The labels of codes, where the type does not say that they are of this code list of the schema.",
      "['solicitation', 'sextortion']", "code:target", "solicitation of children, sextortion"),
    Entry(
      "field:TYPE",
      "The titles of fields of a type, which is a path from `report`; lists give the type of their items. The value is a name, a "
        + "dotted path or a list of them.",
      "['accountsSuspended', 'bySource.hotline']", "field:report.measures", "accounts suspended, by source – hotlines"),
    Entry(
      "field:TYPE",
      "Where an item is a list of a name and another value, that says which row or which item of the field is meant; items of one "
        + "field that follow each other are named together, and codes of the row by their labels.",
      "[['funding.amount', 'Child Focus'], ['staff', 'fr']]", "field:report.resources",
      "funding of third parties (Child Focus) – amount of the funding, staff by language (fr)"),
    Entry(
      "field:TYPE",
      "Two more values at the end are those before and now: figures with their unit, dates, answers and codes as the language writes "
        + "them, `null` as not stated.",
      "[['accountsSuspended', 4900, 9800]]", "field:report.measures", "accounts suspended: 4,900 → 9,800"),
  ]
}
