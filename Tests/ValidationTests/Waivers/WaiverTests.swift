import Findings
import Testing
import Validation

struct WaiverTests {
  private typealias Entry = WaivedReport.Entry
  private static let own = "error X-01 report /identification/version"

  @Test(arguments: [false, true], [false, true])
  func `a waived finding stays, is counted and is not weighed`(xml: Bool, json: Bool) throws {
    let report = try WaivedReport.report(xml: xml)
    let plain = try WaivedReport.result(report)
    #expect(plain.listed == [Self.own])
    #expect(plain.verdict == .nonConformant)
    #expect(plain.waivers == nil)
    let waivers = try WaivedReport.waivers([Entry(digest: plain.findings[0].id)], json: json)
    let result = try WaivedReport.result(report, waivers)
    #expect(result.listed == [Self.own + " waived"])
    #expect(
      result.findings[0].waiver
        == Waiver(
          reason: "corrected in the next version", author: "Desk A", approver: "Desk B", expires: "2026-12-31"))
    #expect(result.verdict == .conformant)
    #expect(result.counts == Counts(rules: 1, failed: 1, errors: 1, waived: 1))
    #expect(result.outcomes == plain.outcomes)
    #expect(
      result.waivers == WaiverFile(name: "waivers.yaml", digest: waivers.digest, waivers: 1, concerned: 1))
  }

  @Test func `one finding more than is waived makes the report non-conformant`() throws {
    let report = try WaivedReport.report([("\"size\": \"large\"", "\"size\": \"huge\"")])
    let entry = Entry(digest: try WaivedReport.digest(report))
    let result = try WaivedReport.result(report, try WaivedReport.waivers([entry]))
    #expect(result.listed == [Self.own + " waived", "error structure-code report /provider/size"])
    #expect(result.verdict == .nonConformant)
    let form = Entry(rule: "structure-code", path: "/provider/size", digest: result.findings[1].id)
    let both = try WaivedReport.result(report, try WaivedReport.waivers([entry, form]))
    #expect(both.listed == [Self.own + " waived", "error structure-code report /provider/size waived"])
    #expect(both.verdict == .conformant)
    #expect(both.counts.waived == 2)
  }

  @Test(arguments: [
    ("2026-01-19", nil, true), ("2026-01-20", nil, false), ("2026-01-21", nil, false),
    ("2024-02-29", "2024-02-28", false), ("2024-02-29", "2024-02-29", false), ("2024-02-29", "2024-03-01", true),
    ("2026-01-19", "2026-01-19", false), ("2030-01-01", "2030-01-02", true),
  ])
  func `a waiver holds to the end of its last day`(expires: String, asOf: String?, isExpired: Bool) throws {
    for xml in [false, true] {
      let report = try WaivedReport.report(xml: xml)
      let entry = Entry(digest: try WaivedReport.digest(report), expires: expires)
      let result = try WaivedReport.result(report, try WaivedReport.waivers([entry]), asOf: asOf)
      if isExpired {
        #expect(result.listed == [Self.own, "warning waiver-expired waivers /waivers/0/expires"])
        #expect(result.verdict == .nonConformant)
        let finding = result.findings[1]
        #expect(finding.place.value == expires)
        #expect(finding.place.region?.start == Position(line: 8, column: 14))
        #expect(finding.related.map(\.place.path) == ["/identification/version"])
        #expect(finding.message.en.contains("held until \(Language.en.date(expires))"))
        #expect(result.counts.waived == 0)
      } else {
        #expect(result.listed == [Self.own + " waived"])
        #expect(result.verdict == .conformant)
      }
    }
  }

  @Test func `a changed value brings the finding back and is said`() throws {
    for (xml, json) in [(false, false), (true, false), (false, true)] {
      let entry = Entry(digest: try WaivedReport.digest(try WaivedReport.report(xml: xml)))
      let changed = try WaivedReport.report([("\"version\": \"1.0\"", "\"version\": \"1.1\"")], xml: xml)
      let result = try WaivedReport.result(changed, try WaivedReport.waivers([entry], json: json))
      #expect(result.listed == [Self.own, "warning waiver-value-changed waivers /waivers/0/digest"])
      #expect(result.verdict == .nonConformant)
      #expect(result.counts.waived == 0)
      let finding = result.findings[1]
      #expect(
        finding.message.en
          == "The values that X-01 rests on (/identification/version) have changed since the waiver was "
          + "granted: it names the finding \(entry.digest), the report has \(result.findings[0].id)")
      #expect(finding.related.map(\.place.value) == ["1.1"])
      #expect(finding.place.region?.start.line == (json ? 2 : 4))
    }
  }

  @Test func `a waiver without its finding is a finding`() throws {
    let report = try WaivedReport.report([("\"version\": \"1.0\"", "\"version\": \"9\"")])
    let entry = Entry(digest: String(repeating: "0", count: 16))
    var unknown = entry
    unknown.rule = "X-0l"
    let result = try WaivedReport.result(report, try WaivedReport.waivers([entry, unknown]))
    #expect(
      result.listed == [
        "warning waiver-unmatched waivers /waivers/0/path", "warning waiver-unmatched waivers /waivers/1/rule",
      ])
    #expect(
      result.findings.map(\.message.en) == [
        "The waiver for X-01 (/identification/version) matches no finding of this report",
        "The waiver names the rule X-0l, which is not among the rules of this run; did you mean “X-01”?",
      ])
    #expect(
      result.findings.map { $0.place.region?.start } == [Position(line: 3, column: 11), Position(line: 9, column: 11)])
    #expect(result.verdict == .conformant)
    #expect(
      try WaivedReport.result(report, try WaivedReport.waivers([entry]), failOn: .warning).verdict == .nonConformant)
  }

  @Test func `an entry that names a report concerns that report alone`() throws {
    let report = try WaivedReport.report()
    let digest = try WaivedReport.digest(report)
    let own = Entry(report: "acme-2025", digest: digest)
    let other = Entry(report: "acme-2024", digest: digest)
    let result = try WaivedReport.result(report, try WaivedReport.waivers([other, own]))
    #expect(result.listed == [Self.own + " waived"])
    #expect(result.waivers?.waivers == 2)
    #expect(result.waivers?.concerned == 1)
    #expect(try WaivedReport.result(report, try WaivedReport.waivers([other])).listed == [Self.own])
  }

  @Test func `a report without a day or without an end is told apart from one without findings`() throws {
    let entry = Entry(digest: String(repeating: "0", count: 16))
    let waivers = try WaivedReport.waivers([entry])
    let cut = try WaivedReport.result(Array(try WaivedReport.report().dropLast(9)), waivers, asOf: "2026-01-01")
    #expect(cut.listed == ["error json-syntax report /offenderPrevention/5"])
    #expect(cut.verdict == .indeterminate)
    #expect(cut.unchecked.map(\.en).contains { $0.hasPrefix("Whether each waiver still matches a finding") })
    let undated = try WaivedReport.result(Array("{}".utf8), waivers)
    #expect(undated.unchecked.map(\.en).contains { $0.hasPrefix("No waiver was applied") })
    #expect(undated.findings.allSatisfy { $0.place.source == .report && $0.waiver == nil })
  }

  @Test func `an unread report stays indeterminate when its fault is waived`() throws {
    let cut = Array(try WaivedReport.report().dropLast(9))
    let fault = try WaivedReport.result(cut).findings[0]
    let entry = Entry(rule: fault.rule, path: fault.place.path, digest: fault.id)
    let result = try WaivedReport.result(cut, try WaivedReport.waivers([entry]), asOf: "2026-01-01")
    #expect(result.counts.waived == 1)
    #expect(result.verdict == .indeterminate)
  }

  @Test func `faults of structure beyond those listed cannot be waived`() throws {
    let members = (0..<600).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    let report = try WaivedReport.report([("\"version\": \"1.0\"", "\"version\": \"9\", \(members)")])
    let faults = try WaivedReport.result(report).findings
    #expect(faults.count == 500)
    let entries = faults.map { Entry(rule: $0.rule, path: $0.place.path, digest: $0.id) }
    let result = try WaivedReport.result(report, try WaivedReport.waivers(entries))
    #expect(result.counts.waived == 500)
    #expect(result.verdict == .nonConformant)
  }

  @Test func `the findings about waivers are described in four languages`() throws {
    let ids = ["waiver-expired", "waiver-value-changed", "waiver-unmatched"]
    let rules = FormRules.all.filter { ids.contains($0.id) }
    #expect(rules.map(\.id) == ids)
    for rule in rules {
      #expect(rule.severity == .warning)
      for text in [rule.title, rule.help] { #expect(Set(Language.allCases.map { text[$0] }).count == 4, "\(rule.id)") }
    }
  }
}
