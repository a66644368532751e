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

  static func type(_ text: String) -> CEL.`Type`? {
    func arguments(_ name: String) -> [CEL.`Type`]? {
      guard text.hasPrefix(name + "("), text.hasSuffix(")") else { return nil }
      let parts = text.dropFirst(name.count + 1).dropLast().split(separator: ",", maxSplits: 1)
      let types = parts.compactMap { type($0.trimmingCharacters(in: .whitespaces)) }
      return types.count == parts.count ? types : nil
    }
    if let item = arguments("list") { return item.first.map { .list($0) } }
    if let pair = arguments("map"), pair.count == 2 { return .map(pair[0], pair[1]) }
    if let content = arguments("optional_type") { return content.first.map { .optional($0) } }
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
