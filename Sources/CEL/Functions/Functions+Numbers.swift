/// The exact arithmetic of reports: tolerances, shares and rounding.
extension FunctionTable {
  static let numbers: [FunctionEntry] = [
    FunctionEntry(
      "abs", .function, [.int, .decimal, .uint, .double].map { Signature([$0], $0) }, "The number without its sign.",
      example: "abs(-2)", gives: "2"
    ) { activation, values in absolute(values, &activation) },
    FunctionEntry(
      "round", .method, [Signature([.decimal, .int], .decimal)],
      "The number rounded to so many digits behind the point, a half away from zero.",
      example: "decimal('0.125').round(2)", gives: "decimal('0.13')"
    ) { activation, values in
      guard values.count == 2, let number = activation.decimal(of: values[0]), let digits = values[1].asInt else {
        return nil
      }
      return activation.make(number.rounded(to: Int(max(-100, min(100, digits)))))
    },
    FunctionEntry(
      "approx", .function, [Signature([.decimal, .decimal, .decimal], .bool)],
      "Whether two numbers differ by no more than the tolerance.", example: "approx(100, 101, 1)", gives: "true"
    ) { activation, values in
      guard let numbers = decimals(values, 3, &activation) else { return nil }
      guard let difference = numbers.0.subtracting(numbers.1) else { return .error(.overflow) }
      return .bool((difference.isNegative ? difference.negated : difference) <= numbers.2)
    },
    FunctionEntry(
      "within", .function, [Signature([.decimal, .decimal, .decimal], .bool)],
      "Whether the first number differs from the second by no more than so many per cent of the second.",
      example: "within(160, 100, 50)", gives: "false"
    ) { activation, values in
      guard let numbers = decimals(values, 3, &activation) else { return nil }
      guard let difference = numbers.0.subtracting(numbers.1),
        let hundredfold = difference.multiplying(by: Decimal(100)),
        let bound = numbers.1.multiplying(by: numbers.2)
      else { return .error(.overflow) }
      let (distance, limit) = (
        hundredfold.isNegative ? hundredfold.negated : hundredfold, bound.isNegative ? bound.negated : bound
      )
      return .bool(distance <= limit)
    },
    FunctionEntry(
      "ratioEquals", .function, [Signature([.decimal, .decimal, .decimal, .int], .bool)],
      "Whether the rate is part / whole rounded to so many digits, a half up or to even; a whole of 0 is an error.",
      example: "ratioEquals(1, 8, 0.125, 3)", gives: "true"
    ) { activation, values in
      guard let numbers = decimals(values, 4, &activation),
        let digits = values[3].asInt
      else { return nil }
      if numbers.1.coefficient == 0 { return .error(.divisionByZero) }
      guard let ratio = numbers.0.dividing(by: numbers.1) else { return .error(.overflow) }
      let places = Int(max(0, min(38, digits)))
      return .bool(
        ratio.rounded(to: places, .halfUp) == numbers.2 || ratio.rounded(to: places, .halfEven) == numbers.2)
    },
  ]

  /// The first three of so many arguments; nil when one of them is no exact number.
  private static func decimals(
    _ values: Arguments, _ count: Int, _ activation: inout Activation
  ) -> (Decimal, Decimal, Decimal)? {
    guard values.count == count, let first = activation.decimal(of: values[0]),
      let second = activation.decimal(of: values[1]), let third = activation.decimal(of: values[2])
    else { return nil }
    return (first, second, third)
  }

  static func absolute(_ values: Arguments, _ activation: inout Activation) -> Value? {
    guard values.count == 1 else { return nil }
    switch values[0].kind {
    case .int: return values[0].payload < 0 ? activation.negate(values[0]) : values[0]
    case .uint: return values[0]
    case .double: return .double(values[0].doubleBits.magnitude)
    case .decimal:
      guard let number = activation.decimal(of: values[0]) else { return nil }
      return number.isNegative ? activation.make(number.negated) : values[0]
    default: return nil
    }
  }
}
