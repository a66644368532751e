/// Points in time and lengths of time, as in CEL itself.
extension FunctionTable {
  static let moments: [FunctionEntry] =
    [
      FunctionEntry(
        "timestamp", .function, [.string, .int, .timestamp].map { Signature([$0], .timestamp) },
        "The point in time that an RFC 3339 text or a number of seconds since 1970 names.",
        example: "timestamp('2025-12-31T23:59:59Z') - timestamp('2025-12-31T00:00:00Z')", gives: "duration('86399s')"
      ) { activation, values in
        guard values.count == 1 else { return nil }
        switch values[0].kind {
        case .timestamp: return values[0]
        case .int: return activation.timestamp(Instant(seconds: values[0].payload, nanoseconds: 0))
        case .string:
          let point = activation.withBytes(of: values[0]) { Instant.parse(timestamp: $0) }
          return point.map { .timestamp($0) } ?? notA("timestamp", values[0], &activation)
        default: return nil
        }
      },
      FunctionEntry(
        "duration", .function, [.string, .duration].map { Signature([$0], .duration) },
        "The length of time that a text such as 1h30m names.", example: "duration('1h30m') + duration('36h')",
        gives: "duration('37.5h')"
      ) { activation, values in
        guard values.count == 1 else { return nil }
        switch values[0].kind {
        case .duration: return values[0]
        case .string:
          guard let length = Instant.parse(duration: activation.display(values[0])) else {
            return notA("duration", values[0], &activation)
          }
          return activation.duration(length)
        default: return nil
        }
      },
      accessor("getFullYear", "The year", gives: "2026") { date, _ in Int64(date.year) },
      accessor("getMonth", "The month, 0 to 11", gives: "1") { date, _ in Int64(date.month) - 1 },
      accessor("getDate", "The day of the month, 1 to 31", gives: "3") { date, _ in Int64(date.day) },
      accessor("getDayOfMonth", "The day of the month, 0 to 30", gives: "2") { date, _ in Int64(date.day) - 1 },
      accessor("getDayOfYear", "The day of the year, 0 to 365", gives: "33") { date, _ in
        CivilDate(year: date.year, month: 1, day: 1).map { date.days - $0.days } ?? 0
      },
      accessor("getDayOfWeek", "The day of the week, 0 (Sunday) to 6", gives: "2") { date, _ in
        (((date.days + 4) % 7) + 7) % 7
      },
    ] + [
      clock("getHours", "The hour, or the whole hours of a duration.", gives: "4", unit: 3600, limit: 24),
      clock("getMinutes", "The minute, or the whole minutes of a duration.", gives: "5", unit: 60, limit: 60),
      clock("getSeconds", "The second, or the whole seconds of a duration.", gives: "6", unit: 1, limit: 60),
      FunctionEntry(
        "getMilliseconds", .method,
        [
          Signature([.timestamp], .int), Signature([.timestamp, .string], .int), Signature([.duration], .int),
        ], "The milliseconds behind the second.", example: "timestamp('2026-02-03T04:05:06.789Z').getMilliseconds()",
        gives: "789"
      ) { activation, values in
        guard let value = values.first, value.kind == .timestamp || value.kind == .duration, values.count <= 2 else {
          return nil
        }
        if value.kind == .timestamp, let problem = zone(values, &activation).problem { return problem }
        if value.kind == .duration {
          return .int(Int64(truncatingIfNeeded: value.instant.totalNanoseconds / 1_000_000 % 1000))
        }
        return .int(value.instant.nanoseconds / 1_000_000)
      },
    ]

  /// The functions whose second argument names a time zone.
  static let zonedNames = Set(moments.map(\.name).filter { $0.hasPrefix("get") }).union(["date"])

  /// Seconds east of UTC at a point in time in the zone that the second argument names.
  static func zone(_ values: Arguments, _ activation: inout Activation) -> (offset: Int64, problem: Value?) {
    guard values.count == 2 else { return (0, nil) }
    guard values[1].kind == .string else { return (0, activation.noOverload("a time zone that is not a string")) }
    let text = activation.bytes(of: values[1])
    if let offset = text.withUnsafeBufferPointer({ Instant.offset($0, from: 0) }) { return (offset, nil) }
    if let zone = TimeZone(text) { return (zone.offset(at: values[0].payload), nil) }
    return (0, notA("time zone, such as Europe/Brussels or +01:00", values[1], &activation))
  }

  private static func local(_ values: Arguments, _ activation: inout Activation) -> (Int64, problem: Value?) {
    let (offset, problem) = zone(values, &activation)
    return (values[0].payload + offset, problem)
  }

  private static func accessor(
    _ name: String, _ documentation: String, gives value: String,
    _ part: @escaping @Sendable (CivilDate, Int64) -> Int64
  ) -> FunctionEntry {
    FunctionEntry(
      name, .method, [Signature([.timestamp], .int), Signature([.timestamp, .string], .int)],
      documentation + ", in UTC or in the time zone that is named.",
      example: "timestamp('2026-02-03T04:05:06Z').\(name)('Europe/Brussels')", gives: value
    ) { activation, values in
      guard let value = values.first, value.kind == .timestamp, values.count <= 2 else { return nil }
      let (seconds, problem) = local(values, &activation)
      if let problem { return problem }
      return CivilDate(days: seconds.flooredDays).map { .int(part($0, seconds)) } ?? .error(.overflow)
    }
  }

  private static func clock(_ name: String, _ documentation: String, gives value: String, unit: Int64, limit: Int64)
    -> FunctionEntry
  {
    FunctionEntry(
      name, .method,
      [Signature([.timestamp], .int), Signature([.timestamp, .string], .int), Signature([.duration], .int)],
      documentation, example: "timestamp('2026-02-03T04:05:06Z').\(name)()", gives: value
    ) { activation, values in
      guard let value = values.first, values.count <= 2 else { return nil }
      if value.kind == .duration, values.count == 1 {
        return .int(Int64(truncatingIfNeeded: value.instant.totalNanoseconds / 1_000_000_000) / unit)
      }
      guard value.kind == .timestamp else { return nil }
      let (seconds, problem) = local(values, &activation)
      let ofDay = ((seconds % 86_400) + 86_400) % 86_400
      return problem ?? .int(ofDay / unit % limit)
    }
  }
}
