/// The functions of CEL's math extension, which have a namespace.
extension FunctionTable {
  private static let integers: [Type] = [.int, .uint]
  private static let numberTypes: [Type] = [.int, .uint, .double, .decimal]

  static let mathematics: [FunctionEntry] = [
    extreme("math.greatest", .greater, "The greatest of the numbers.", gives: "2"),
    extreme("math.least", .less, "The smallest of the numbers.", gives: "1"),
    rounding("math.ceil", "The next whole number above.", gives: "2.0", .up),
    rounding("math.floor", "The next whole number below.", gives: "1.0", .down),
    rounding("math.round", "The nearest whole number, a half away from zero.", gives: "2.0", .toNearestOrAwayFromZero),
    rounding("math.trunc", "The whole part.", gives: "1.0", .towardZero),
    FunctionEntry(
      "math.abs", .function, numberTypes.map { Signature([$0], $0) }, "The number without its sign.",
      example: "math.abs(-1)", gives: "1"
    ) { activation, values in absolute(values, &activation) },
    FunctionEntry(
      "math.sign", .function, numberTypes.map { Signature([$0], $0) }, "-1, 0 or 1, as the number is.",
      example: "math.sign(-5)", gives: "-1"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      switch values[0].kind {
      case .int: return .int(values[0].payload.signum())
      case .uint: return .uint(values[0].payload == 0 ? 0 : 1)
      case .double:
        let double = values[0].doubleBits
        return double.isNaN || double == 0 ? values[0] : .double(double < 0 ? -1 : 1)
      case .decimal:
        return activation.decimal(of: values[0]).map { activation.make(Decimal(Int64($0.coefficient.signum()))) }
      default: return nil
      }
    },
    FunctionEntry(
      "math.sqrt", .function, [.int, .uint, .double].map { Signature([$0], .double) }, "The square root.",
      example: "math.sqrt(4.0)", gives: "2.0"
    ) { _, values in
      guard values.count == 1 else { return nil }
      switch values[0].kind {
      case .int: return .double(Double(values[0].payload).squareRoot())
      case .uint: return .double(Double(values[0].uintBits).squareRoot())
      case .double: return .double(values[0].doubleBits.squareRoot())
      default: return nil
      }
    },
    predicate("math.isNaN", "Whether the number is none.", gives: "false") { $0.isNaN },
    predicate("math.isInf", "Whether the number is infinite.", gives: "false") { $0.isInfinite },
    predicate("math.isFinite", "Whether the number is one and not infinite.", gives: "true") { $0.isFinite },
    bitwise("math.bitAnd", "The bits that are set in both.", gives: "1") { $0 & $1 },
    bitwise("math.bitOr", "The bits that are set in one.", gives: "3") { $0 | $1 },
    bitwise("math.bitXor", "The bits that are set in exactly one.", gives: "2") { $0 ^ $1 },
    FunctionEntry(
      "math.bitNot", .function, integers.map { Signature([$0], $0) }, "The bits reversed.",
      example: "math.bitNot(1)", gives: "-2"
    ) { _, values in
      guard values.count == 1, values[0].kind == .int || values[0].kind == .uint else { return nil }
      return Value(values[0].kind, payload: ~values[0].payload)
    },
    shift("math.bitShiftLeft", "The bits moved to the left.", gives: "32") { $0 << $1 },
    shift("math.bitShiftRight", "The bits moved to the right.", gives: "2") { $0 >> $1 },
  ]

  private static func extreme(_ name: String, _ wanted: Activation.Order, _ documentation: String, gives value: String)
    -> FunctionEntry
  {
    let signatures =
      [Signature([.list(any)], any), Signature([any], any)]
      + (2...12).map { Signature(Array(repeating: Type.dyn, count: $0), .dyn) }
    return FunctionEntry(
      name, .function, signatures, documentation, example: "\(name)([1, 2])", gives: value, cost: .list
    ) { activation, values in
      let isList = values.count == 1 && values[0].kind == .list
      let items = isList ? activation.items(of: values[0]) : Array(values)
      guard var best = items.first else { return nil }
      for item in items {
        guard item.kind.isNumber, let order = activation.order(item, best) else { return nil }
        if order == wanted { best = item }
      }
      return best
    }
  }

  private static func rounding(
    _ name: String, _ documentation: String, gives value: String, _ rule: FloatingPointRoundingRule
  ) -> FunctionEntry {
    FunctionEntry(
      name, .function, [Signature([.double], .double)], documentation, example: "\(name)(1.5)", gives: value
    ) { _, values in
      values.count == 1 ? values[0].asDouble.map { .double($0.rounded(rule)) } : nil
    }
  }

  private static func predicate(
    _ name: String, _ documentation: String, gives value: String, _ test: @escaping @Sendable (Double) -> Bool
  ) -> FunctionEntry {
    FunctionEntry(name, .function, [Signature([.double], .bool)], documentation, example: "\(name)(1.0)", gives: value)
    { _, values in
      values.count == 1 ? values[0].asDouble.map { .bool(test($0)) } : nil
    }
  }

  private static func bitwise(
    _ name: String, _ documentation: String, gives value: String,
    _ operation: @escaping @Sendable (Int64, Int64) -> Int64
  ) -> FunctionEntry {
    FunctionEntry(
      name, .function, integers.map { Signature([$0, $0], $0) }, documentation, example: "\(name)(1, 3)", gives: value
    ) { _, values in
      guard values.count == 2, values[0].kind == values[1].kind, values[0].kind == .int || values[0].kind == .uint
      else {
        return nil
      }
      return Value(values[0].kind, payload: operation(values[0].payload, values[1].payload))
    }
  }

  private static func shift(
    _ name: String, _ documentation: String, gives value: String,
    _ operation: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> FunctionEntry {
    FunctionEntry(
      name, .function, integers.map { Signature([$0, .int], $0) }, documentation, example: "\(name)(8, 2)", gives: value
    ) { activation, values in
      guard values.count == 2, values[0].kind == .int || values[0].kind == .uint, let count = values[1].asInt else {
        return nil
      }
      if count < 0 { return activation.make(.invalidArgument("bits cannot be moved by a negative number")) }
      return Value(values[0].kind, payload: Int64(bitPattern: operation(values[0].uintBits, count)))
    }
  }
}
