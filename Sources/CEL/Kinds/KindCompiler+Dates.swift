/// Kinds about dates.
extension KindCompiler {
  mutating func deadline() throws(KindError) -> Form {
    let from = try plainPath("from", "a date") { $0 == .date }
    let actual = try plainPath("actual", "a date") { $0 == .date }
    let text = try text("length")
    guard let length = Period(text) else {
      throw KindError(
        "“length” is a length of time in days, weeks, months or years, such as P30D, P2M or P1Y", parameter: "length",
        at: 0..<text.utf8.count)
    }
    let absence = try absence()
    let limit = from.plain.text + length.calls
    let comparison = "\(actual.plain.text) <= \(limit)"
    let guards = from.plain.guards.map { "!" + $0 }
    let conditions =
      absence == .passes
      ? guards + actual.plain.guards.map { "!" + $0 } + [comparison]
      : guards + [(actual.plain.guards + [comparison]).joined(separator: " && ")]
    return Form(
      definition: conditions.joined(separator: " || "),
      placeholders: [
        ("from", from.plain.text), ("deadline", limit), ("actual", actual.plain.text),
        ("daysLate", "(\(limit)).daysUntil(\(actual.plain.text))"),
      ]
    ) { DeadlineKindNode(from: from, length, actual: actual, absent: absence == .passes, $0) }
  }

  mutating func periodContinuity() throws(KindError) -> Form {
    let period = call["period"]?.texts.first ?? "report.period"
    let previous = call["previous"]?.texts.first ?? "previous.period"
    let from = try day(period, "from", parameter: "period")
    let end = try day(previous, "to", parameter: "previous")
    let guards = (from.plain.guards + end.plain.guards).map { "!" + $0 }
    let expected = "\(end.plain.text).addDays(1)"
    return Form(
      definition: (guards + ["\(from.plain.text) == \(expected)"]).joined(separator: " || "),
      placeholders: [("from", from.plain.text), ("previousTo", end.plain.text), ("expected", expected)]
    ) { ContinuityKindNode(from: from, end: end, $0) }
  }

  private func day(_ text: String, _ member: String, parameter: String) throws(KindError) -> KindPath {
    let name = call[parameter] == nil ? nil : parameter
    let path: KindPath
    do {
      path = try self.path(text + "." + member, parameter: parameter, item: 0, flattening: false)
    } catch {
      throw KindError(error.message, parameter: name, at: name == nil ? 0..<0 : error.range)
    }
    guard path.isSingle, path.type == .date else {
      throw KindError("“\(text)” is not a period with a day “\(member)”", parameter: name, at: 0..<text.utf8.count)
    }
    return path
  }
}
