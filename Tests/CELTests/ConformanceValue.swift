import Foundation

@testable import CEL

/// Values and types as the conformance files write them.
enum ConformanceValue {
  static func make(_ json: Any, _ activation: inout Activation) -> Value {
    guard let (kind, content) = (json as? [String: Any])?.first else { return .null }
    let text = content as? String ?? ""
    switch kind {
    case "null": return .null
    case "bool": return .bool(content as? Bool ?? false)
    case "int": return .int(Int64(text) ?? 0)
    case "uint": return .uint(UInt64(text) ?? 0)
    case "double": return .double(Double(text) ?? .nan)
    case "string": return activation.make(text)
    case "bytes": return activation.make(bytes: Array(Data(base64Encoded: text) ?? Data()))
    case "timestamp": return Instant.parse(timestamp: text).map { .timestamp($0) } ?? .unset
    case "duration": return Instant.parse(duration: text).map { .duration($0) } ?? .unset
    case "type": return ValueKind.named[text].map { .type($0) } ?? .unset
    case "list":
      var items: [Value] = []
      for item in content as? [Any] ?? [] { items.append(make(item, &activation)) }
      return activation.make(list: items)
    case "map":
      var map = ComputedMap()
      for entry in content as? [[Any]] ?? [] {
        let key = make(entry[0], &activation)
        if let mapKey = activation.mapKey(key) { _ = map.insert(key, mapKey, make(entry[1], &activation)) }
      }
      return activation.make(map)
    default: return .unset
    }
  }

  /// Equal and of the same type; NaN is the same as NaN.
  static func isSame(_ first: Value, _ second: Value, _ activation: inout Activation) -> Bool {
    guard first.kind == second.kind else { return false }
    switch first.kind {
    case .double:
      let (one, two) = (first.doubleBits, second.doubleBits)
      return one.isNaN ? two.isNaN : one == two && one.sign == two.sign
    case .list:
      let (one, two) = (activation.items(of: first), activation.items(of: second))
      return one.count == two.count && zip(one, two).allSatisfy { isSame($0, $1, &activation) }
    case .map:
      guard let one = activation.map(of: first), let two = activation.map(of: second), one.count == two.count else {
        return false
      }
      return one.entries.allSatisfy { entry in
        guard let key = activation.mapKey(entry.key), let other = two.value(for: key) else { return false }
        return isSame(entry.value, other, &activation)
      }
    default: return activation.isEqual(first, second)
    }
  }

  /// A type such as `map(string, list(<T>))`; nil for one that the rule language does not have.
  ///
  /// - Parameter declared: the names of the caller's own types.
  static func type(_ text: String, declared: Set<String> = []) -> CEL.`Type`? {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return plainType(text) }
    let name = String(text[..<open])
    let parts = arguments(text[text.index(after: open)...].dropLast())
    let types = parts.compactMap { type($0, declared: declared) }
    guard types.count == parts.count else { return nil }
    switch (name, types.count) {
    case ("list", 1): return .list(types[0])
    case ("map", 2): return .map(types[0], types[1])
    case ("optional_type", 1): return .optional(types[0])
    default: return declared.contains(name) ? .abstract(name, types) : nil
    }
  }

  /// The parts between the commas that are in no inner parentheses.
  private static func arguments(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func plainType(_ text: String) -> CEL.`Type`? {
    if text.hasPrefix("<"), text.hasSuffix(">") { return .parameter(String(text.dropFirst().dropLast())) }
    return switch text {
    case "int": .int
    case "uint": .uint
    case "double": .double
    case "bool": .bool
    case "string": .string
    case "bytes": .bytes
    case "dyn": .dyn
    case "null_type": .null
    case "google.protobuf.Timestamp", "timestamp": .timestamp
    case "google.protobuf.Duration", "duration": .duration
    default: nil
    }
  }
}
