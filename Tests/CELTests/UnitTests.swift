import Testing

@testable import CEL

/// Units are types of figures; truths that never change are known.
struct UnitTests {
  private static let fields: [(name: String, type: CEL.`Type`, unit: String?)] = [
    ("hours", .decimal, "hours"), ("wait", .decimal, "hours"), ("share", .decimal, "share"),
    ("budget", .decimal, "EUR"), ("size", .int, "bytes"), ("count", .int, nil), ("delays", .list(.decimal), "hours"),
  ]

  static let figures = RecordType(
    name: "report",
    fields: fields.enumerated().map { slot, field in
      RecordType.Field(
        name: field.name, slot: slot, type: field.type, isOptional: field.name == "wait", unit: field.unit)
    })

  static var environment: Environment {
    var environment = Environment()
    environment.declare("report", .record(figures))
    return environment
  }

  static func unit(_ text: String) -> String {
    do {
      let program = try Program.compile(text, in: environment)
      return program.unit ?? "plain"
    } catch {
      let part = Array(text.utf8)[error.range.clamped(to: 0..<text.utf8.count)]
      return "[\(String(decoding: part, as: UTF8.self))] \(error.message)"
    }
  }

  @Test(arguments: [
    ("report.hours + report.hours", "hours"), ("report.hours * 2", "hours"), ("report.hours * report.share", "hours"),
    ("report.budget / report.count", "EUR"), ("report.hours / report.hours", "plain"),
    ("report.hours <= 24", "plain"), ("report.hours + 1", "hours"), ("-report.hours", "hours"),
    ("report.delays.max()", "hours"), ("report.delays.map(d, d * 2).sum()", "hours"),
    ("report.delays.filter(d, d > report.hours).avg()", "hours"), ("report.?wait.orValue(report.hours)", "hours"),
    ("report.count > 0 ? report.hours : report.delays[0]", "hours"), ("decimal(report.size)", "bytes"),
    ("cel.bind(h, report.hours, h)", "hours"),
    ("report.share + report.hours", "[report.share + report.hours] “+” wants figures of one unit, not share and hours"),
    ("report.hours < report.budget", "[report.hours < report.budget] “<” wants figures of one unit, not hours and EUR"),
    (
      "report.hours * report.budget",
      "[report.hours * report.budget] hours times EUR counts nothing that a report states"
    ),
    (
      "report.delays.exists(d, d == report.share)",
      "[d == report.share] “==” wants figures of one unit, not hours and share"
    ),
    (
      "report.?wait.orValue(report.share)",
      "[report.?wait.orValue(report.share)] “orValue” wants figures of one unit, not hours and share"
    ),
    (
      "approx(report.hours, report.budget, 1)",
      "[approx(report.hours, report.budget, 1)] “approx” wants figures of one unit, not hours and EUR"
    ),
    (
      "report.count > 0 ? report.hours : report.share",
      "[report.count > 0 ? report.hours : report.share] “?:” wants figures of one unit, not hours and share"
    ),
  ])
  func `units add up only with themselves`(_ text: String, _ unit: String) {
    #expect(Self.unit(text) == unit)
  }

  @Test(arguments: [
    ("true || report.total > 0", "the assertion is true for every report that meets the schema"),
    ("has(report.total)", "the assertion is true for every report that meets the schema"),
    ("report.total == report.total", "the assertion is true for every report that meets the schema"),
    ("report.services.size() >= 0", "the assertion is true for every report that meets the schema"),
    (
      "!(size(report.services) >= 0) && report.total > 1",
      "the assertion is false for every report that meets the schema"
    ),
    ("parameters.minimum > 12", "the assertion reads nothing of the report, so it is the same for every one"),
    ("has(report.budget) && report.budget > 1", "varies"), ("report.services.size() > 0", "varies"),
  ])
  func `an assertion that no report changes is known`(_ text: String, _ constancy: String) throws {
    #expect((try Program.compile(text, in: Sample.environment()).constancy ?? "varies") == constancy)
  }

  @Test(
    arguments: [
      ("report.total > 3", []), ("report.services.all(s, s.private)", [["report.services"]]),
      (
        "report.services.all(s, s.?covers.orValue([]).exists(c, c == 'newCSAM'))",
        [["report.services"], ["report.services[].covers"]]
      ),
      (
        "report.services.all(s, report.technologies.exists(t, t.service == s.id))",
        [["report.services"], ["report.technologies"]]
      ),
      (
        "report.services.all(s, report.technologies.exists(t, t.service > s.id))",
        [["report.services", "report.technologies"]]
      ),
      (
        "report.services.map(s, 1).sum() > report.technologies.map(t, 1).sum()",
        [["report.services"], ["report.technologies"]]
      ),
      ("['a', 'b'].all(k, report.services.exists(s, s.id == k))", [["report.services"]]),
    ] as [(String, [[String]])])
  func `the cost names the lists that are run through`(_ text: String, _ leading: [[String]]) throws {
    let environment = Sample.environment()
    let cost = try Program.compile(text, in: environment).cost(in: environment).cost
    #expect(Set(cost.leading) == Set(leading))
    #expect(cost.degree == leading.map(\.count).max() ?? 0)
  }
}
