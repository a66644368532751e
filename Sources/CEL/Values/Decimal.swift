/// An exact decimal number: up to 38 digits, of which up to 38 behind the point.
///
/// Sums, differences and products are exact or fail; nothing is rounded unless `rounded(to:)` or a division asks for it.
public struct Decimal: Sendable {
  /// The digits without the point, signed.
  public let coefficient: Int128
  /// The number of digits behind the point.
  public let scale: Int

  /// The most digits, and the most digits behind the point.
  public static let digitLimit = 38
  /// The significant digits that a division keeps.
  public static let divisionDigits = 28

  init(coefficient: Int128, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  public init(_ value: Int64) {
    self.init(coefficient: Int128(value), scale: 0)
  }

  public static let zero = Decimal(0)

  public var isNegative: Bool { coefficient < 0 }
  var magnitude: UInt128 { coefficient.magnitude }

  // MARK: - Text

  /// Reads `-12.50` or `1.5e3`; nil for anything else and for more than 38 digits.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var digits: [UInt8] = []
    var scale = 0
    var hasPoint = false
    var hasDigit = false
    while let byte = bytes.first {
      if Lexer.isDigit(byte) {
        hasDigit = true
        if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
        if hasPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      bytes.removeFirst()
    }
    guard hasDigit else { return nil }
    var exponent = 0
    if let byte = bytes.first {
      guard byte | 0x20 == UInt8(ascii: "e") else { return nil }
      guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), value.magnitude < 100_000 else {
        return nil
      }
      exponent = value
    }
    while digits.last == 0 {
      digits.removeLast()
      scale -= 1
    }
    scale -= exponent
    if digits.isEmpty { scale = 0 }
    while scale < 0, digits.count <= Self.digitLimit {
      digits.append(0)
      scale += 1
    }
    guard scale >= 0, scale <= Self.digitLimit, digits.count <= Self.digitLimit else { return nil }
    let value = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    self.init(coefficient: isNegative ? -value : value, scale: scale)
  }

  /// Without the zeros at the end of the fraction.
  var normalized: Decimal {
    var value = coefficient
    var scale = scale
    while scale > 0, value % 10 == 0 {
      value /= 10
      scale -= 1
    }
    return Decimal(coefficient: value, scale: scale)
  }

  // MARK: - Arithmetic

  /// A result that fits, without zeros at its end where it would not fit with them.
  private static func fit(_ magnitude: Wide, scale: Int, isNegative: Bool) -> Decimal? {
    var magnitude = magnitude
    var scale = scale
    let limit = Wide(Wide.powers[digitLimit])
    while !(magnitude < limit) || scale > digitLimit {
      let (quotient, remainder) = magnitude.divided(by: 10)
      guard remainder == 0, scale > 0 else { return nil }
      magnitude = quotient
      scale -= 1
      if magnitude.isZero { return .zero }
    }
    let value = Int128(magnitude.low)
    return Decimal(coefficient: isNegative ? -value : value, scale: scale)
  }

  /// The magnitudes of both at the same scale.
  private static func aligned(_ first: Decimal, _ second: Decimal) -> (Wide, Wide, scale: Int) {
    let scale = max(first.scale, second.scale)
    return (
      Wide.product(first.magnitude, Wide.powers[scale - first.scale]),
      Wide.product(second.magnitude, Wide.powers[scale - second.scale]), scale
    )
  }

  /// The exact sum, or nil when it has more than 38 digits.
  public func adding(_ other: Decimal) -> Decimal? {
    if scale == other.scale {
      let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
      if !overflow, sum.magnitude < Wide.powers[Self.digitLimit] { return Decimal(coefficient: sum, scale: scale) }
    }
    let (first, second, scale) = Self.aligned(self, other)
    if isNegative == other.isNegative { return Self.fit(first + second, scale: scale, isNegative: isNegative) }
    return first < second
      ? Self.fit(second - first, scale: scale, isNegative: other.isNegative)
      : Self.fit(first - second, scale: scale, isNegative: isNegative)
  }

  public var negated: Decimal { Decimal(coefficient: -coefficient, scale: scale) }

  /// The exact difference, or nil when it has more than 38 digits.
  public func subtracting(_ other: Decimal) -> Decimal? { adding(other.negated) }

  /// The exact product, or nil when it has more than 38 digits.
  public func multiplying(by other: Decimal) -> Decimal? {
    Self.fit(
      Wide.product(magnitude, other.magnitude), scale: scale + other.scale, isNegative: isNegative != other.isNegative)
  }

  /// The quotient, rounded half to even to 28 significant digits, or nil for a division by zero or an overflow.
  public func dividing(by other: Decimal) -> Decimal? {
    guard other.coefficient != 0 else { return nil }
    guard coefficient != 0 else { return .zero }
    // One digit more than are kept, and a last digit that is never 0 or 5 while anything remains behind it.
    let shift = max(0, Wide(other.magnitude).digitCount - Wide(magnitude).digitCount + Self.divisionDigits + 1)
    // Where the shift is above 38 the magnitude has less than 29 digits, and 29 altogether after the first step.
    let first = Wide.product(magnitude, Wide.powers[max(0, shift - Self.digitLimit)])
    let numerator = Wide.product(first.low, Wide.powers[min(shift, Self.digitLimit)])
    var (quotient, remainder) = numerator.divided(by: other.magnitude)
    if remainder != 0, quotient.low % 5 == 0 { quotient.low += 1 }
    var scale = scale - other.scale + shift
    let drop = max(quotient.digitCount - Self.divisionDigits, scale - Self.digitLimit)
    if drop > 0 {
      quotient = Self.halfEven(quotient, dropping: drop)
      scale -= drop
    }
    while scale > 0 {
      let (shorter, rest) = quotient.divided(by: 10)
      guard rest == 0 else { break }
      quotient = shorter
      scale -= 1
    }
    if scale < 0 {
      guard -scale <= Self.digitLimit, quotient.digitCount - scale <= Self.digitLimit else { return nil }
      quotient = Wide.product(quotient.low, Wide.powers[-scale])
      scale = 0
    }
    return Self.fit(quotient, scale: scale, isNegative: isNegative != other.isNegative)
  }

  private static func halfEven(_ value: Wide, dropping count: Int) -> Wide {
    guard count <= digitLimit else { return Wide(0) }
    let power = Wide.powers[count]
    let (quotient, remainder) = value.divided(by: power)
    let half = power / 2
    let roundsUp = remainder > half || (remainder == half && quotient.low % 2 == 1)
    return roundsUp ? quotient + Wide(1) : quotient
  }

  /// How a half is rounded.
  public enum Rounding: Sendable {
    /// Away from zero, as taught at school.
    case halfUp
    /// To the even neighbour.
    case halfEven
  }

  /// Rounded to so many digits behind the point; a negative number of digits rounds to tens, hundreds and so on.
  public func rounded(to digits: Int, _ rounding: Rounding = .halfUp) -> Decimal {
    guard digits < scale else { return self }
    let drop = scale - digits
    guard drop <= Self.digitLimit else { return .zero }
    let power = Wide.powers[drop]
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: power)
    let half = power / 2
    let roundsUp: Bool
    switch rounding {
    case .halfUp: roundsUp = remainder >= half && drop > 0
    case .halfEven: roundsUp = remainder > half || (remainder == half && quotient % 2 == 1)
    }
    var value = Wide(quotient + (roundsUp ? 1 : 0))
    if digits < 0 { value = Wide.product(value.low, Wide.powers[min(-digits, Self.digitLimit)]) }
    return Self.fit(value, scale: max(digits, 0), isNegative: isNegative) ?? self
  }

  /// The whole part, cut towards zero, or nil when it is beyond 64 bits.
  public var truncated: Int64? { Int64(exactly: coefficient / Int128(Wide.powers[scale])) }

  /// The nearest double.
  public var double: Double { Double(description) ?? 0 }
}

extension Decimal: Hashable, Comparable, CustomStringConvertible {
  public static func == (first: Decimal, second: Decimal) -> Bool {
    if first.scale == second.scale { return first.coefficient == second.coefficient }
    let (one, two, _) = aligned(first, second)
    return one == two && (first.isNegative == second.isNegative)
  }

  public static func < (first: Decimal, second: Decimal) -> Bool {
    if first.scale == second.scale { return first.coefficient < second.coefficient }
    if first.isNegative != second.isNegative { return first.isNegative }
    let (one, two, _) = aligned(first, second)
    return first.isNegative ? two < one : one < two
  }

  public func hash(into hasher: inout Hasher) {
    let normal = normalized
    hasher.combine(normal.coefficient)
    hasher.combine(normal.scale)
  }

  /// The digits with a point, without exponent and without zeros at the end.
  public var description: String {
    let normal = normalized
    guard normal.scale > 0 else { return String(normal.coefficient) }
    var digits = String(normal.magnitude)
    if digits.utf8.count <= normal.scale {
      digits = String(repeating: "0", count: normal.scale - digits.utf8.count + 1) + digits
    }
    let point = digits.utf8.count - normal.scale
    return (normal.isNegative ? "-" : "") + String(digits.prefix(point)) + "." + String(digits.suffix(normal.scale))
  }
}
