/// Reporting periods and the days that are due after them.
extension FunctionTable {
  static let periods: [FunctionEntry] = [
    FunctionEntry(
      "follows", .method, [Signature([period, period], .bool)],
      "Whether the period begins on the day after the other one ends.",
      example: "{'from': date('2025-01-01'), 'to': date('2025-12-31')}"
        + ".follows({'from': date('2024-01-01'), 'to': date('2024-12-31')})", gives: "true"
    ) { activation, values in
      guard values.count == 2, let period = days(values[0], activation), let earlier = days(values[1], activation)
      else {
        return nil
      }
      return .bool(period.from.days == earlier.to.days + 1)
    },
    FunctionEntry(
      "months", .method, [Signature([period], .int)], "The whole months that the period lasts.",
      example: "{'from': date('2025-01-01'), 'to': date('2025-12-31')}.months()", gives: "12"
    ) { activation, values in
      guard values.count == 1, let period = days(values[0], activation) else { return nil }
      return period.to.addingDays(1).map { .int(period.from.months(until: $0)) } ?? .error(.overflow)
    },
    FunctionEntry(
      "deadline", .function, [Signature([.date, .string], .date)],
      "The day after a length of time such as P2M, P1Y6M, P2W or P30D; months are added up to the end of the month.",
      example: "deadline(date('2025-12-31'), 'P2M')", gives: "date('2026-02-28')"
    ) { activation, values in
      guard values.count == 2, let date = values[0].asDate, let text = activation.string(of: values[1]) else {
        return nil
      }
      guard let length = CalendarLength(text) else { return notA("length of time such as P2M", values[1], &activation) }
      return length.after(date).map { .date($0) } ?? .error(.overflow)
    },
  ]

  /// Whether a day is in a period, its first and last day included; nil for values that are none.
  static func isDay(_ values: Arguments, _ activation: Activation) -> Value? {
    guard values.count == 2, let period = days(values[0], activation), let day = values[1].asDate else { return nil }
    return .bool(period.from <= day && day <= period.to)
  }

  /// The first and the last day; nil for a value that is no period.
  private static func days(_ value: Value, _ activation: Activation) -> (from: CivilDate, to: CivilDate)? {
    guard let map = activation.map(of: value), let from = map.value(for: .string(Array("from".utf8)))?.asDate,
      let to = map.value(for: .string(Array("to".utf8)))?.asDate
    else { return nil }
    return (from, to)
  }
}

extension Compiler {
  /// An object with a first and a last day as the period that functions take; nil for anything else.
  static func period(_ typed: Typed) -> Typed? {
    guard case .record(let record) = typed.type, let from = record.field("from"), let to = record.field("to"),
      [from, to].allSatisfy({ $0.type == .date && !$0.isOptional })
    else { return nil }
    let range = typed.node.range
    let node = MapNode(
      keys: [from, to].map { BoxedConstantNode(.string, .string(Array($0.name.utf8)), at: range) },
      values: [from, to].map { SelectNode(typed.node, name: $0.name, slot: $0.slot, at: range) },
      isOptional: [false, false], at: range)
    return Typed(node: node, type: FunctionTable.period)
  }
}
