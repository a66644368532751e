@testable import CEL

/// A JSON value, as both runtimes are given it.
indirect enum Datum {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([Datum])
  /// In the order of the text.
  case object([(name: String, value: Datum)])

  /// A whole number has no point; a double always has a point or an exponent.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value): "\(value)"
    case .string(let value): Self.quoted(value)
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  func value(_ activation: inout Activation) -> Value {
    switch self {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .double(let value): return .double(value)
    case .string(let value): return activation.make(value)
    case .list(let items):
      var values: [Value] = []
      for item in items { values.append(item.value(&activation)) }
      return activation.make(list: values)
    case .object(let members):
      var map = ComputedMap()
      for member in members {
        let value = member.value.value(&activation)
        _ = map.insert(activation.make(member.name), .string(Array(member.name.utf8)), value)
      }
      return activation.make(map)
    }
  }

  /// A string literal of JSON, in ASCII.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for unit in text.utf16 {
      if unit == 0x22 || unit == 0x5C { out += "\\" }
      if (0x20..<0x7F).contains(unit) {
        out.unicodeScalars.append(UnicodeScalar(UInt8(unit)))
      } else {
        let hex = String(unit, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    }
    return out + "\""
  }
}
