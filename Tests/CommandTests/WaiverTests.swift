import Findings
import Foundation
import Testing

/// `vigie check --overlay` and `--waivers`.
struct WaiverTests {
  /// Makes bad.json, which has no cooperation agreement, and writes waivers of its findings into waivers.yaml.
  private static func prepare(
    _ place: Workplace, where isWaived: (Finding) -> Bool = { _ in true }, more: String = ""
  ) throws -> Result {
    let sample = Workplace.project.appending(path: "samples/strand-a5-detection-nonConformant.json")
    try FileManager.default.copyItem(at: sample, to: place.url.appending(path: "bad.json"))
    let outcome = try place.run("vigie check bad.json --format json")
    #expect(outcome.code == 1)
    let result = try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
    var text = "waivers:\n"
    for finding in result.findings where isWaived(finding) {
      text += "  - { rule: \(finding.rule), path: \(finding.place.path), digest: \"\(finding.id)\", "
      text += "reason: \"known\\e[31m <i>\", author: A, approver: B, expires: 2026-12-31 }\n"
    }
    try Data((text + more).utf8).write(to: place.url.appending(path: "waivers.yaml"))
    return result
  }

  @Test func `the exit code weighs what is not waived`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let findings = try Self.prepare(place).findings
    let all = try place.run("vigie check bad.json --waivers waivers.yaml")
    #expect(all.code == 0)
    #expect(all.output.contains("bad.json: The report conforms, with \(findings.count) waived findings\n"))
    #expect(all.output.contains("known\\u{1B}[31m <i>"))
    #expect(all.error == "")
    // Behind the last day of the waivers nothing is waived.
    #expect(try place.run("vigie check bad.json --waivers waivers.yaml --as-of 2026-12-31").code == 0)
    #expect(try place.run("vigie check bad.json --waivers waivers.yaml --as-of 2027-01-01").code == 1)
  }

  @Test func `one finding that is not waived decides`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let findings = try Self.prepare(place) { $0.rule != "A5-10" }.findings
    let outcome = try place.run("vigie check bad.json --waivers waivers.yaml")
    #expect(outcome.code == 1)
    #expect(
      outcome.output.contains("bad.json: The report does not conform\n  \(findings.count - 1) findings are waived"))
    let overlay = """
      rules: [{ rule: A5-10, status: known-incorrect, reason: wrong, author: A, date: 2026-02-01 }]
      """
    try Data(overlay.utf8).write(to: place.url.appending(path: "overlay.yaml"))
    let both = try place.run("vigie check bad.json --waivers waivers.yaml --overlay overlay.yaml --format html")
    #expect(both.code == 0)
    #expect(both.output.contains("--overlay overlay.yaml --waivers waivers.yaml bad.json</code>"))
    #expect(both.output.contains("The rule is switched off as known to be incorrect (A, 1 February 2026): wrong"))
  }

  @Test func `an entry that names no report of the run is said on standard error`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let stray = """
        - { report: acme-1999, rule: A5-10, path: "", digest: "0000000000000000", reason: r, author: A, approver: B, \
      expires: 2026-12-31 }

      """
    let count = try Self.prepare(place, more: stray).findings.count
    let outcome = try place.run(
      "vigie check bad.json good.json --jobs 2 --waivers waivers.yaml > out; cat out; echo done")
    #expect(
      outcome.error
        == "vigie: waivers.yaml:\(count + 2):15: no report of this run has the identifier “acme-1999”\n")
    // An entry that names no report is looked for in each.
    #expect(outcome.output.contains("good.json:"))
    #expect(outcome.output.components(separatedBy: "warning[waiver-unmatched]").count == count + 1)
  }
}
