/// Reads ISO 8601 calendar dates of the proleptic Gregorian calendar.
enum CalendarDate {
  /// The days since 1970-01-01 of a text `YYYY-MM-DD` with a year from 1, the bytes of a range; nil for any other text.
  @inline(__always)
  static func days(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int64? {
    guard range.count == 10 else { return nil }
    // The first eight bytes are `YYYY-MM-`, the last eight `YY-MM-DD`; zeros in the place of the hyphens.
    let first = source.word(at: range.lowerBound) ^ 0x2D30_302D_3030_3030
    let last = source.word(at: range.lowerBound &+ 2) ^ 0x3030_2D30_302D_3030
    // Six more than a digit has no high half either.
    let others = (first | (first &+ 0x0006_0600_0606_0606) | last | (last &+ 0x0606_0006_0600_0606))
    guard others & 0xF0F0_F0F0_F0F0_F0F0 == 0, (first >> 32) & 0xFF == 0, first >> 56 == 0 else { return nil }
    func two(_ word: UInt64, _ byte: UInt64) -> Int {
      Int(truncatingIfNeeded: ((word &>> (byte &* 8)) & 0xF) &* 10 &+ ((word &>> (byte &* 8 &+ 8)) & 0xF))
    }
    return days(year: two(first, 0) &* 100 &+ two(first, 2), month: two(first, 5), day: two(last, 6))
  }

  @inline(__always)
  private static func days(year: Int, month: Int, day: Int) -> Int64? {
    guard year > 0, month > 0, month <= 12, day > 0 else { return nil }
    if day > 28 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = month == 2 ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31
      guard day <= length else { return nil }
    }
    // Howard Hinnant, chrono-compatible low-level date algorithms: days_from_civil.
    let shifted = month <= 2 ? year &- 1 : year
    let era = shifted / 400
    let yearOfEra = shifted &- era &* 400
    let dayOfYear = (153 &* (month &+ (month > 2 ? -3 : 9)) &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return Int64(era &* 146_097 &+ dayOfEra &- 719_468)
  }
}
