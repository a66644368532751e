/// A number of at most 18 digits without sign and exponent, read in place: nearly every number of a report.
struct PlainNumber {
  /// The digits without the point.
  var coefficient: Int64
  /// How many of them stand behind the point, without zeros at the end.
  var scale: UInt8

  /// The largest limit, positive or negative, that `isWithin` compares with.
  static let boundLimit: Int64 = 1_000_000_000

  /// Reads all of the bytes; nil for any other number and for what is not a number.
  init?(_ source: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 19, let first = range.first else { return nil }
    var value: Int64 = 0
    var offset = first
    var digits = 0
    while offset < range.upperBound, Self.isDigit(source[offset]) {
      value = value &* 10 &+ Int64(source[offset] &- UInt8(ascii: "0"))
      offset += 1
      digits += 1
    }
    guard digits > 0, digits <= 18, digits == 1 || source[first] != UInt8(ascii: "0") else { return nil }
    var scale = 0
    if offset < range.upperBound {
      guard source[offset] == UInt8(ascii: "."), offset + 1 < range.upperBound else { return nil }
      offset += 1
      while offset < range.upperBound, Self.isDigit(source[offset]) {
        value = value &* 10 &+ Int64(source[offset] &- UInt8(ascii: "0"))
        offset += 1
        scale += 1
      }
      guard offset == range.upperBound, digits + scale <= 18 else { return nil }
      while scale > 0, value % 10 == 0 {
        value /= 10
        scale -= 1
      }
    }
    coefficient = value
    self.scale = UInt8(scale)
  }

  var isInteger: Bool { scale == 0 }

  /// Whether the number lies between two whole limits, both included; beyond `boundLimit` a limit is none.
  func isWithin(_ minimum: Int64, _ maximum: Int64) -> Bool {
    if minimum > 0, compared(with: minimum) < 0 { return false }
    return maximum > Self.boundLimit || compared(with: maximum) <= 0
  }

  /// -1, 0 or 1. The whole part is compared first, so that nothing overflows.
  private func compared(with limit: Int64) -> Int {
    var unit: Int64 = 1
    for _ in 0..<scale { unit *= 10 }
    let whole = coefficient / unit
    if whole != limit { return whole < limit ? -1 : 1 }
    return coefficient % unit == 0 ? 0 : 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
