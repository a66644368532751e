extension FunctionTable {
  static let conversions: [FunctionEntry] = [
    FunctionEntry(
      "string", .function,
      [.bool, .int, .uint, .double, .decimal, .string, .bytes, .date, .timestamp, .duration, .type].map {
        Signature([$0], .string)
      },
      "The value as text.", example: "string(12)", gives: "'12'", cost: .text
    ) { activation, values in
      guard values.count == 1 else { return nil }
      switch values[0].kind {
      case .string: return values[0]
      case .bool, .int, .uint, .double, .decimal, .date, .timestamp, .duration, .type:
        return activation.make(activation.display(values[0]))
      case .bytes:
        let bytes = Array(activation.bytes(of: values[0]))
        guard String(validating: bytes, as: UTF8.self) != nil else {
          return activation.make(.invalidArgument("the bytes are not UTF-8"))
        }
        return activation.make(bytes)
      default: return nil
      }
    },
    FunctionEntry(
      "int", .function, [.int, .uint, .double, .decimal, .string, .timestamp].map { Signature([$0], .int) },
      "The value as a whole number, cut towards zero.", example: "int('12')", gives: "12"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      let value = values[0]
      switch value.kind {
      case .int: return value
      case .uint: return Int64(exactly: value.uintBits).map { .int($0) } ?? .error(.overflow)
      case .double:
        let double = value.doubleBits
        guard double > -0x1p63, double < 0x1p63 else { return .error(.overflow) }
        return .int(Int64(double))
      case .decimal: return activation.decimal(of: value)?.truncated.map { .int($0) } ?? .error(.overflow)
      case .timestamp: return .int(value.payload)
      case .string: return Int64(activation.display(value)).map { .int($0) } ?? notA("whole number", value, &activation)
      default: return nil
      }
    },
    FunctionEntry(
      "uint", .function, [.int, .uint, .double, .string].map { Signature([$0], .uint) },
      "The value as a whole number without sign.", example: "uint(12)", gives: "12u"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      let value = values[0]
      switch value.kind {
      case .uint: return value
      case .int: return UInt64(exactly: value.payload).map { .uint($0) } ?? .error(.overflow)
      case .double:
        let double = value.doubleBits
        guard double > -1, double < 0x1p64 else { return .error(.overflow) }
        return .uint(UInt64(double))
      case .string:
        return UInt64(activation.display(value)).map { .uint($0) } ?? notA("whole number", value, &activation)
      default: return nil
      }
    },
    FunctionEntry(
      "double", .function, [.int, .uint, .double, .decimal, .string].map { Signature([$0], .double) },
      "The nearest binary floating point number.", example: "double(1)", gives: "1.0"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      let value = values[0]
      switch value.kind {
      case .double: return value
      case .int: return .double(Double(value.payload))
      case .uint: return .double(Double(value.uintBits))
      case .decimal: return .double(activation.decimal(of: value)?.double ?? 0)
      case .string: return Double(activation.display(value)).map { .double($0) } ?? notA("number", value, &activation)
      default: return nil
      }
    },
    FunctionEntry(
      "decimal", .function, [.int, .uint, .double, .decimal, .string].map { Signature([$0], .decimal) },
      "The value as an exact decimal number.", example: "decimal(1) / 3",
      gives: "decimal('0.3333333333333333333333333333')"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      let value = values[0]
      switch value.kind {
      case .int, .uint, .decimal: return activation.decimal(of: value).map { activation.make($0) }
      case .double, .string:
        return Decimal(activation.display(value)).map { activation.make($0) } ?? notA("decimal", value, &activation)
      default: return nil
      }
    },
    FunctionEntry(
      "bool", .function, [.bool, .string].map { Signature([$0], .bool) }, "The text true or false as a truth value.",
      example: "bool('true')", gives: "true"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      if values[0].kind == .bool { return values[0] }
      guard let text = activation.string(of: values[0]) else { return nil }
      switch text {
      case "1", "t", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "false", "FALSE", "False": return .bool(false)
      default: return notA("truth value", values[0], &activation)
      }
    },
    FunctionEntry(
      "bytes", .function, [.bytes, .string].map { Signature([$0], .bytes) }, "The UTF-8 bytes of a text.",
      example: "bytes('a')", gives: "b'a'", cost: .text
    ) { activation, values in
      guard values.count == 1 else { return nil }
      switch values[0].kind {
      case .bytes: return values[0]
      case .string: return activation.make(bytes: Array(activation.bytes(of: values[0])))
      default: return nil
      }
    },
    FunctionEntry(
      "dyn", .function, [Signature([any], .dyn)], "The value, its type forgotten.", example: "dyn(1) == 1.0",
      gives: "true"
    ) {
      _, values in values.count == 1 ? values[0] : nil
    },
    FunctionEntry(
      "type", .function, [Signature([any], .type)], "The type of the value.", example: "type(1)", gives: "int"
    ) {
      _, values in values.count == 1 ? .type(values[0].kind) : nil
    },
  ]

  static func notA(_ what: String, _ value: Value, _ activation: inout Activation) -> Value {
    activation.make(.invalidArgument("“\(activation.display(value).prefix(40))” is not a \(what)"))
  }
}
