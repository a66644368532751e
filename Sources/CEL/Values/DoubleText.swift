/// Doubles as text, in the forms that CEL prints.
enum DoubleText {
  /// The shortest text that reads back as the same number.
  static func shortest(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }

  /// The exact digits of a finite number: whole part and fraction.
  private static func digits(_ value: Double) -> (whole: [UInt8], fraction: [UInt8]) {
    // value = significand · 2^exponent, kept as a long number in base 10.
    let exponent = Int(value.exponentBitPattern) == 0 ? -1074 : Int(value.exponentBitPattern) - 1075
    let significand = value.significandBitPattern | (value.exponentBitPattern == 0 ? 0 : 1 << 52)
    var number = Array(String(significand).utf8.map { $0 - UInt8(ascii: "0") })
    if exponent >= 0 {
      for _ in 0..<exponent { multiply(&number, by: 2) }
      return (number, [])
    }
    // Dividing by 2^n is multiplying by 5^n and moving the point n places.
    for _ in 0..<(-exponent) { multiply(&number, by: 5) }
    let places = -exponent
    if number.count <= places { number = Array(repeating: 0, count: places - number.count + 1) + number }
    return (Array(number.dropLast(places)), Array(number.suffix(places)))
  }

  private static func multiply(_ number: inout [UInt8], by factor: UInt8) {
    var carry: UInt8 = 0
    for index in number.indices.reversed() {
      let product = number[index] * factor + carry
      number[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { number.insert(carry, at: 0) }
  }

  /// Keeps `count` digits, rounding half to even; the result may have one digit more.
  private static func round(_ digits: [UInt8], keeping count: Int) -> [UInt8] {
    guard count < digits.count else { return digits + Array(repeating: 0, count: count - digits.count) }
    var kept = Array(digits.prefix(count))
    let rest = digits.suffix(from: count)
    let next = rest.first ?? 0
    let isExactHalf = next == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let roundsUp = next > 5 || (next == 5 && !isExactHalf) || (isExactHalf && (kept.last ?? 0) % 2 == 1)
    guard roundsUp else { return kept }
    var index = kept.count - 1
    while index >= 0 {
      kept[index] += 1
      if kept[index] < 10 { return kept }
      kept[index] = 0
      index -= 1
    }
    return [1] + kept
  }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  private static func special(_ value: Double) -> String? { value.isFinite ? nil : shortest(value) }

  /// With so many digits behind the point.
  static func fixed(_ value: Double, places: Int) -> String {
    if let special = special(value) { return special }
    let (whole, fraction) = digits(value)
    let rounded = round(whole + fraction, keeping: whole.count + places)
    let wholeCount = rounded.count - places
    let head = rounded.prefix(wholeCount).drop { $0 == 0 }
    let sign = value.sign == .minus ? "-" : ""
    return sign + (head.isEmpty ? "0" : text(head)) + (places > 0 ? "." + text(rounded.suffix(places)) : "")
  }

  /// As `1.052033e+03`, with so many digits behind the point.
  static func scientific(_ value: Double, places: Int) -> String {
    if let special = special(value) { return special }
    let (whole, fraction) = digits(value)
    let all = whole + fraction
    let leading = all.firstIndex { $0 != 0 }
    var exponent = leading.map { whole.count - 1 - $0 } ?? 0
    var rounded = round(Array(all.suffix(from: leading ?? all.endIndex)), keeping: places + 1)
    if rounded.count > places + 1 {
      exponent += 1
      rounded.removeLast()
    }
    let mantissa = text(rounded.prefix(1)) + (places > 0 ? "." + text(rounded.dropFirst()) : "")
    let power = CivilDate.padded(abs(exponent), 2)
    return (value.sign == .minus ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + power
  }
}
