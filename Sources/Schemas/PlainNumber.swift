/// A number of at most 18 digits without sign and exponent, read in place: nearly every number of a report.
struct PlainNumber {
  /// The digits without the point.
  var coefficient: Int64
  /// How many of them stand behind the point, without zeros at the end.
  var scale: UInt8

  /// The largest limit, positive or negative, that `isWithin` compares with.
  static let boundLimit: Int64 = 1_000_000_000

  /// Reads all of the bytes; nil for any other number and for what is not a number.
  @inline(__always)
  init?(_ source: Swift.Span<UInt8>, _ range: Range<Int>) {
    // So nothing overflows.
    guard range.count <= 19, range.count > 0 else { return nil }
    let digits = Self.digits(source, range, 0)
    let count = digits.end &- range.lowerBound
    guard count > 0, count == 1 || source[range.lowerBound] != UInt8(ascii: "0") else { return nil }
    coefficient = digits.value
    scale = 0
    guard digits.end < range.upperBound else {
      if count > 18 { return nil }
      return
    }
    guard source[digits.end] == UInt8(ascii: "."), digits.end &+ 1 < range.upperBound else { return nil }
    let all = Self.digits(source, digits.end &+ 1..<range.upperBound, digits.value)
    guard all.end == range.upperBound else { return nil }
    coefficient = all.value
    scale = UInt8(truncatingIfNeeded: all.end &- digits.end &- 1)
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale &-= 1
    }
  }

  /// Reads on as long as there are digits.
  @inline(__always)
  private static func digits(
    _ source: Swift.Span<UInt8>, _ range: Range<Int>, _ start: Int64
  ) -> (value: Int64, end: Int) {
    var value = start
    var offset = range.lowerBound
    while offset < range.upperBound {
      let digit = source[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int64(digit)
      offset &+= 1
    }
    return (value, offset)
  }

  var isInteger: Bool { scale == 0 }

  /// Whether the number lies between two whole limits, both included; beyond `boundLimit` a limit is none.
  func isWithin(_ minimum: Int64, _ maximum: Int64) -> Bool {
    if minimum > 0, compared(with: minimum) < 0 { return false }
    return maximum > Self.boundLimit || compared(with: maximum) <= 0
  }

  /// -1, 0 or 1. The whole part is compared first, so that nothing overflows.
  private func compared(with limit: Int64) -> Int {
    if scale == 0 { return coefficient == limit ? 0 : coefficient < limit ? -1 : 1 }
    var unit: Int64 = 1
    for _ in 0..<scale { unit &*= 10 }
    let whole = coefficient / unit
    if whole != limit { return whole < limit ? -1 : 1 }
    return coefficient % unit == 0 ? 0 : 1
  }
}
