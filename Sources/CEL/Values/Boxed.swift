/// What does not fit into a `Value` and has no cells: computed strings, maps and so on, in the heap of an activation.
enum Boxed: Sendable {
  case string([UInt8])
  case bytes([UInt8])
  case map(ComputedMap)
  case decimal(Decimal)
  case error(EvaluationError)
}

/// A map that an expression made, in the order of its entries.
struct ComputedMap: Sendable {
  private(set) var entries: [(key: Value, value: Value)] = []
  private var positions: [MapKey: Int] = [:]

  var count: Int { entries.count }

  /// False when the key is there already.
  mutating func insert(_ key: Value, _ mapKey: MapKey, _ value: Value) -> Bool {
    guard positions[mapKey] == nil else { return false }
    positions[mapKey] = entries.count
    entries.append((key, value))
    return true
  }

  func value(for key: MapKey) -> Value? { positions[key].map { entries[$0].value } }
}

/// A key as maps compare it: the numbers 1, 1u and 1.0 are the same key.
enum MapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  /// Only beyond `Int64.max`.
  case uint(UInt64)
  case string([UInt8])
}
