/// A number as it is written, compared exactly: no digit is lost, whatever its size.
public struct LexicalNumber: Sendable {
  /// Whether it is below zero; zero is not.
  public private(set) var isNegative = false
  /// The significant digits, 0 to 9 each, without zeros at either end; empty for zero.
  public private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit; 0 for zero. Held within ±2^40.
  public private(set) var exponent = 0

  /// Reads a number of RFC 8259 §6; nil when the text is not one. A leading `+` is not.
  public init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    var negative = false
    if rest.first == UInt8(ascii: "-") {
      negative = true
      rest = rest.dropFirst()
    }
    let whole = Self.takeDigits(&rest)
    guard !whole.isEmpty, whole.count == 1 || whole[0] != 0 else { return nil }
    digits = whole
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = Self.takeDigits(&rest)
      guard !fraction.isEmpty else { return nil }
      digits += fraction
      exponent = -fraction.count
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      var sign = 1
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        rest = rest.dropFirst()
      }
      let power = Self.takeDigits(&rest)
      guard !power.isEmpty else { return nil }
      exponent += sign * power.reduce(0) { min($0 * 10 + Int($1), 1 << 40) }
    }
    guard rest.isEmpty else { return nil }
    if let first = digits.firstIndex(where: { $0 != 0 }) {
      digits.removeFirst(first)
    } else {
      digits = []
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { exponent = 0 }
    isNegative = negative && !digits.isEmpty
  }

  /// Whether there is nothing behind the decimal point.
  public var isInteger: Bool { exponent >= 0 }

  /// The value when it is a whole number of 64 bits.
  public var int64: Int64? {
    guard isInteger, digits.count + exponent <= 19 else { return nil }
    var value: Int64 = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowedSum) = shifted.subtractingReportingOverflow(Int64(digit))
      guard !overflowed, !overflowedSum else { return nil }
      value = sum
    }
    guard !isNegative else { return value }
    return value == .min ? nil : -value
  }

  /// Digits without point and the number of them behind the point, when at most 18 digits are needed.
  public var inline: (coefficient: Int64, scale: UInt8)? {
    let scale = max(0, -exponent)
    guard scale <= 18, digits.count + max(0, exponent) <= 18 else { return nil }
    var value: Int64 = 0
    for digit in digits { value = value * 10 + Int64(digit) }
    for _ in 0..<max(0, exponent) { value *= 10 }
    return (isNegative ? -value : value, UInt8(scale))
  }

  /// The number without an exponent, as XML Schema's `decimal` wants it; nil when that takes over 400 digits.
  public var plainText: String? {
    guard digits.count + abs(exponent) <= 400 else { return nil }
    var text = digits.map { String($0) }.joined()
    if exponent > 0 {
      text += String(repeating: "0", count: exponent)
    } else if exponent < 0 {
      let missing = 1 - exponent - text.count
      if missing > 0 { text = String(repeating: "0", count: missing) + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
    }
    return (isNegative ? "-" : "") + (text.isEmpty ? "0" : text)
  }

  /// The same for equal numbers and different otherwise.
  public var canonical: String {
    (isNegative ? "-" : "") + digits.map { String($0) }.joined() + "e\(exponent)"
  }

  public static func < (left: LexicalNumber, right: LexicalNumber) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative ? right.magnitudeIsLess(than: left) : left.magnitudeIsLess(than: right)
  }

  private func magnitudeIsLess(than other: LexicalNumber) -> Bool {
    guard !digits.isEmpty, !other.digits.isEmpty else { return digits.isEmpty && !other.digits.isEmpty }
    let order = digits.count + exponent
    let otherOrder = other.digits.count + other.exponent
    return order == otherOrder ? digits.lexicographicallyPrecedes(other.digits) : order < otherOrder
  }

  private static func takeDigits<Bytes: Collection<UInt8>>(_ rest: inout Bytes) -> [UInt8]
  where Bytes.SubSequence == Bytes {
    let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(run.count)
    return run.map { $0 - UInt8(ascii: "0") }
  }
}
