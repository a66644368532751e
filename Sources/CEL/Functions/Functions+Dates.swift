extension FunctionTable {
  static let dates: [FunctionEntry] = [
    FunctionEntry(
      "date", .function,
      [Signature([.string], .date), Signature([.date], .date), Signature([.timestamp, .string], .date)],
      "The day that a text names, or the day of a point in time in a time zone.",
      example: "date(timestamp('2025-12-31T23:30:00Z'), 'Europe/Brussels')", gives: "date('2026-01-01')"
    ) { activation, values in
      if values.count == 2, values[0].kind == .timestamp {
        let (offset, problem) = zone(values, &activation)
        let day = CivilDate(days: (values[0].payload + offset).flooredDays)
        return problem ?? day.map { .date($0) } ?? .error(.overflow)
      }
      guard values.count == 1 else { return nil }
      if values[0].kind == .date { return values[0] }
      guard values[0].kind == .string else { return nil }
      let date = activation.withBytes(of: values[0]) { CivilDate($0) }
      return date.map { .date($0) } ?? notA("date", values[0], &activation)
    },
    FunctionEntry(
      "addDays", .method, [Signature([.date, .int], .date)], "The day so many days later.",
      example: "date('2025-12-31').addDays(60)", gives: "date('2026-03-01')"
    ) { _, values in shifted(values) { $0.addingDays($1) } },
    FunctionEntry(
      "addMonths", .method, [Signature([.date, .int], .date)],
      "The same day so many months later, or the last day of a month that is shorter.",
      example: "date('2025-01-31').addMonths(1)", gives: "date('2025-02-28')"
    ) { _, values in shifted(values) { $0.addingMonths($1) } },
    FunctionEntry(
      "addYears", .method, [Signature([.date, .int], .date)],
      "The same day so many years later; 29 February becomes the 28th where there is none.",
      example: "date('2024-02-29').addYears(1)", gives: "date('2025-02-28')"
    ) { _, values in shifted(values) { $0.addingYears($1) } },
    FunctionEntry(
      "daysUntil", .method, [Signature([.date, .date], .int)], "The days from this date to the other.",
      example: "date('2025-01-01').daysUntil(date('2025-12-31'))", gives: "364"
    ) { _, values in
      guard values.count == 2, let from = values[0].asDate, let to = values[1].asDate else { return nil }
      return .int(to.days - from.days)
    },
    FunctionEntry(
      "monthsBetween", .method, [Signature([.date, .date], .int)], "The whole months from this date to the other.",
      example: "date('2025-01-15').monthsBetween(date('2025-03-14'))", gives: "1"
    ) { _, values in
      guard values.count == 2, let from = values[0].asDate, let to = values[1].asDate else { return nil }
      return .int(from.months(until: to))
    },
    FunctionEntry(
      "year", .method, [Signature([.date], .int)], "The year of a date.", example: "date('2025-12-31').year()",
      gives: "2025"
    ) { _, values in part(values, \.year) },
    FunctionEntry(
      "month", .method, [Signature([.date], .int)], "The month of a date, 1 to 12.",
      example: "date('2025-12-31').month()", gives: "12"
    ) { _, values in part(values, \.month) },
    FunctionEntry(
      "day", .method, [Signature([.date], .int)], "The day of the month, 1 to 31.",
      example: "date('2025-12-31').day()", gives: "31"
    ) { _, values in part(values, \.day) },
    FunctionEntry(
      "isMonthEnd", .method, [Signature([.date], .bool)], "Whether the date is the last day of its month.",
      example: "date('2025-02-28').isMonthEnd()", gives: "true"
    ) { _, values in
      guard values.count == 1, let parts = values[0].asDate?.parts else { return nil }
      return .bool(parts.day == CivilDate.length(ofMonth: parts.month, in: parts.year))
    },
  ]

  private static func shifted(_ values: Arguments, _ shift: (CivilDate, Int64) -> CivilDate?) -> Value? {
    guard values.count == 2, let date = values[0].asDate, let count = values[1].asInt else { return nil }
    return shift(date, count).map { .date($0) } ?? .error(.overflow)
  }

  private static func part(_ values: Arguments, _ part: (CivilDate) -> Int) -> Value? {
    values.count == 1 ? values[0].asDate.map { .int(part($0)) } : nil
  }
}
