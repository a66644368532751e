/// A day of the Gregorian calendar, in the years 1 to 9999, without time and time zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let days: Int64

  static let firstDay: Int64 = -719_162
  static let lastDay: Int64 = 2_932_896

  /// Nil before 0001-01-01 and after 9999-12-31.
  public init?(days: Int64) {
    guard days >= Self.firstDay, days <= Self.lastDay else { return nil }
    self.days = days
  }

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    days = Self.days(year: year, month: month, day: day)
  }

  /// Reads `2025-12-31`; nil for any other form and when there is no such day.
  public init?(_ text: String) {
    guard let date = Array(text.utf8).withUnsafeBufferPointer({ Self($0) }) else { return nil }
    self = date
  }

  /// The same from bytes, which are read in place.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    let (century, year, month, day) = (text.pair(at: 0), text.pair(at: 2), text.pair(at: 5), text.pair(at: 8))
    guard century < 100, year < 100 else { return nil }
    self.init(year: century * 100 + year, month: month, day: day)
  }

  // MARK: - Parts

  /// Counts years from March, so that the leap day is the last of its year.
  private static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // MARK: - Arithmetic

  /// Nil beyond the years 1 to 9999, as in all of these.
  public func addingDays(_ count: Int64) -> CivilDate? {
    let (sum, overflow) = days.addingReportingOverflow(count)
    return overflow ? nil : CivilDate(days: sum)
  }

  /// The same day of another month, or the last day of that month where it is shorter.
  public func addingMonths(_ count: Int64) -> CivilDate? {
    guard count.magnitude < 1_000_000 else { return nil }
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + Int(count)
    guard index >= 12 else { return nil }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return CivilDate(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
  }

  /// The same day of another year; 29 February becomes the 28th where there is none.
  public func addingYears(_ count: Int64) -> CivilDate? {
    count.magnitude < 100_000 ? addingMonths(count * 12) : nil
  }

  /// The whole months until the other date; negative when it is earlier.
  public func months(until other: CivilDate) -> Int64 {
    if other < self { return -other.months(until: self) }
    let (from, to) = (parts, other.parts)
    var count = Int64((to.year - from.year) * 12 + to.month - from.month)
    if let end = addingMonths(count), end > other { count -= 1 }
    return count
  }

  public static func < (first: CivilDate, second: CivilDate) -> Bool { first.days < second.days }

  /// `2025-12-31`.
  public var description: String {
    let (year, month, day) = parts
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
