extension FunctionTable {
  static let aggregates: [FunctionEntry] = [
    FunctionEntry(
      "sum", .method,
      [.int, .decimal, .uint, .double, .duration].map { Signature([.list($0)], $0) },
      "The sum of the items; 0 for an empty list.", example: "[12, 7, 3].sum()", gives: "22", cost: .list
    ) { activation, values in
      guard values.count == 1, values[0].kind == .list else { return nil }
      return sum(values[0], zero: .int(0), &activation)
    },
    FunctionEntry(
      "min", .method, [Signature([.list(any)], any)], "The smallest item; an error for an empty list.",
      example: "[3, 1, 2].min()", gives: "1", cost: .list
    ) { activation, values in extreme(values, .less, &activation) },
    FunctionEntry(
      "max", .method, [Signature([.list(any)], any)], "The greatest item; an error for an empty list.",
      example: "[3, 1, 2].max()", gives: "3", cost: .list
    ) { activation, values in extreme(values, .greater, &activation) },
    FunctionEntry(
      "avg", .method, [Signature([.list(.decimal)], .decimal)],
      "The exact mean of the items, to 28 digits; an error for an empty list.", example: "[1, 2].avg()",
      gives: "decimal('1.5')", cost: .list
    ) { activation, values in
      guard values.count == 1, values[0].kind == .list else { return nil }
      let count = activation.count(of: values[0])
      if count == 0 { return .error(.emptyList) }
      let total = sum(values[0], zero: .int(0), &activation)
      if total.isError { return total }
      if let total = total.asDouble { return .double(total / Double(count)) }
      guard let total = activation.decimal(of: total) else { return nil }
      return total.dividing(by: Decimal(Int64(count))).map { activation.make($0) } ?? .error(.overflow)
    },
  ]

  /// `sum` for a list whose items are of that type, so that the sum of an empty list is of that type too.
  static func sum(of type: Type) -> FunctionBody {
    let zero = zero(of: type) ?? .int(0)
    return { activation, values in
      guard values.count == 1, values[0].kind == .list else { return nil }
      return sum(values[0], zero: zero, &activation)
    }
  }

  /// The sum of nothing; nil for what has the one of the function table, the integer.
  static func zero(of type: Type) -> Value? {
    switch type {
    case .decimal: Value(.decimal)
    case .uint: .uint(0)
    case .double: .double(0)
    case .duration: .duration(Instant(seconds: 0, nanoseconds: 0))
    default: nil
    }
  }

  private static func sum(_ list: Value, zero: Value, _ activation: inout Activation) -> Value {
    var total = zero
    for index in 0..<activation.count(of: list) {
      guard activation.spend(1) else { return .error(.budgetExceeded) }
      let item = activation.element(of: list, at: index)
      guard item.kind.isNumber || item.kind == .duration || item.isError else {
        return activation.noOverload("sum of \(item.kind.typeName)")
      }
      total = index == 0 ? item : activation.arithmetic(.add, total, item)
      if total.isError { return total }
    }
    return total
  }

  private static func extreme(_ values: Arguments, _ wanted: Activation.Order, _ activation: inout Activation) -> Value?
  {
    guard values.count == 1, values[0].kind == .list else { return nil }
    let list = values[0]
    let count = activation.count(of: list)
    if count == 0 { return .error(.emptyList) }
    var best = activation.element(of: list, at: 0)
    for index in 0..<count {
      guard activation.spend(1) else { return .error(.budgetExceeded) }
      let item = activation.element(of: list, at: index)
      if item.isError { return item }
      guard let order = activation.order(item, best) else { return nil }
      if order == wanted { best = item }
    }
    return best
  }
}
