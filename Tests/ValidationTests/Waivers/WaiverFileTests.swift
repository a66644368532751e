import Findings
import Testing
import Validation

/// What a file of waivers is refused for, with the place.
struct WaiverFileTests {
  private typealias Entry = WaivedReport.Entry
  private static let zero = String(repeating: "0", count: 16)

  @Test(arguments: [
    ("Desk A", "Desk A"), ("Desk A", "desk  a"), ("Desk A", " Desk A\n"), ("\u{E9}lan", "e\u{301}LAN"),
  ])
  func `nobody approves a waiver of their own`(author: String, approver: String) throws {
    let entry = Entry(digest: Self.zero, author: author, approver: approver)
    let shown = approver.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      try WaivedReport.refusal("waivers:\n" + entry.yaml)
        == "waivers.yaml:7:15: “\(shown)” is author and approver; a waiver is approved by somebody else")
  }

  @Test func `a finding is waived once`() throws {
    let entry = Entry(digest: Self.zero)
    var other = entry
    other.report = "acme-2025"
    #expect(try WaivedReport.refusal("waivers:\n" + entry.yaml + other.yaml) == "")
    #expect(
      try WaivedReport.refusal("waivers:\n" + entry.yaml + other.yaml + entry.yaml)
        == "waivers.yaml:19:13: the finding \(Self.zero) of the rule X-01 is named twice")
  }

  @Test(arguments: [
    ("", "waivers.yaml:1:1: the file has no bytes"),
    ("waivers: []\nwaiver: []\n", "waivers.yaml:2:1: The file has no member “waiver”"),
    ("waivers: {}\n", "waivers.yaml:1:10: /waivers: expected is a list, there is an object"),
    ("{ \"waivers\": [ {} ] }", "waivers.yaml:1:16: /waivers/0: “rule” is missing"),
    ("waivers: [\n", "waivers.yaml:2:1: "),
  ])
  func `a file that is not of the schema is refused with its place`(text: String, message: String) throws {
    let refusal = try WaivedReport.refusal(text)
    #expect(refusal.hasPrefix(message), "\(refusal)")
  }

  @Test(arguments: [
    ("expires", "2026-02-29", "8:14"), ("expires", "31.12.2026", "8:14"), ("digest", "0123", "4:13"),
    ("path", "identification", "3:11"), ("path", "/a~2", "3:11"), ("reason", "", "5:13"), ("reason", " \n", "5:13"),
    ("author", "", "6:13"), ("rule", "a b", "2:11"),
  ])
  func `a member that is not of its form is refused at its place`(name: String, value: String, place: String) throws {
    var entry = Entry(digest: Self.zero)
    switch name {
    case "expires": entry.expires = value
    case "digest": entry.digest = value
    case "path": entry.path = value
    case "reason": entry.reason = value
    case "author": entry.author = value
    default: entry.rule = value
    }
    let refusal = try WaivedReport.refusal("waivers:\n" + entry.yaml)
    #expect(refusal.hasPrefix("waivers.yaml:\(place): "), "\(refusal)")
    #expect(refusal.contains(name))
  }

  @Test func `a block of text becomes one line, and the rest stays as it is given`() throws {
    let report = try WaivedReport.report()
    let digest = try WaivedReport.digest(report)
    let text = """
      waivers:
        - rule: X-01
          path: /identification/version
          digest: "\(digest)"
          reason: >
            accepted <b>until</b>
            {date} `then`

            not
          author: "A\\u001B[31m"
          approver: B
          expires: 2026-12-31

      """
    let result = try WaivedReport.result(report, try WaivedReport.read(text))
    #expect(
      result.findings.map(\.waiver) == [
        Waiver(
          reason: "accepted <b>until</b> {date} `then` not", author: "A\u{1B}[31m", approver: "B", expires: "2026-12-31"
        )
      ])
  }
}
