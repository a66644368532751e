import Findings
import Testing

@testable import Rendering

struct WaiverTests {
  @Test(arguments: Language.allCases)
  func `text shows what is waived and switched off`(language: Language) throws {
    try Golden.expect(render(Fixture.waived, as: .text, in: language), "waived.\(language.rawValue).txt")
  }

  @Test func `HTML and JSON show what is waived and switched off`() throws {
    try Golden.expect(render(Fixture.waived, as: .html, in: .fr), "waived.fr.html")
    try Golden.expect(render(Fixture.waived, as: .json, in: .en), "waived.json")
  }

  @Test(arguments: [
    (Language.en, "The report conforms, with 3 waived findings", "conforms, 3 waived"),
    (.fr, "Le rapport est conforme, avec 3 constats faisant l’objet d’une dispense", "conforme, 3 avec dispense"),
    (.nl, "Het verslag is conform, met 3 bevindingen waarvoor vrijstelling is verleend", "conform, 3 met vrijstelling"),
    (
      .de, "Der Bericht ist konform, mit 3 als Abweichung zugelassenen Feststellungen",
      "konform, 3 als Abweichung zugelassen"
    ),
  ])
  func `a report with waived findings is not called conformant alone`(
    language: Language, sentence: String, short: String
  ) {
    for results in [[Fixture.waived], [Fixture.waived, Fixture.waived]] {
      for format in [Format.text, .html] {
        let output = String(decoding: render(results, as: format, in: language), as: UTF8.self)
          .replacing("&#39;", with: "'")
        #expect(output.contains(sentence), "\(format.name)")
        #expect(results.count == 1 || output.contains(short), "\(format.name)")
        // The bare sentence never stands without what follows it.
        let bare = Words.verdict(.conformant)[language]
        let told = output.components(after: bare)
        #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix(",") }, "\(format.name)")
      }
    }
  }

  @Test func `one waived finding is one`() {
    var result = Fixture.waived
    result.counts.waived = 1
    #expect(Words.verdict(of: result).en == "The report conforms, with 1 waived finding")
    #expect(Words.verdict(of: result).de == "Der Bericht ist konform, mit 1 als Abweichung zugelassenen Feststellung")
    result.counts.waived = 0
    #expect(Words.verdict(of: result) == Words.verdict(.conformant))
    result.counts.waived = 1
    result.verdict = .nonConformant
    #expect(Words.verdict(of: result) == Words.verdict(.nonConformant))
    #expect(Words.shortVerdict(of: result).en == "does not conform, 1 waived")
  }

  @Test func `nothing that is waived is to be repaired first`() {
    let page = String(decoding: render(Fixture.waived, as: .html, in: .en), as: UTF8.self)
    #expect(!page.contains("id=\"first\""))
    #expect(Markup(page).isBalanced)
    var result = Fixture.waived
    result.findings[1].waiver = nil
    let other = String(decoding: render(result, as: .html, in: .en), as: UTF8.self)
    let first = other.components(after: "id=\"first\"").first?.components(before: "</section>") ?? ""
    #expect(first.contains("#f-f1c0ffee") && !first.contains("#f-f0c0ffee"))
  }

  @Test func `the command that gives the result again names both files`() {
    #expect(
      Fixture.waived.command
        == "vigie check --as-of 2026-10-01 --fail-on error --rules child-focus-2020 --previous 'acme 2025-h2.json' "
        + "--overlay overlay.yaml --waivers 'our waivers.yaml' acme-2026-h1.json")
  }

  @Test func `a file of waivers from standard input is named so`() {
    var result = Fixture.waived
    result.waivers?.name = "-"
    let text = String(decoding: render(result, as: .text, in: .en), as: UTF8.self)
    #expect(text.contains("--> <standard input>:4:14"))
    #expect(text.contains("Waiver file: <standard input> ("))
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after text: String) -> [Substring] {
    ranges(of: text).map { self[$0.upperBound...] }
  }
}

extension Substring {
  fileprivate func components(before text: String) -> Substring {
    ranges(of: text).first.map { self[..<$0.lowerBound] } ?? self
  }
}
