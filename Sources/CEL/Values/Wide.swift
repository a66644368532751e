/// A whole number of up to 256 bits without sign: what exact decimal arithmetic needs between its steps.
struct Wide: Equatable {
  var high: UInt128
  var low: UInt128

  init(_ low: UInt128) {
    high = 0
    self.low = low
  }

  private init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The whole product, which always fits.
  static func product(_ first: UInt128, _ second: UInt128) -> Wide {
    let (high, low) = first.multipliedFullWidth(by: second)
    return Wide(high: high, low: low)
  }

  var isZero: Bool { high == 0 && low == 0 }

  static func < (first: Wide, second: Wide) -> Bool {
    first.high != second.high ? first.high < second.high : first.low < second.low
  }

  /// The sum. The operands here have at most 76 digits, so it always fits.
  static func + (first: Wide, second: Wide) -> Wide {
    let (low, carry) = first.low.addingReportingOverflow(second.low)
    return Wide(high: first.high &+ second.high &+ (carry ? 1 : 0), low: low)
  }

  /// The difference; `second` must not be greater.
  static func - (first: Wide, second: Wide) -> Wide {
    let (low, borrow) = first.low.subtractingReportingOverflow(second.low)
    return Wide(high: first.high &- second.high &- (borrow ? 1 : 0), low: low)
  }

  /// Quotient and remainder of a division by a number that is not zero.
  func divided(by divisor: UInt128) -> (quotient: Wide, remainder: UInt128) {
    let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (lower, remainder) = divisor.dividingFullWidth((rest, low))
    return (Wide(high: upper, low: lower), remainder)
  }

  /// The number of decimal digits; 0 for zero.
  var digitCount: Int {
    var count = 0
    var rest = self
    while rest.high != 0 {
      rest = rest.divided(by: 10_000_000_000).quotient
      count += 10
    }
    var low = rest.low
    while low > 0 {
      low /= 10
      count += 1
    }
    return count
  }

  /// 10 to the power of 0 to 38.
  static let powers: [UInt128] = (0...38).map { exponent in
    (0..<exponent).reduce(UInt128(1)) { power, _ in power * 10 }
  }
}
