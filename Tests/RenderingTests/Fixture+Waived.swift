import Findings

extension Fixture {
  /// The non-conformant report with its errors waived, a rule switched off, and one waiver that has expired.
  static let waived: Result = {
    let file = Source(
      """
      waivers:
        - rule: AP-A7-02
          path: /reporting/channels/0/steps
          expires: 2026-09-30

      """, role: .waivers)
    var result = nonConformant
    for index in result.findings.indices where result.findings[index].severity == .error {
      result.findings[index].waiver = Waiver(
        reason: "The supplier delivers the corrected figures in November.", author: "C. Example",
        approver: "D. Example", expires: "2026-12-31")
    }
    let rule = Fixture.rule(
      "waiver-expired", nil, .warning, .format,
      title: LocalizedText(
        en: "No waiver has expired", fr: "Aucune dispense n’a expiré", nl: "Geen enkele vrijstelling is verlopen",
        de: "Keine zugelassene Abweichung ist abgelaufen"),
      basis: [Citation(source: "vigie-waivers", title: "vigie, schemas/waivers-1.0.schema.json", clause: "expires")])
    var expired = Finding(
      rule: rule,
      message: LocalizedText(
        en: "The waiver for AP-A7-02 held until 30 September 2026", fr: "La dispense valait jusqu’au 30 septembre 2026",
        nl: "De vrijstelling gold tot en met 30 september 2026",
        de: "Die Abweichung war bis 30. September 2026 zugelassen"),
      place: file.place("expires: «2026-09-30»", path: "/waivers/0/expires", value: "2026-09-30"))
    expired.id = "f5c0ffee"
    result.rules.insert(rule, at: 0)
    result.findings.insert(expired, at: 4)
    let undecided = result.outcomes.indices.filter { result.outcomes[$0].outcome == .cantTell }
    for index in undecided { result.outcomes[index] = Outcome(rule: result.outcomes[index].rule, outcome: .passed) }
    result.strands[4] = StrandScore(
      id: "A5", title: result.strands[4].title, passed: 1, failed: 2, inapplicable: 0, cantTell: 0)
    result.counts.passed = 5
    result.counts.cantTell = 0
    result.verdict = .conformant
    result.counts.warnings = 2
    result.counts.waived = 3
    result.overlay = OverlayFile(name: "overlay.yaml", digest: digest, rules: 1)
    result.waivers = WaiverFile(name: "our waivers.yaml", digest: digest, waivers: 5, concerned: 4)
    return result
  }()
}
