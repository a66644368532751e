/// The type of an expression.
public indirect enum Type: Sendable, Hashable, CustomStringConvertible {
  /// Known only when it is evaluated.
  case dyn
  case null, bool, int, uint, double, decimal, string, bytes, date, timestamp, duration, type
  /// A string of a closed list of codes.
  case code(CodeList)
  case list(Type)
  case map(Type, Type)
  case optional(Type)
  case record(RecordType)
  /// A type of the caller, known by its name and its arguments only.
  case abstract(String, [Type])
  /// Any one type, the same wherever the name stands in a signature. `?` is the type of the items of `[]`.
  case parameter(String)

  /// Nothing is known yet: fits everywhere and takes on any other type.
  static let unknown = Type.parameter("?")

  public var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .decimal: "decimal"
    case .string: "string"
    case .bytes: "bytes"
    case .date: "date"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .type: "type"
    case .code(let list): "code of \(list.name)"
    case .list(let item): "list(\(item))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let content): "optional_type(\(content))"
    case .record(let record): record.name
    case .abstract(let name, let arguments):
      arguments.isEmpty ? name : name + "(" + arguments.map(\.description).joined(separator: ", ") + ")"
    case .parameter(let name): name == "?" ? "dyn" : name
    }
  }

  /// With `dyn` where nothing is known.
  var resolved: Type {
    switch self {
    case .parameter: .dyn
    case .list(let item): .list(item.resolved)
    case .map(let key, let value): .map(key.resolved, value.resolved)
    case .optional(let content): .optional(content.resolved)
    case .abstract(let name, let arguments): .abstract(name, arguments.map(\.resolved))
    default: self
    }
  }

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .decimal: true
    default: false
    }
  }

  /// Whether values say everything by themselves: bools, numbers but the greatest, and moments.
  var isPlain: Bool {
    switch self {
    case .bool, .date, .timestamp, .duration: true
    default: isNumber
    }
  }

  /// Whether a value of the type can be of any kind.
  var isOpen: Bool {
    switch self {
    case .dyn, .parameter: true
    default: false
    }
  }

  /// Whether values are text.
  var isText: Bool {
    switch self {
    case .string, .code: true
    default: false
    }
  }

  /// Whether values are codes or lists.
  var mayHoldCodes: Bool {
    switch self {
    case .code, .list: true
    default: false
    }
  }

  /// Whether a value may hold text that is not one of known codes.
  public var mayBeText: Bool {
    switch self {
    case .code: false
    default: !isPlain
    }
  }

  /// The type that holds the values of both, or nil when there is none but `dyn`.
  func joined(_ other: Type) -> Type? {
    if self == other { return self }
    switch (self, other) {
    case (.parameter, _): return other
    case (_, .parameter): return self
    case (.dyn, _), (_, .dyn): return .dyn
    case (.int, .decimal), (.decimal, .int): return .decimal
    case (.code, .code), (.code, .string), (.string, .code): return .string
    case (.list(let first), .list(let second)): return first.joined(second).map { .list($0) }
    case (.optional(let first), .optional(let second)): return first.joined(second).map { .optional($0) }
    case (.null, .optional): return other
    case (.optional, .null): return self
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      guard let key = key.joined(otherKey), let value = value.joined(otherValue) else { return nil }
      return .map(key, value)
    case (.abstract(let name, let first), .abstract(let otherName, let second)):
      let joined = zip(first, second).compactMap { $0.joined($1) }
      return name == otherName && first.count == second.count && joined.count == first.count
        ? .abstract(name, joined) : nil
    default: return nil
    }
  }

  /// Whether two values can be compared for equality at all.
  func isComparable(with other: Type) -> Bool {
    if isOpen || other.isOpen || joined(other) != nil { return true }
    if isNumber, other.isNumber { return true }
    switch (self, other) {
    case (.null, _), (_, .null): return true
    case (.list(let first), .list(let second)), (.optional(let first), .optional(let second)):
      return first.isComparable(with: second)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return key.isComparable(with: otherKey) && value.isComparable(with: otherValue)
    default: return false
    }
  }

  /// What the parameters of a signature took on.
  struct Bindings {
    private var bound: [(name: String, type: Type)] = []

    subscript(name: String) -> Type? {
      get { bound.first { $0.name == name }?.type }
      set {
        bound.removeAll { $0.name == name }
        if let newValue { bound.append((name, newValue)) }
      }
    }
  }

  /// Whether a value of this type may stand where a function wants `wanted`; parameters take on types.
  func fits(_ wanted: Type, _ bindings: inout Bindings) -> Bool {
    switch (self, wanted) {
    case (_, .dyn): return true
    case (_, .parameter(let name)):
      guard let bound = bindings[name] else {
        bindings[name] = self
        return true
      }
      guard let joined = bound.joined(self) else { return false }
      bindings[name] = joined
      return true
    case (.dyn, _), (.parameter, _): return true
    case (.int, .decimal), (.code, .string): return true
    case (.list(let item), .list(let wantedItem)): return item.fits(wantedItem, &bindings)
    case (.optional(let content), .optional(let wantedContent)): return content.fits(wantedContent, &bindings)
    case (.map(let key, let value), .map(let wantedKey, let wantedValue)):
      return key.fits(wantedKey, &bindings) && value.fits(wantedValue, &bindings)
    case (.abstract(let name, let arguments), .abstract(let wantedName, let wantedArguments)):
      guard name == wantedName, arguments.count == wantedArguments.count else { return false }
      return zip(arguments, wantedArguments).allSatisfy { $0.fits($1, &bindings) }
    default: return self == wanted
    }
  }

  /// With the parameters replaced by what they took on.
  func substituting(_ bindings: Bindings) -> Type {
    switch self {
    case .parameter(let name): bindings[name] ?? .unknown
    case .list(let item): .list(item.substituting(bindings))
    case .optional(let content): .optional(content.substituting(bindings))
    case .map(let key, let value): .map(key.substituting(bindings), value.substituting(bindings))
    case .abstract(let name, let arguments): .abstract(name, arguments.map { $0.substituting(bindings) })
    default: self
    }
  }
}
