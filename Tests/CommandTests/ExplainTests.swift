import Foundation
import Testing

/// `vigie rules explain` and `vigie rules lint`.
struct ExplainTests {
  @Test func `a kind is explained by its sentence, its CEL, its names and its cost`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("vigie rules explain A6-09")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        A6-09  Prevention measures belong to services of the report
        measure.service is one of the values of report.services.id.

        Basis
          Child Focus, call for action against the sexual exploitation of minors, July 2020, offender prevention

        CEL
          for measure: report.offenderPrevention
          kind refersTo: report.services.exists(x, x.id == measure.service)

        Names
          measure  report.offenderPrevention[]

        Cost
          linear in report.offenderPrevention, report.services

        Examples
          not met: unknown service
          met: the base report

        """)
  }

  @Test(arguments: [
    ("en", "Basis", "linear in report.measures"), ("fr", "Fondement", "linéaire selon report.measures"),
    ("nl", "Grondslag", "lineair in report.measures"), ("de", "Grundlage", "linear in report.measures"),
  ])
  func `a rule is explained in four languages`(_ language: String, _ basis: String, _ cost: String) throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("vigie rules explain A5-21 --lang \(language)")
    #expect(outcome.code == 0)
    for part in ["\n\(basis)\n", cost, "kind sumEquals: (has(record.bySource)", "  sum     int\n", "record"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
  }

  @Test func `lint says nothing of the shipped pack, as text and as JSON`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let text = try place.run("vigie rules lint")
    #expect(text.code == 0 && text.output == "0 warnings\n")
    let json = try place.run("vigie rules lint action-plan --format json")
    #expect(json.code == 0 && json.output == "[]\n")
  }

  @Test func `lint tells as JSON what is seldom meant, with its place`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let rules = Workplace.project.appending(path: "rules/uk-osa")
    try FileManager.default.copyItem(at: rules, to: place.url.appending(path: "uk-osa"))
    let file = place.url.appending(path: "uk-osa/UK-01a-uk-provider-reports-to-agency.yaml")
    let rule = try String(contentsOf: file, encoding: .utf8)
    let loop = "report.services.all(s, report.measures.exists(m, m.service + s.id == s.id + m.service))"
    let quadratic = rule.replacing(
      "\nassert: \"reportsToAgency\"\n", with: "\nassert: \"reportsToAgency && \(loop)\"\n")
    #expect(quadratic != rule)
    try Data(quadratic.utf8).write(to: file)
    let lines = quadratic.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("assert:") }) + 1
    let outcome = try place.run("vigie rules lint uk-osa --format json")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        [
          {
            "file": "UK-01a-uk-provider-reports-to-agency.yaml",
            "line": \(line),
            "column": 52,
            "rule": "UK-01a",
            "member": "assert",
            "kind": "quadraticShape",
            "message": "“report.measures” is run through for each item of “report.services”; join them by a key, as in report.measures.exists(x, x.key == s.key && …)"
          }
        ]

        """)
  }
}
