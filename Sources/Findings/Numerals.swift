/// How a language writes numbers, dates and answers.
extension Language {
  private var decimalMark: String { self == .en ? "." : "," }

  /// French groups by a narrow no-break space.
  private var groupMark: String {
    switch self {
    case .en: ","
    case .fr: "\u{202F}"
    case .nl, .de: "."
    }
  }

  /// A whole number with its thousands grouped.
  public func integer(_ number: Int) -> String {
    number < 0 ? "-" + grouped(String(number.magnitude)) : grouped(String(number))
  }

  /// A decimal as the engine writes it, rounded half up to a number of places; nil where the text is no decimal.
  ///
  /// - Parameters:
  ///   - shift: By how many places the point moves to the right: 2 for percent.
  ///   - cents: Whether a fraction always has all its places.
  public func decimal(_ text: String, places: Int = 2, shift: Int = 0, cents: Bool = false) -> String? {
    var digits: [UInt8] = []
    var point: Int?
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where point == nil && !digits.isEmpty: point = digits.count
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard !digits.isEmpty, point != digits.count else { return nil }
    let whole = (point ?? digits.count) + shift
    while digits.count < whole + places + 1 { digits.append(0) }
    let carry = digits[whole + places] >= 5
    digits.removeLast(digits.count - whole - places)
    if carry { increment(&digits) }
    let split = digits.count - places
    let integral = digits[..<split].drop { $0 == 0 }.map(String.init).joined()
    var fraction = digits[split...]
    if !cents || fraction.allSatisfy({ $0 == 0 }) {
      while fraction.last == 0 { fraction.removeLast() }
    }
    let sign = negative && digits.contains { $0 != 0 } ? "-" : ""
    let start = sign + grouped(integral.isEmpty ? "0" : integral)
    return fraction.isEmpty ? start : start + decimalMark + fraction.map(String.init).joined()
  }

  /// A share between 0 and 1 in percent; nil where the text is no decimal.
  public func percent(share text: String, places: Int = 2) -> String? {
    decimal(text, places: places, shift: 2).map(withPercentSign)
  }

  /// A decimal that is percent already; nil where the text is no decimal.
  public func percent(_ text: String, places: Int = 6) -> String? { decimal(text, places: places).map(withPercentSign) }

  /// A whole number of percent.
  public func percent(_ number: Int) -> String { withPercentSign(integer(number)) }

  /// A number of hours; nil where the text is no decimal.
  public func hours(_ text: String) -> String? { decimal(text, places: 1).map { $0 + "\u{A0}h" } }

  /// Whether something is so: yes or no.
  public func answer(_ isSo: Bool) -> String {
    switch self {
    case .en: isSo ? "yes" : "no"
    case .fr: isSo ? "oui" : "non"
    case .nl: isSo ? "ja" : "nee"
    case .de: isSo ? "ja" : "nein"
    }
  }

  /// A date of ISO 8601 in its long form; the text itself where it is none.
  public func date(_ iso: String) -> String {
    let parts = iso.utf8.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0, 1...12 ~= month,
      1...31 ~= day
    else { return iso }
    let name = Self.months[month - 1][self]
    switch self {
    case .en, .nl: return "\(day) \(name) \(year)"
    case .fr: return "\(day == 1 ? "1er" : String(day)) \(name) \(year)"
    case .de: return "\(day). \(name) \(year)"
    }
  }

  /// An amount of money in euro.
  public func euro(_ text: String) -> String? {
    decimal(text, cents: true).map { number in
      switch self {
      case .en: "€" + number
      case .nl: "€\u{A0}" + number
      case .fr, .de: number + "\u{A0}€"
      }
    }
  }

  private static let months: [LocalizedText] = [
    LocalizedText(en: "January", fr: "janvier", nl: "januari", de: "Januar"),
    LocalizedText(en: "February", fr: "février", nl: "februari", de: "Februar"),
    LocalizedText(en: "March", fr: "mars", nl: "maart", de: "März"),
    LocalizedText(en: "April", fr: "avril", nl: "april", de: "April"),
    LocalizedText(en: "May", fr: "mai", nl: "mei", de: "Mai"),
    LocalizedText(en: "June", fr: "juin", nl: "juni", de: "Juni"),
    LocalizedText(en: "July", fr: "juillet", nl: "juli", de: "Juli"),
    LocalizedText(en: "August", fr: "août", nl: "augustus", de: "August"),
    LocalizedText(en: "September", fr: "septembre", nl: "september", de: "September"),
    LocalizedText(en: "October", fr: "octobre", nl: "oktober", de: "Oktober"),
    LocalizedText(en: "November", fr: "novembre", nl: "november", de: "November"),
    LocalizedText(en: "December", fr: "décembre", nl: "december", de: "Dezember"),
  ]

  private func withPercentSign(_ number: String) -> String {
    switch self {
    case .en, .nl: number + "%"
    case .fr: number + "\u{202F}%"
    case .de: number + "\u{A0}%"
    }
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += groupMark }
      result.append(digit)
    }
    return result
  }

  private func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}
