import Foundation
import Testing

/// `vigie eval` and `vigie rules functions` as a shell runs them.
struct EvalTests {
  private static let report = """
    {
      "identification": {"provider": {"name": "Acme"}, "submittedOn": "2026-03-31"},
      "period": {"from": "2025-01-01", "to": "2025-12-31"},
      "services": [{"id": "chat", "name": "Chat\\u001b[31m"}, {"id": "wall"}]
    }
    """

  private func run(_ line: String) throws -> Workplace.Outcome {
    let place = try Workplace()
    defer { place.remove() }
    try Data(Self.report.utf8).write(to: place.url.appending(path: "report.json"))
    return try place.run(line)
  }

  @Test func `a value has its type and the places that it came from`() throws {
    let outcome = try run("vigie eval 'report.period.from.daysUntil(report.period.to)' report.json")
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        364: int
          report.json:3:22  /period/from = 2025-01-01
          report.json:3:42  /period/to = 2025-12-31

        """)
    #expect(outcome.code == 0)
  }

  @Test func `the parameters and definitions of a pack are known`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let pack = """
      id: tiny
      version: 1.0.0
      profile: 1
      schema: urn:vigie:csa-report:1.0
      title: { en: a, fr: b, nl: c, de: d }
      sources: {}
      parameters: { most: 400 }
      definitions: { days: "report.period.from.daysUntil(report.period.to)" }
      strands: []
      """
    try FileManager.default.createDirectory(
      at: place.url.appending(path: "tiny"), withIntermediateDirectories: true)
    try Data(pack.utf8).write(to: place.url.appending(path: "tiny/pack.yaml"))
    try Data(Self.report.utf8).write(to: place.url.appending(path: "report.json"))
    let outcome = try place.run("vigie eval --rules tiny 'days < parameters.most' report.json")
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        true: bool
          report.json:3:22  /period/from = 2025-01-01
          report.json:3:42  /period/to = 2025-12-31

        """)
    let wrong = try place.run("vigie eval --rules action-plan 'parameters.mostly' report.json")
    #expect(wrong.code == 2)
    #expect(wrong.output == "")
  }

  @Test func `an object is shown whole, and what does not meet the schema with the reason`() throws {
    let outcome = try run("vigie eval 'report.services[0]' report.json")
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        {
          "id": "chat",
          "name": {
            "problem": "the value is not what the schema wants"
          }
        }: report.services[]
          report.json:4:16  /services/0

        """)
    let escaped = try run("vigie eval \"'a\\\\x1b[31m'\" report.json")
    #expect(escaped.output == "\"a\\u001b[31m\": string\n")
  }

  @Test func `a report of the period before can be named`() throws {
    let outcome = try run(
      "vigie eval 'report.period.follows(previous.period)' report.json --previous good.json; echo $?")
    #expect(outcome.error == "")
    #expect(outcome.output.hasPrefix("false: bool\n  report.json:3:22  /period/from = 2025-01-01\n"))
    #expect(outcome.output.contains("  good.json:"))
  }

  @Test func `JSON holds the same`() throws {
    let outcome = try run("vigie eval --format json 'asOf' report.json")
    #expect(
      outcome.output == """
        {
          "expression": "asOf",
          "type": "date",
          "value": "2026-03-31",
          "places": []
        }

        """)
    let places = try run("vigie eval --format json 'report.services.map(s, s.id)' report.json")
    let json = try JSONSerialization.jsonObject(with: Data(places.output.utf8)) as? [String: Any]
    #expect(json?["value"] as? [String] == ["chat", "wall"])
    let paths = (json?["places"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
    #expect(paths?.suffix(2) == ["/services/0/id", "/services/1/id"])
  }

  @Test(arguments: [
    (
      "report.totl > 1",
      """
      vigie: the expression, column 8: “report” has no field “totl”
        report.totl > 1
               ^^^^

      """
    ),
    (
      "'a' +\n  1",
      """
      vigie: the expression, line 1, column 1: “+” does not work on string and int
        'a' +
        ^^^^^

      """
    ),
    (
      "(1 + ",
      """
      vigie: the expression, column 6: the expression is not complete
        (1 +\u{20}
             ^

      """
    ),
  ])
  func `a wrong expression is shown with its place`(_ text: String, _ message: String) throws {
    let outcome = try run("vigie eval \"\(text)\" report.json")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.error == message)
  }

  @Test func `an expression without a value says why and where`() throws {
    let outcome = try run("vigie eval '1 / report.services.filter(s, false).size()' report.json")
    #expect(outcome.code == 3)
    #expect(outcome.error == "vigie: the expression has no value: division by zero\n")
    let json = try run("vigie eval --format json '1 / report.services.filter(s, false).size()' report.json")
    #expect(json.code == 3)
    #expect(json.output.contains("\"message\": \"division by zero\""))
    #expect(json.error == "")
  }

  @Test func `a function is described with its forms, cost and an example`() throws {
    let outcome = try run("vigie rules functions deadline")
    #expect(
      outcome.output == """
        deadline(date, string) → date

        The day after a length of time such as P2M, P1Y6M, P2W or P30D; months are added up to the end of the month.

        Cost: constant
        Example: deadline(date('2025-12-31'), 'P2M') is date('2026-02-28')

        """)
    let all = try run("vigie rules functions --format json")
    let json = try JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [[String: Any]]
    #expect((json?.count ?? 0) > 120)
    #expect(try run("vigie rules functions").output.split(separator: "\n").count > 120)
  }

  @Test func `the manual page is fresh`() throws {
    let page = try String(contentsOf: Workplace.project.appending(path: "rules/LANGUAGE.md"), encoding: .utf8)
    #expect(try run("vigie rules functions --format markdown").output == page, "run make schemas")
  }
}
