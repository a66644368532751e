extension FunctionTable {
  static let formatting: [FunctionEntry] = [
    FunctionEntry(
      "format", .method, [Signature([.string, .list(.dyn)], .string)],
      "The text with %s, %d, %f, %e, %x, %o and %b replaced by the items of a list.",
      example: "'%d of %d'.format([1, 2])", gives: "'1 of 2'", cost: .text
    ) { activation, values in
      guard values.count == 2, values[0].kind == .string, values[1].kind == .list else { return nil }
      return format(Array(activation.bytes(of: values[0])), activation.items(of: values[1]), &activation)
    },
    FunctionEntry(
      "strings.quote", .function, [Signature([.string], .string)], "The text as a string literal.",
      example: "strings.quote('a')", gives: "'\"a\"'", cost: .text
    ) { activation, values in
      guard values.count == 1, let scalars = scalars(values[0], &activation) else { return nil }
      var out = "\""
      for scalar in scalars {
        switch scalar {
        case "\u{07}": out += "\\a"
        case "\u{08}": out += "\\b"
        case "\u{0C}": out += "\\f"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\t": out += "\\t"
        case "\u{0B}": out += "\\v"
        case "\\": out += "\\\\"
        case "\"": out += "\\\""
        default: out.unicodeScalars.append(scalar)
        }
      }
      return activation.make(out + "\"")
    },
  ]

  private static func format(_ text: [UInt8], _ items: [Value], _ activation: inout Activation) -> Value {
    var out: [UInt8] = []
    var position = 0
    var next = 0
    while position < text.count {
      guard text[position] == UInt8(ascii: "%") else {
        out.append(text[position])
        position += 1
        continue
      }
      position += 1
      if position < text.count, text[position] == UInt8(ascii: "%") {
        out.append(text[position])
        position += 1
        continue
      }
      var places: Int?
      if position < text.count, text[position] == UInt8(ascii: ".") {
        position += 1
        var number = 0
        while position < text.count, Lexer.isDigit(text[position]), number < 1000 {
          number = number * 10 + Int(text[position] - UInt8(ascii: "0"))
          position += 1
        }
        places = number
      }
      guard position < text.count else { return activation.make(.invalidArgument("the format ends in “%”")) }
      let letter = text[position]
      position += 1
      guard next < items.count else { return .error(.indexOutOfRange) }
      guard (places ?? 0) <= 1000, activation.spend(1 + (places ?? 0) / 8 + 64) else { return .error(.overflow) }
      guard let formatted = clause(letter, items[next], places: places ?? 6, activation) else {
        let shown = String(decoding: [letter], as: UTF8.self)
        return activation.noOverload("%\(shown) of \(items[next].kind.typeName)")
      }
      out += formatted.utf8
      guard activation.spend(out.count >> 6) else { return .error(.budgetExceeded) }
      next += 1
    }
    return activation.make(out)
  }

  private static func clause(_ letter: UInt8, _ value: Value, places: Int, _ activation: Activation) -> String? {
    switch letter {
    case UInt8(ascii: "s"): return text(value, activation)
    case UInt8(ascii: "d"):
      switch value.kind {
      case .int, .uint: return activation.display(value)
      case .double where !value.doubleBits.isFinite: return activation.display(value)
      default: return nil
      }
    case UInt8(ascii: "f"): return double(value, activation).map { DoubleText.fixed($0, places: places) }
    case UInt8(ascii: "e"): return double(value, activation).map { DoubleText.scientific($0, places: places) }
    case UInt8(ascii: "x"): return hexadecimal(value, activation)
    case UInt8(ascii: "X"): return hexadecimal(value, activation)?.uppercased()
    case UInt8(ascii: "o"): return digits(value, radix: 8)
    case UInt8(ascii: "b"): return value.kind == .bool ? (value.isTrue ? "1" : "0") : digits(value, radix: 2)
    default: return nil
    }
  }

  private static func double(_ value: Value, _ activation: Activation) -> Double? {
    switch value.kind {
    case .double: return value.doubleBits
    case .int, .uint, .decimal: return activation.decimal(of: value)?.double
    case .string:
      let text = activation.display(value)
      return ["NaN", "Infinity", "-Infinity"].contains(text) ? Double(text) : nil
    default: return nil
    }
  }

  private static func digits(_ value: Value, radix: Int) -> String? {
    switch value.kind {
    case .int: String(value.payload, radix: radix)
    case .uint: String(value.uintBits, radix: radix)
    default: nil
    }
  }

  private static func hexadecimal(_ value: Value, _ activation: Activation) -> String? {
    guard value.kind == .string || value.kind == .bytes else { return digits(value, radix: 16) }
    return activation.bytes(of: value).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What %s prints; maps are sorted by their keys.
  private static func text(_ value: Value, _ activation: Activation) -> String? {
    switch value.kind {
    case .list:
      let items = activation.items(of: value).map { text($0, activation) }
      return items.contains(nil) ? nil : "[" + items.compactMap { $0 }.joined(separator: ", ") + "]"
    case .map:
      var entries: [(String, String)] = []
      for entry in activation.map(of: value)?.entries ?? [] {
        guard let key = text(entry.key, activation), let content = text(entry.value, activation) else { return nil }
        entries.append((key, content))
      }
      let sorted = entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      return "{" + sorted.map { $0.0 + ": " + $0.1 }.joined(separator: ", ") + "}"
    case .object, .error, .unset, .optional: return nil
    default: return activation.display(value)
    }
  }
}
