/// `deadline`.
final class DeadlineKindNode: KindNode, @unchecked Sendable {
  let from: KindPath
  let length: Period
  let actual: KindPath
  let absent: Bool

  init(from: KindPath, _ length: Period, actual: KindPath, absent: Bool, _ definition: KindDefinition) {
    self.from = from
    self.length = length
    self.actual = actual
    self.absent = absent
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let start: Value
    var failure: Value?
    switch from.single(&activation) {
    case .absent: return .bool(true)
    case .failed(let error):
      start = error
      failure = error
    case .value(let value): start = value
    }
    let day: Value
    switch actual.single(&activation) {
    case .absent: return absent ? .bool(true) : failure ?? .bool(false)
    case .failed(let error): return failure ?? error
    case .value(let value): day = value
    }
    if let failure { return failure }
    if day.isError { return day }
    if start.isError { return start }
    guard let first = start.asDate, let last = day.asDate else { return activation.noOverload("deadline") }
    guard let limit = length.added(to: first) else { return .error(.overflow) }
    return .bool(last <= limit)
  }
}

/// `periodContinuity`.
final class ContinuityKindNode: KindNode, @unchecked Sendable {
  let from: KindPath
  let end: KindPath

  init(from: KindPath, end: KindPath, _ definition: KindDefinition) {
    self.from = from
    self.end = end
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    guard let (values, failure) = KindNode.present([from.single(&activation), end.single(&activation)]) else {
      return .bool(true)
    }
    if let error = failure ?? values.first(where: \.isError) { return error }
    guard let start = values[0].asDate, let end = values[1].asDate else { return activation.noOverload("addDays") }
    guard let next = end.addingDays(1) else { return .error(.overflow) }
    return .bool(start == next)
  }
}

/// A length of time in years, months and days, as ISO 8601 writes it: `P2M`, `P1Y6M`, `P30D`, `P2W`.
struct Period: Sendable, Equatable {
  var years: Int64 = 0
  var months: Int64 = 0
  var days: Int64 = 0

  /// Nil for anything else, for a length of 0 and for one of time rather than days.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var units = Array("YMWD".utf8)[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: Lexer.isDigit)
      rest = rest.dropFirst(digits.count)
      guard (1...5).contains(digits.count), let unit = rest.popFirst(), let position = units.firstIndex(of: unit),
        let count = Int64(String(decoding: digits, as: UTF8.self))
      else { return nil }
      units = units[(position + 1)...]
      switch unit {
      case UInt8(ascii: "Y"): years = count
      case UInt8(ascii: "M"): months = count
      case UInt8(ascii: "W"): days = 7 * count
      default: days += count
      }
    }
    guard years > 0 || months > 0 || days > 0 else { return nil }
  }

  /// The calls that add the length to a date.
  var calls: String {
    (years > 0 ? ".addYears(\(years))" : "") + (months > 0 ? ".addMonths(\(months))" : "")
      + (days > 0 ? ".addDays(\(days))" : "")
  }

  func added(to date: CivilDate) -> CivilDate? {
    var result: CivilDate? = date
    if years > 0 { result = result?.addingYears(years) }
    if months > 0 { result = result?.addingMonths(months) }
    if days > 0 { result = result?.addingDays(days) }
    return result
  }
}
