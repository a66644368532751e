extension FunctionTable {
  static let optionals: [FunctionEntry] = [
    FunctionEntry(
      "optional.of", .function, [Signature([any], .optional(any))], "An optional that has this value.",
      example: "optional.of(1).hasValue()", gives: "true"
    ) { activation, values in values.count == 1 ? activation.make(optional: values[0]) : nil },
    FunctionEntry(
      "optional.none", .function, [Signature([], .optional(any))], "An optional without a value.",
      example: "optional.none().hasValue()", gives: "false"
    ) { _, values in values.isEmpty ? Value.none : nil },
    FunctionEntry(
      "optional.ofNonZeroValue", .function, [Signature([any], .optional(any))],
      "An optional that has this value unless it is 0, '', false, null or empty.",
      example: "optional.ofNonZeroValue('').orValue('none')", gives: "'none'"
    ) { activation, values in
      guard values.count == 1 else { return nil }
      return isZero(values[0], activation) ? Value.none : activation.make(optional: values[0])
    },
    FunctionEntry(
      "hasValue", .method, [Signature([.optional(any)], .bool)], "Whether the optional has a value.",
      example: "{'age': 13}.?age.hasValue()", gives: "true"
    ) { activation, values in
      guard values.count == 1, values[0].kind == .optional else { return nil }
      return .bool(activation.content(of: values[0]) != nil)
    },
    FunctionEntry(
      "value", .method, [Signature([.optional(any)], any)], "The value of the optional; an error when it has none.",
      example: "{'age': 13}.?age.value()", gives: "13"
    ) { activation, values in
      guard values.count == 1, values[0].kind == .optional else { return nil }
      return activation.content(of: values[0]) ?? activation.make(.invalidArgument("the optional has no value"))
    },
    FunctionEntry(
      "orValue", .method, [Signature([.optional(any), any], any)], "The value of the optional, or the other value.",
      example: "{'age': 13}.?limit.orValue(0)", gives: "0"
    ) { activation, values in
      guard values.count == 2, values[0].kind == .optional else { return nil }
      return activation.content(of: values[0]) ?? values[1]
    },
    FunctionEntry(
      "or", .method, [Signature([.optional(any), .optional(any)], .optional(any))],
      "The optional, or the other one when it has no value.", example: "{'age': 13}.?limit.or(optional.of(16)).value()",
      gives: "16"
    ) { activation, values in
      guard values.count == 2, values[0].kind == .optional else { return nil }
      return activation.content(of: values[0]) == nil ? values[1] : values[0]
    },
  ]

  private static func isZero(_ value: Value, _ activation: Activation) -> Bool {
    switch value.kind {
    case .null: true
    case .bool, .int, .uint: value.payload == 0
    case .double: value.doubleBits == 0
    case .decimal: activation.decimal(of: value)?.coefficient == 0
    case .string, .bytes: activation.bytes(of: value).isEmpty
    case .list, .map: activation.count(of: value) == 0
    case .optional: activation.content(of: value) == nil
    case .timestamp, .duration: value.payload == 0 && value.index == 0
    default: false
    }
  }
}
