/// `range`.
final class RangeKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let least: KindLimit?
  let most: KindLimit?
  let absent: Bool

  init(_ path: KindPath, least: KindLimit?, most: KindLimit?, absent: Bool, _ definition: KindDefinition) {
    self.path = path
    self.least = least
    self.most = most
    self.absent = absent
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    all(path, absent: absent, &activation) { activation, value in
      let first = least?.holds(.greaterOrEqual, for: value, &activation) ?? .bool(true)
      return KindNode.and(first, most?.holds(.lessOrEqual, for: value, &activation) ?? .bool(true))
    }
  }
}

/// `sumEquals`.
final class SumKindNode: KindNode, @unchecked Sendable {
  let parts: [KindPath]
  let total: KindPath
  /// Nil to compare exactly.
  let tolerance: Decimal?
  /// The whole part of the tolerance, for integers.
  private let wholeTolerance: Int64

  init(_ parts: [KindPath], total: KindPath, tolerance: Decimal?, _ definition: KindDefinition) {
    self.parts = parts
    self.total = total
    self.tolerance = tolerance
    var whole = tolerance?.coefficient ?? 0
    for _ in 0..<(tolerance?.scale ?? 0) { whole /= 10 }
    wholeTolerance = Int64(clamping: whole)
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let stated: Value
    switch total.single(&activation) {
    case .absent: return .bool(true)
    case .failed(let error): return error
    case .value(let value): stated = value
    }
    var sum = KindNode.sum(parts[0], &activation)
    for part in parts.dropFirst() where !sum.isError {
      sum = activation.arithmetic(.add, sum, KindNode.sum(part, &activation))
    }
    if sum.isError { return sum }
    if stated.isError { return stated }
    guard let tolerance else { return .bool(activation.isEqual(sum, stated)) }
    if let first = sum.asInt, let second = stated.asInt {
      let (difference, overflow) = first.subtractingReportingOverflow(second)
      if !overflow { return .bool(difference.magnitude <= wholeTolerance.magnitude) }
    }
    guard let first = activation.decimal(of: sum), let second = activation.decimal(of: stated) else {
      return activation.noOverload("approx")
    }
    guard let difference = first.subtracting(second) else { return .error(.overflow) }
    return .bool((difference.isNegative ? difference.negated : difference) <= tolerance)
  }
}

/// `ratio`.
final class RatioKindNode: KindNode, @unchecked Sendable {
  let part: KindPath
  let whole: KindPath
  let rate: KindPath
  let digits: Int

  init(part: KindPath, whole: KindPath, rate: KindPath, digits: Int, _ definition: KindDefinition) {
    self.part = part
    self.whole = whole
    self.rate = rate
    self.digits = digits
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let reads = [part.single(&activation), whole.single(&activation), rate.single(&activation)]
    guard let (values, failure) = KindNode.present(reads) else { return .bool(true) }
    if !values[1].isError, activation.isEqual(values[1], .int(0)) { return .bool(true) }
    if let failure { return failure }
    for value in [values[1], values[0], values[2]] where value.isError { return value }
    return quick(values, activation) ?? exact(values, &activation)
  }

  /// For counts up to a milliard and few digits, where the division to 28 digits cannot differ from the exact one.
  private func quick(_ values: [Value], _ activation: Activation) -> Value? {
    guard digits <= 6, let part = values[0].asInt, let whole = values[1].asInt, values[2].kind == .decimal,
      !values[2].isBoxed, part >= 0, part <= 1_000_000_000, whole > 0, whole <= 1_000_000_000
    else { return nil }
    var power: Int64 = 1
    for _ in 0..<digits { power *= 10 }
    let (quotient, rest) = (part * power).quotientAndRemainder(dividingBy: whole)
    let isUp = rest * 2 >= whole
    let isTie = rest * 2 == whole
    let even = isTie ? quotient + quotient % 2 : isUp ? quotient + 1 : quotient
    let rate = Decimal(coefficient: Int128(values[2].payload), scale: Int(values[2].detail))
    func equals(_ number: Int64) -> Bool { Decimal(coefficient: Int128(number), scale: digits) == rate }
    return .bool(equals(isUp ? quotient + 1 : quotient) || equals(even))
  }

  private func exact(_ values: [Value], _ activation: inout Activation) -> Value {
    guard let part = activation.decimal(of: values[0]), let whole = activation.decimal(of: values[1]),
      let rate = activation.decimal(of: values[2])
    else { return activation.noOverload("ratioEquals") }
    guard let ratio = part.dividing(by: whole) else { return .error(.overflow) }
    return .bool(ratio.rounded(to: digits, .halfUp) == rate || ratio.rounded(to: digits, .halfEven) == rate)
  }
}

/// `changeBound`.
final class ChangeKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let previous: KindPath
  let factor: Node

  init(_ path: KindPath, previous: KindPath, factor: Node, _ definition: KindDefinition) {
    self.path = path
    self.previous = previous
    self.factor = factor
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    guard let (values, failure) = KindNode.present([read(path, &activation), read(previous, &activation)]) else {
      return .bool(true)
    }
    let (now, before) = (values[0], values[1])
    if !before.isError, activation.isEqual(before, .int(0)) { return .bool(true) }
    if let failure { return failure }
    if before.isError { return before }
    if now.isError { return now }
    let factor = factor.evaluate(&activation)
    let most = activation.arithmetic(.multiply, before, factor)
    let first = KindNode.compare(.lessOrEqual, now, most, &activation)
    let product = activation.arithmetic(.multiply, now, factor)
    return KindNode.and(first, KindNode.compare(.greaterOrEqual, product, before, &activation))
  }

  private func read(_ path: KindPath, _ activation: inout Activation) -> KindPath.Read {
    path.isSingle ? path.single(&activation) : .value(KindNode.sum(path, &activation))
  }
}
