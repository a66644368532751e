/// A closed object: these fields and no others.
public final class RecordType: Sendable, Hashable {
  /// A member of a record.
  public struct Field: Sendable, Hashable {
    public let name: String
    /// The place of the member among the members of the object in `BoundDocument.members`.
    public let slot: Int
    public let type: Type
    /// Whether reports may leave it out; then an expression must guard it.
    public let isOptional: Bool
    /// What the number, or each number of the list, counts: `hours`, `share`, `EUR`, `bytes`; nil for a plain number.
    public let unit: String?
    /// Whether it is a list that has an item at least.
    public let isFilled: Bool

    public init(
      name: String, slot: Int, type: Type, isOptional: Bool, unit: String? = nil, isFilled: Bool = false
    ) {
      self.name = name
      self.slot = slot
      self.type = type
      self.isOptional = isOptional
      self.unit = unit
      self.isFilled = isFilled
    }
  }

  /// What messages call it, such as `services` or `report`.
  public let name: String
  /// In the order of the schema.
  public let fields: [Field]

  public init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  /// The field of a name; one look at each, because a table would cost more at start-up than it ever saves.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  public static func == (first: RecordType, second: RecordType) -> Bool {
    first === second || (first.name == second.name && first.fields == second.fields)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(fields.count)
  }
}

/// A closed list of codes that a string is one of.
public final class CodeList: Sendable, Hashable {
  public let name: String
  public let codes: [String]

  public init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
  }

  public func contains(_ code: String) -> Bool { codes.contains(code) }

  public static func == (first: CodeList, second: CodeList) -> Bool {
    first === second || (first.name == second.name && first.codes == second.codes)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
