/// A length of time in months and days, as ISO 8601 writes it: `P2M`, `P1Y6M`, `P2W`, `P30D`.
struct CalendarLength: Equatable {
  let months: Int64
  let days: Int64

  /// Reads years, months, weeks and days, in this order and each at most once; nil for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var units: [(letter: UInt8, months: Int64, days: Int64)] = [
      (UInt8(ascii: "Y"), 12, 0), (UInt8(ascii: "M"), 1, 0), (UInt8(ascii: "W"), 0, 7), (UInt8(ascii: "D"), 0, 1),
    ]
    var months: Int64 = 0
    var days: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix(while: Lexer.isDigit)
      rest = rest.dropFirst(digits.count)
      guard (1...6).contains(digits.count), let letter = rest.popFirst(),
        let index = units.firstIndex(where: { $0.letter == letter })
      else { return nil }
      let count = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
      months += count * units[index].months
      days += count * units[index].days
      units.removeFirst(index + 1)
    }
    self.months = months
    self.days = days
  }

  /// The day that so much later is: first the months, up to the end of the month, then the days; nil beyond year 9999.
  func after(_ date: CivilDate) -> CivilDate? { date.addingMonths(months)?.addingDays(days) }
}
