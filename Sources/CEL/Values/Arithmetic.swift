/// The arithmetic operators. Nothing wraps and nothing traps: what does not fit is an error value.
extension Activation {
  mutating func arithmetic(_ operation: BinaryOperator, _ first: Value, _ second: Value) -> Value {
    if first.isError { return first }
    if second.isError { return second }
    switch (first.kind, second.kind) {
    case (.int, .int): return Self.integers(operation, first.payload, second.payload)
    case (.double, .double): return doubles(operation, first.doubleBits, second.doubleBits)
    case (.uint, .uint): return Self.unsigned(operation, first.uintBits, second.uintBits)
    case (.decimal, .decimal), (.decimal, .int), (.int, .decimal), (.decimal, .uint), (.uint, .decimal):
      return decimals(operation, first, second)
    default: return operation == .add ? sum(first, second) : moments(operation, first, second)
    }
  }

  private static func checked<T>(_ result: (partialValue: T, overflow: Bool), _ make: (T) -> Value) -> Value {
    result.overflow ? .error(.overflow) : make(result.partialValue)
  }

  private static func integers(_ operation: BinaryOperator, _ first: Int64, _ second: Int64) -> Value {
    switch operation {
    case .add: return checked(first.addingReportingOverflow(second)) { .int($0) }
    case .subtract: return checked(first.subtractingReportingOverflow(second)) { .int($0) }
    case .multiply: return checked(first.multipliedReportingOverflow(by: second)) { .int($0) }
    default:
      if second == 0 { return .error(.divisionByZero) }
      return operation == .divide
        ? checked(first.dividedReportingOverflow(by: second)) { .int($0) }
        : checked(first.remainderReportingOverflow(dividingBy: second)) { .int($0) }
    }
  }

  private static func unsigned(_ operation: BinaryOperator, _ first: UInt64, _ second: UInt64) -> Value {
    switch operation {
    case .add: return checked(first.addingReportingOverflow(second)) { .uint($0) }
    case .subtract: return checked(first.subtractingReportingOverflow(second)) { .uint($0) }
    case .multiply: return checked(first.multipliedReportingOverflow(by: second)) { .uint($0) }
    default:
      if second == 0 { return .error(.divisionByZero) }
      return .uint(operation == .divide ? first / second : first % second)
    }
  }

  private mutating func doubles(_ operation: BinaryOperator, _ first: Double, _ second: Double) -> Value {
    switch operation {
    case .add: .double(first + second)
    case .subtract: .double(first - second)
    case .multiply: .double(first * second)
    case .divide: .double(first / second)
    default: noOverload("double % double")
    }
  }

  private mutating func decimals(_ operation: BinaryOperator, _ first: Value, _ second: Value) -> Value {
    guard let one = decimal(of: first), let two = decimal(of: second) else { return .error(.overflow) }
    let result: Decimal?
    switch operation {
    case .add: result = one.adding(two)
    case .subtract: result = one.subtracting(two)
    case .multiply: result = one.multiplying(by: two)
    case .divide:
      if two.coefficient == 0 { return .error(.divisionByZero) }
      result = one.dividing(by: two)
    default: return noOverload("decimal % decimal")
    }
    return result.map { make($0) } ?? .error(.overflow)
  }

  private mutating func sum(_ first: Value, _ second: Value) -> Value {
    switch (first.kind, second.kind) {
    case (.string, .string): return make(Array(bytes(of: first)) + bytes(of: second))
    case (.bytes, .bytes): return make(bytes: Array(bytes(of: first)) + bytes(of: second))
    case (.list, .list):
      guard spend(count(of: first) + count(of: second)) else { return .error(.budgetExceeded) }
      return make(list: items(of: first) + items(of: second))
    case (.duration, .timestamp): return moments(.add, second, first)
    default: return moments(.add, first, second)
    }
  }

  private mutating func moments(_ operation: BinaryOperator, _ first: Value, _ second: Value) -> Value {
    switch (operation, first.kind, second.kind) {
    case (.add, .timestamp, .duration): return timestamp(first.instant.adding(second.instant))
    case (.subtract, .timestamp, .duration): return timestamp(first.instant.subtracting(second.instant))
    case (.add, .duration, .duration): return duration(first.instant.adding(second.instant))
    case (.subtract, .duration, .duration), (.subtract, .timestamp, .timestamp):
      return duration(first.instant.subtracting(second.instant))
    default:
      return noOverload("\(first.kind.typeName) \(operation.rawValue) \(second.kind.typeName)")
    }
  }

  func timestamp(_ instant: Instant?) -> Value {
    guard let instant, instant.isTimestamp else { return .error(.overflow) }
    return .timestamp(instant)
  }

  func duration(_ instant: Instant?) -> Value {
    guard let instant, instant.isDuration else { return .error(.overflow) }
    return .duration(instant)
  }

  mutating func negate(_ value: Value) -> Value {
    switch value.kind {
    case .int: return Self.integers(.subtract, 0, value.payload)
    case .double: return .double(-value.doubleBits)
    case .decimal: return decimal(of: value).map { make($0.negated) } ?? .error(.overflow)
    case .error: return value
    default: return noOverload("-")
    }
  }
}
