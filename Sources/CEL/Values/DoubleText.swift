/// Doubles as text, in the forms that CEL prints.
enum DoubleText {
  /// The shortest text that reads back as the same number, as the runtimes of CEL write it: `0.25`, `100000`, `1e+06`.
  static func shortest(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    let whole = parts[0].prefix { $0 != UInt8(ascii: ".") }
    let all = Array(whole) + Array(parts[0].dropFirst(whole.count + 1))
    let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    let digits = Array(all.dropFirst(zeros).reversed().drop { $0 == UInt8(ascii: "0") }.reversed())
    let sign = value.sign == .minus ? "-" : ""
    guard let first = digits.first else { return sign + "0" }
    func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
    let written = parts.count > 1 ? Int(text(parts[1])) ?? 0 : 0
    // The power of ten of the first digit.
    let exponent = whole.count - 1 - zeros + written
    if exponent < -4 || exponent >= 6 {
      let rest = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
      return sign + text([first]) + rest + (exponent < 0 ? "e-" : "e+") + CivilDate.padded(abs(exponent), 2)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + text(digits) }
    let head = digits.prefix(exponent + 1)
    let tail = digits.dropFirst(exponent + 1)
    let padding = String(repeating: "0", count: exponent + 1 - head.count)
    return sign + text(head) + padding + (tail.isEmpty ? "" : "." + text(tail))
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
