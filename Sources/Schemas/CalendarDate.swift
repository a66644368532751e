/// Reads ISO 8601 calendar dates of the proleptic Gregorian calendar.
enum CalendarDate {
  /// The days since 1970-01-01 of a text `YYYY-MM-DD` with a year from 1, the bytes of a range; nil for any other text.
  static func days(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int64? {
    let start = range.lowerBound
    guard range.count == 10, source[start + 4] == UInt8(ascii: "-"), source[start + 7] == UInt8(ascii: "-"),
      let year = number(source, start..<start + 4), let month = number(source, start + 5..<start + 7),
      let day = number(source, start + 8..<start + 10), year > 0, (1...12).contains(month), day > 0
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31
    guard day <= length else { return nil }
    // Howard Hinnant, chrono-compatible low-level date algorithms: days_from_civil.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static func number(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for offset in range {
      let digit = source[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
