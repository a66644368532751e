/// A point in time, or a length of time, in seconds and the nanoseconds behind them (0 to 999,999,999).
struct Instant: Equatable, Comparable {
  let seconds: Int64
  let nanoseconds: Int64

  init(seconds: Int64, nanoseconds: Int64) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Carries nanoseconds of any size into the seconds; nil when they do not fit.
  init?(carrying nanoseconds: Int64, into seconds: Int64) {
    var carry = nanoseconds / 1_000_000_000
    var rest = nanoseconds % 1_000_000_000
    if rest < 0 {
      rest += 1_000_000_000
      carry -= 1
    }
    let (sum, overflow) = seconds.addingReportingOverflow(carry)
    if overflow { return nil }
    self.init(seconds: sum, nanoseconds: rest)
  }

  /// From a whole number of nanoseconds.
  init?(nanoseconds: Int128) {
    var (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 {
      rest += 1_000_000_000
      seconds -= 1
    }
    guard let whole = Int64(exactly: seconds) else { return nil }
    self.init(seconds: whole, nanoseconds: Int64(rest))
  }

  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  static func < (first: Instant, second: Instant) -> Bool {
    first.seconds != second.seconds ? first.seconds < second.seconds : first.nanoseconds < second.nanoseconds
  }

  func adding(_ other: Instant) -> Instant? {
    Instant(nanoseconds: totalNanoseconds + other.totalNanoseconds)
  }

  func subtracting(_ other: Instant) -> Instant? {
    Instant(nanoseconds: totalNanoseconds - other.totalNanoseconds)
  }

  // MARK: - Points in time

  /// Whether this is a point in the years 1 to 9999.
  var isTimestamp: Bool { seconds >= -62_135_596_800 && seconds <= 253_402_300_799 }

  /// Whether this length fits 64 bits of nanoseconds, as CEL wants.
  var isDuration: Bool { Int64(exactly: totalNanoseconds) != nil }

  /// Reads an RFC 3339 date and time.
  static func parse(timestamp text: String) -> Instant? {
    Array(text.utf8).withUnsafeBufferPointer { parse(timestamp: $0) }
  }

  /// The same from bytes, which are read in place.
  static func parse(timestamp text: UnsafeBufferPointer<UInt8>) -> Instant? {
    guard text.count >= 20, text[10] | 0x20 == UInt8(ascii: "t"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), let date = CivilDate(UnsafeBufferPointer(rebasing: text[..<10]))
    else { return nil }
    let (hour, minute, second) = (text.pair(at: 11), text.pair(at: 14), text.pair(at: 17))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    var index = 19
    var nanoseconds: Int64 = 0
    if text[index] == UInt8(ascii: ".") {
      index += 1
      var unit: Int64 = 100_000_000
      let start = index
      while index < text.count, Lexer.isDigit(text[index]) {
        nanoseconds += Int64(text[index] - UInt8(ascii: "0")) * unit
        unit /= 10
        index += 1
      }
      guard index > start else { return nil }
    }
    guard let offset = Self.offset(text, from: index) else { return nil }
    let seconds = date.days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
    let instant = Instant(seconds: seconds, nanoseconds: nanoseconds)
    return instant.isTimestamp ? instant : nil
  }

  /// Seconds east of UTC for `Z`, `+02:00`, `-09:30` or `02:00`, the rest of a text; nil for the name of a zone.
  static func offset(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int64? {
    if text.count == start + 1 { return text[start] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    guard text.count > start else { return nil }
    let isNegative = text[start] == UInt8(ascii: "-")
    let digits = isNegative || text[start] == UInt8(ascii: "+") ? start + 1 : start
    guard text.count == digits + 5, text[digits + 2] == UInt8(ascii: ":") else { return nil }
    let (hour, minute) = (text.pair(at: digits), text.pair(at: digits + 3))
    guard hour < 24, minute < 60 else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60)
    return isNegative ? -seconds : seconds
  }

  /// As RFC 3339 in UTC.
  var timestampText: String {
    let day = seconds.flooredDays
    let rest = Int(seconds - day * 86_400)
    let date = CivilDate(days: day).map(\.description) ?? "?"
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { CivilDate.padded($0, 2) }.joined(separator: ":")
    return date + "T" + time + fraction(nanoseconds) + "Z"
  }

  private func fraction(_ nanoseconds: Int64) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = CivilDate.padded(Int(nanoseconds), 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  // MARK: - Lengths of time

  /// Reads `1h30m`, `-1.5s`, `250ms`.
  static func parse(duration text: String) -> Instant? {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    if bytes.elementsEqual("0".utf8) { return Instant(seconds: 0, nanoseconds: 0) }
    guard !bytes.isEmpty, bytes.count <= 100 else { return nil }
    var total = Int128(0)
    while !bytes.isEmpty {
      let digits = bytes.prefix { Lexer.isDigit($0) || $0 == UInt8(ascii: ".") }
      bytes = bytes.dropFirst(digits.count)
      let unit = bytes.prefix { !Lexer.isDigit($0) && $0 != UInt8(ascii: ".") }
      bytes = bytes.dropFirst(unit.count)
      guard let number = Decimal(String(decoding: digits, as: UTF8.self)),
        let factor = units[String(decoding: unit, as: UTF8.self)],
        let length = number.multiplying(by: Decimal(factor))
      else { return nil }
      total += length.coefficient / Int128(Wide.powers[length.scale])
      if total > Int128(Int64.max) * 1_000_000_000 { return nil }
    }
    return Instant(nanoseconds: isNegative ? -total : total)
  }

  private static let units: [String: Int64] = [
    "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000, "us": 1000, "µs": 1000,
    "μs": 1000, "ns": 1,
  ]

  /// In seconds, as `1.5s`.
  var durationText: String {
    let total = totalNanoseconds
    let (whole, rest) = total.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (total < 0 ? "-" : "") + String(whole) + fraction(Int64(rest)) + "s"
  }
}
