import Documents
import Findings
import Schemas
import Testing
import Validation

struct OverlayTests {
  private static func overlay(_ text: String) throws -> Overlay {
    try Overlay(
      PackReader.File(name: "overlay.yaml", bytes: Array(text.utf8)),
      schema: try Project.schema("overlay-1.0.schema.json"))
  }

  private static func entry(_ rule: String, reason: String = "it counts twice") -> String {
    """
      - rule: \(rule)
        status: known-incorrect
        reason: \(reason)
        author: Rules desk
        date: 2026-02-01

    """
  }

  private static func checker(_ overlay: Overlay?) throws -> Checker {
    let checker = try Project.checker([try RulePack.read(WaivedReport.rule)])
    return if let overlay { try checker.switchingOff(overlay) } else { checker }
  }

  private static func result(_ report: [UInt8], _ overlay: Overlay?) throws -> Result {
    var reader = ReportReader()
    return try checker(overlay).check(Checker.Source(name: "report", bytes: report), reader: &reader)
  }

  /// The message with which an overlay is refused; "" when it is accepted.
  private static func refusal(_ text: String) throws -> String {
    do {
      _ = try checker(try overlay(text))
      return ""
    } catch let error as PackError {
      return error.text
    }
  }

  @Test(arguments: [false, true])
  func `a rule that is switched off has one outcome that says why`(xml: Bool) throws {
    let report = try WaivedReport.report(xml: xml)
    #expect(try Self.result(report, nil).verdict == .nonConformant)
    let overlay = try Self.overlay("rules:\n" + Self.entry("X-01"))
    let result = try Self.result(report, overlay)
    #expect(result.findings == [])
    #expect(result.verdict == .conformant)
    #expect(result.counts == Counts(rules: 1, inapplicable: 1))
    #expect(result.overlay == OverlayFile(name: "overlay.yaml", digest: overlay.file.digest, rules: 1))
    #expect(
      result.outcomes == [
        Outcome(
          rule: "X-01", outcome: .inapplicable,
          reason: LocalizedText(
            en: "The rule is switched off as known to be incorrect (Rules desk, 1 February 2026): it counts twice",
            fr:
              "La règle est désactivée, car son inexactitude est établie (Rules desk, 1er février 2026) : it counts twice",
            nl:
              "De regel is uitgeschakeld omdat hij als onjuist bekendstaat (Rules desk, 1 februari 2026): it counts twice",
            de: "Die Regel ist abgeschaltet, weil sie erwiesenermaßen fehlerhaft ist (Rules desk, 1. Februar 2026): "
              + "it counts twice"))
      ])
  }

  @Test func `an overlay may be JSON and may be empty`() throws {
    let json = """
      { "rules": [ { "rule": "X-01", "status": "known-incorrect", "reason": "r", "author": "a", "date": "2026-02-01" } ] }
      """
    let report = try WaivedReport.report()
    #expect(try Self.result(report, try Self.overlay(json)).counts == Counts(rules: 1, inapplicable: 1))
    let none = try Self.result(report, try Self.overlay("rules: []\n"))
    #expect(none.overlay?.rules == 0)
    #expect(none.verdict == .nonConformant)
  }

  @Test
  func `a rule that is switched off is so on a report that cannot be read, and for those who ask for outcomes alone`()
    throws
  {
    let overlay = try Self.overlay("rules:\n" + Self.entry("X-01"))
    let cut = try Self.result(Array("{".utf8), overlay)
    #expect(cut.outcomes.map(\.outcome) == [.inapplicable])
    #expect(cut.verdict == .indeterminate)
    var reader = JSONReader()
    let bound = Binder.bind(
      reader.read(try WaivedReport.report()).document, to: try Project.schema(Project.reportSchema)
    ).bound
    let bare = try Self.checker(overlay).outcomes(of: bound, isValid: true)
    #expect(bare.outcomes.map(\.outcome) == [.inapplicable])
    #expect(bare.verdict == .conformant)
  }

  @Test func `what is wrong with an overlay is said with its place`() throws {
    let cases = [
      (Self.entry("X-0l"), "overlay.yaml:2:11: no rule pack of this run has a rule “X-0l”; did you mean “X-01”?"),
      (Self.entry("Zebra"), "overlay.yaml:2:11: no rule pack of this run has a rule “Zebra”"),
      (Self.entry("json-syntax"), "overlay.yaml:2:11: “json-syntax” is a rule of form, which cannot be switched off"),
      (Self.entry("X-01") + Self.entry("X-01"), "overlay.yaml:7:11: the rule “X-01” is named twice"),
      (
        Self.entry("X-01").replacing("known-incorrect", with: "known-incorect"),
        "overlay.yaml:3:13: /rules/0/status: “known-incorect” is not a code of the list; did you mean “known-incorrect”?"
      ),
      (
        Self.entry("X-01").replacing("2026-02-01", with: "2026-02-29"),
        "overlay.yaml:6:11: /rules/0/date: “2026-02-29” is not a date of the calendar, written YYYY-MM-DD"
      ),
      (Self.entry("X-01", reason: "\"  \""), "overlay.yaml:4:13: reason has no text"),
    ]
    for (text, message) in cases { #expect(try Self.refusal("rules:\n" + text) == message) }
  }
}
