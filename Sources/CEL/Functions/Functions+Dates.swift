extension FunctionTable {
  static let dates: [FunctionEntry] = [
    FunctionEntry(
      "date", .function,
      [Signature([.string], .date), Signature([.date], .date), Signature([.timestamp, .string], .date)],
      "The day that a text names, or the day of a point in time in a time zone.", example: "date('2025-12-31')"
    ) { activation, values in
      if values.count == 2, values[0].kind == .timestamp {
        let (offset, problem) = zone(values, &activation)
        let day = CivilDate(days: (values[0].payload + offset).flooredDays)
        return problem ?? day.map { .date($0) } ?? .error(.overflow)
      }
      guard values.count == 1 else { return nil }
      if values[0].kind == .date { return values[0] }
      guard let text = activation.string(of: values[0]) else { return nil }
      return CivilDate(text).map { .date($0) } ?? notA("date", values[0], &activation)
    },
    FunctionEntry(
      "addDays", .method, [Signature([.date, .int], .date)], "The day so many days later.",
      example: "report.period.to.addDays(60)"
    ) { _, values in shifted(values) { $0.addingDays($1) } },
    FunctionEntry(
      "addMonths", .method, [Signature([.date, .int], .date)],
      "The same day so many months later, or the last day of a month that is shorter.",
      example: "date('2025-01-31').addMonths(1) == date('2025-02-28')"
    ) { _, values in shifted(values) { $0.addingMonths($1) } },
    FunctionEntry(
      "addYears", .method, [Signature([.date, .int], .date)],
      "The same day so many years later; 29 February becomes the 28th where there is none.",
      example: "date('2024-02-29').addYears(1) == date('2025-02-28')"
    ) { _, values in shifted(values) { $0.addingYears($1) } },
    FunctionEntry(
      "daysUntil", .method, [Signature([.date, .date], .int)], "The days from this date to the other.",
      example: "report.period.from.daysUntil(report.period.to) >= 364"
    ) { _, values in
      guard values.count == 2, let from = values[0].asDate, let to = values[1].asDate else { return nil }
      return .int(to.days - from.days)
    },
    FunctionEntry(
      "monthsBetween", .method, [Signature([.date, .date], .int)], "The whole months from this date to the other.",
      example: "date('2025-01-15').monthsBetween(date('2025-03-14')) == 1"
    ) { _, values in
      guard values.count == 2, let from = values[0].asDate, let to = values[1].asDate else { return nil }
      return .int(from.months(until: to))
    },
    FunctionEntry(
      "year", .method, [Signature([.date], .int)], "The year of a date.", example: "report.period.to.year() == 2025"
    ) { _, values in part(values, \.year) },
    FunctionEntry(
      "month", .method, [Signature([.date], .int)], "The month of a date, 1 to 12.",
      example: "report.period.to.month() == 12"
    ) { _, values in part(values, \.month) },
    FunctionEntry(
      "day", .method, [Signature([.date], .int)], "The day of the month, 1 to 31.",
      example: "report.period.to.day() == 31"
    ) { _, values in part(values, \.day) },
  ]

  private static func shifted(_ values: [Value], _ shift: (CivilDate, Int64) -> CivilDate?) -> Value? {
    guard values.count == 2, let date = values[0].asDate, let count = values[1].asInt else { return nil }
    return shift(date, count).map { .date($0) } ?? .error(.overflow)
  }

  private static func part(_ values: [Value], _ part: (CivilDate) -> Int) -> Value? {
    values.count == 1 ? values[0].asDate.map { .int(part($0)) } : nil
  }
}
