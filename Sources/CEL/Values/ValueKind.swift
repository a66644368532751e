/// What a value of the rule language is.
public enum ValueKind: UInt8, Sendable {
  // As `BoundKind`, whose last is a value that is no valid one.
  case null, bool, int, decimal, string, date, list
  /// An object of a report.
  case object
  case error
  case uint, double, bytes, timestamp, duration, map, optional, type
  /// A variable that nothing was bound to.
  case unset

  /// The name by which expressions know the type.
  var typeName: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .optional: "optional_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .decimal: "decimal"
    case .string: "string"
    case .bytes: "bytes"
    case .date: "date"
    case .list: "list"
    case .object: "object"
    case .map: "map"
    case .type: "type"
    case .error: "error"
    case .unset: "unset"
    }
  }

  /// The kinds that expressions can name, by name.
  static let named: [String: ValueKind] = Dictionary(
    uniqueKeysWithValues: [
      ValueKind.null, .timestamp, .duration, .optional, .bool, .int, .uint, .double, .decimal, .string, .bytes, .date,
      .list, .map, .type,
    ].map { ($0.typeName, $0) })

  /// What stands before the first dot of those names that have dots.
  static let namedRoot = "google"

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .decimal: true
    default: false
    }
  }
}
