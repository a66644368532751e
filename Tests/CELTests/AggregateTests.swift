import Testing

@testable import CEL

struct AggregateTests {
  @Test(arguments: [
    ("report.technologies.count(t, t.target == 'newCSAM')", "1"), ("[].count(x, true)", "0"),
    ("report.technologies.sumBy(t, t.?flagged.orValue(0))", "110"),
    ("report.services.sumBy(s, s.?rate.orValue(0))", "0.05"), ("[].sumBy(x, 1)", "0"),
    ("type(report.services.filter(s, false).map(s, s.?rate.orValue(0)).sum()) == decimal", "true"),
    ("[duration('1s')].filter(d, false).sum()", "0s"), ("[1.5].filter(d, false).sum() == 0.0", "true"),
    ("report.services.sortBy(s, s.id).map(s, s.id)", "[chat, wall]"),
    ("[3, 1, 2].sortBy(x, -x)", "[3, 2, 1]"), ("['b1', 'a', 'b2', 'a'].sortBy(x, x.size())", "[a, a, b1, b2]"),
    ("[3, 1, 2].sortBy(x, 1 / (x - 1))", "!division by zero"), ("[].sortBy(x, x)", "[]"),
    ("report.technologies.groupBy(t, t.service).transformMap(k, v, v.sumBy(t, t.?flagged.orValue(0)))", "{wall: 110}"),
    ("[3, 1, 2, 5].groupBy(x, x % 2).transformMap(k, v, v.size())", "{1: 3, 0: 1}"),
    ("[].groupBy(x, x)", "{}"), ("[[1, 2], [3]].groupBy(l, l.groupBy(x, x).size())[2][0]", "[1, 2]"),
    ("report.services.first().value().id", "chat"), ("report.services.last().value().id", "wall"),
    ("[].first().hasValue()", "false"), ("[].last().orValue(7)", "7"),
  ])
  func `an aggregate has this value`(_ text: String, _ value: String) {
    #expect(Sample.evaluate(text) == value)
  }

  @Test(arguments: [
    ("report.services.sumBy(s, s.id)", "“sumBy” adds numbers or durations, not string"),
    ("report.services.groupBy(s, s)", "“groupBy” wants a key that is a bool, an int or a text, not service"),
    ("report.services.sortBy(s, s)", "“sortBy” needs items that have an order; service has none"),
    ("report.services.groupBy(s)", "“groupBy” is written list.groupBy(x, …)"),
    ("report.total.groupBy(s, s)", "“groupBy” runs over a list, not over int"),
    ("report.services.count(s, s.id)", "“count” wants a bool here, not string"),
  ])
  func `an aggregate that cannot work is refused`(_ text: String, _ message: String) {
    let refusal = Sample.refusal(text)
    #expect(refusal.drop { $0 != "]" }.dropFirst(2) == message, "\(refusal)")
  }

  @Test(arguments: [
    ("report.period.contains(date('2025-06-30'))", "true"), ("report.period.contains(report.period.from)", "true"),
    ("report.period.contains(date('2026-01-01'))", "false"), ("report.period.months()", "12"),
    ("report.period.follows(report.period)", "false"),
    ("report.period.follows({'from': date('2024-01-01'), 'to': date('2024-12-31')})", "true"),
    ("'safeguards'.contains('guard')", "true"), ("date('2024-02-28').isMonthEnd()", "false"),
    ("date('2024-02-29').isMonthEnd()", "true"), ("deadline(report.period.to, 'P2M')", "2026-02-28"),
    ("deadline(report.period.to, 'P1Y2M1W3D')", "2027-03-10"),
    ("deadline(date('9999-12-01'), 'P1M')", "!the number or date is out of range"),
    ("deadline(report.period.to, 'P' + '2H')", "!“P2H” is not a length of time such as P2M"),
  ])
  func `periods and deadlines have these values`(_ text: String, _ value: String) {
    #expect(Sample.evaluate(text) == value)
  }

  @Test(arguments: ["P", "2M", "P2", "PM", "P2M2M", "P2D2M", "P2H", "P-2M", "P2.5M", "P1234567D", "p2m", "P2M "])
  func `what is no length of time is refused`(_ text: String) {
    #expect(
      Sample.refusal("deadline(report.period.to, '\(text)')")
        == "['\(text)'] there is no such length of time; lengths are written P2M, P1Y6M, P2W or P30D")
  }
}
