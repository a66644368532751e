/// One compiled subschema.
public struct SchemaNode: Sendable {
  /// The types that an instance may have; all when the schema does not say.
  public var types: TypeSet = .all
  /// In the order of the schema file, which is the order of the slots of a bound object.
  public var properties: [SchemaProperty] = []
  /// What a member outside `properties` may be.
  public var additional: Additional = .anything
  /// The subschema of array items, or nil when they may be anything.
  public var items: Int?
  /// The element name of array items in XML.
  public var itemName: String?
  /// The allowed values in canonical form, or nil when all are; empty when they are the codes.
  var allowed: [String]?
  /// The allowed values as the schema writes them, for messages.
  var allowedTexts: [String] = []
  /// The codes of an enumeration of strings, in the order of the schema.
  public var codes: [String] = []
  var minimum: Bound?
  var maximum: Bound?
  public var minItems = 0
  var maxItems = Int.max
  var uniqueItems = false
  public var minLength = 0
  public var maxLength = Int.max
  var pattern: TextPattern?
  public var format: Format?
  /// What a number counts.
  public var unit: String?
  /// A subschema that the same instance must meet too: a `$ref` that has assertions beside it.
  var also: Int?
  /// The node of the schema document, for titles and labels.
  public var source: Int
  /// The name under `$defs`, or nil.
  public var definition: String?

  init(source: Int) { self.source = source }

  /// Whether a value, given in canonical form, is one of those that are allowed.
  func allows(_ canonical: String) -> Bool {
    guard let allowed else { return true }
    return allowed.isEmpty ? codes.contains { CanonicalJSON.quote($0) == canonical } : allowed.contains(canonical)
  }

  /// Whether this is `true` or has no assertion: anything is right.
  public enum Additional: Sendable {
    case anything, nothing
    case schema(Int)
  }

  /// A limit of a number.
  struct Bound: Sendable {
    var number: LexicalNumber
    var text: String
    var isExclusive: Bool
  }

  /// The formats that are asserted.
  public enum Format: String, Sendable {
    case date
  }

  /// The one type of the instance, or nil when the schema leaves a choice.
  public var singleType: TypeSet? { types.isSingle ? types : nil }
}

/// A property of an object schema.
public struct SchemaProperty: Sendable {
  public var name: String
  /// The index of the subschema.
  public var node: Int
  public var isRequired: Bool
  /// The node of the schema document at the place of use: its titles stand before those of the definition.
  public var source: Int

  public init(name: String, node: Int, isRequired: Bool, source: Int) {
    self.name = name
    self.node = node
    self.isRequired = isRequired
    self.source = source
  }
}

/// A set of JSON types. `integer` is a number without a fractional part.
public struct TypeSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let null = TypeSet(rawValue: 1)
  public static let boolean = TypeSet(rawValue: 2)
  public static let integer = TypeSet(rawValue: 4)
  public static let number = TypeSet(rawValue: 8)
  public static let string = TypeSet(rawValue: 16)
  public static let array = TypeSet(rawValue: 32)
  public static let object = TypeSet(rawValue: 64)
  public static let all: TypeSet = [.null, .boolean, .integer, .number, .string, .array, .object]

  var isSingle: Bool { rawValue.nonzeroBitCount == 1 }

  var isScalar: Bool { isDisjoint(with: [.array, .object]) }

  static let names: [(String, TypeSet)] = [
    ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
    ("array", .array), ("object", .object),
  ]

  init?(name: some StringProtocol) {
    guard let found = Self.names.first(where: { $0.0 == name }) else { return nil }
    self = found.1
  }
}
