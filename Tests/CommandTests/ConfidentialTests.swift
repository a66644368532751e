import Testing

/// What a confidential rule finds is in no output: not at its own place, not in the excerpt of another finding.
struct ConfidentialTests {
  private static let secret = "jane.roe@mailbox.example"

  @Test(arguments: ["text", "json", "html"], ["good.json", "line.json"])
  func `an address of a person is found and never printed`(_ format: String, _ file: String) throws {
    let place = try Workplace()
    defer { place.remove() }
    let text = "Half-year review of child safety: risks, backlog, staff"
    let outcome = try place.run(
      """
      sed -i 's/\(text)/& by \(Self.secret)/; s/"averageMonthlyRecipients": 9400000/"averageMonthlyRecipients": -1/' good.json
      tr -d '\\n' < good.json > line.json
      vigie check --format \(format) \(file)
      """)
    #expect(outcome.output.contains("PRIV-01"), "\(outcome.error)")
    #expect(outcome.output.contains("structure-number-range") || outcome.output.contains("averageMonthlyRecipients"))
    #expect(!outcome.output.contains(Self.secret))
    #expect(!outcome.output.contains("jane.roe"))
  }
}
