import Documents
import Findings
import Rendering
import Testing

@testable import Validation

/// A rule with `for` that fails more often than findings are listed.
struct FailureLimitTests {
  /// The base report of the action plan with that many measures whose clicks exceed the times shown (A6-08).
  private static func result(_ count: Int) throws -> Result {
    let measure = """
      {
        "kind": "searchRedirect", "service": "agora", "trigger": "Search", "helpline": "Stop it Now! Vlaanderen",
        "country": "BE", "languages": ["nl"], "url": "https://stopitnow.be/", "clickThroughs": 9, "timesShown": 3
      }
      """
    let measures = Array(repeating: measure, count: count).joined(separator: ",")
    let patch = #"[{ "op": "replace", "path": "/offenderPrevention", "value": ["# + measures + "] }]"
    var reader = JSONReader()
    let base = JSONValue(reader.read(try Project.bytes("rules/action-plan/base.json")).document)
    let report = try JSONPatch.apply(JSONValue(reader.read(Array(patch.utf8)).document), to: base)
    var reports = ReportReader()
    let checker = try Project.checker([try Project.pack("action-plan")])
    return checker.check(Checker.Source(name: "many.json", bytes: Array(report.text.utf8)), reader: &reports)
  }

  @Test func `a hundred failures are listed and all are counted`() throws {
    let (one, many) = (try Self.result(1), try Self.result(1234))
    let own = many.findings.filter { $0.rule == "A6-08" }
    #expect(own.count == 100)
    #expect(own.map(\.place.path) == (0..<100).map { "/offenderPrevention/\($0)/clickThroughs" })
    let outcomes = many.outcomes.filter { $0.rule == "A6-08" }
    #expect(outcomes.count == 1234)
    #expect(outcomes.allSatisfy { $0.outcome == .failed })
    #expect(outcomes.filter(\.isUnlisted).map(\.path) == (100..<1234).map { "/offenderPrevention/\($0)" })
    #expect(many.counts.failed == one.counts.failed)
    #expect(many.counts.errors == one.counts.errors + 1233)
  }

  @Test(arguments: [
    (Language.en, "The rule A6-08 fails at 1,134 more places", "and 1,134 more places"),
    (.fr, "La règle A6-08 n&#39;est pas respectée à 1\u{202F}134 autres endroits", "et 1\u{202F}134 autres endroits"),
    (.nl, "De regel A6-08 wordt op nog 1.134 plaatsen niet nageleefd", "en nog 1.134 plaatsen"),
    (.de, "Die Regel A6-08 ist an 1.134 weiteren Stellen verletzt", "und 1.134 weitere Stellen"),
  ]) func `every output states the number left out`(_ language: Language, _ note: String, _ aside: String) throws {
    let result = try Self.result(1234)
    func rendered(_ format: Format) -> String {
      String(decoding: render(result, as: format, in: language), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let plain = note.replacing("&#39;", with: "'").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let html = rendered(.html).replacing("&#39;", with: "'")
    #expect(rendered(.text).contains(plain))
    #expect(result.unchecked.contains { $0[language].hasPrefix(note.replacing("&#39;", with: "'")) })
    #expect(html.contains(plain))
    #expect(html.contains(aside.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }
}
