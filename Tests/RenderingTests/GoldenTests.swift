import Findings
import Rendering
import Testing

struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `text shows findings and a summary`(language: Language) throws {
    try Golden.expect(
      render(Fixture.nonConformant, as: .text, in: language), "nonConformant.\(language.rawValue).txt")
  }

  @Test func `text of a conformant report is its summary`() throws {
    try Golden.expect(render(Fixture.conformant, as: .text, in: .en), "conformant.en.txt")
  }

  @Test func `text of an unreadable report says that nothing was decided`() throws {
    try Golden.expect(render(Fixture.unreadable, as: .text, in: .en), "unreadable.en.txt")
  }

  @Test func `text of several reports ends with one line for each`() throws {
    try Golden.expect(
      render([Fixture.conformant, Fixture.nonConformant, Fixture.unreadable], as: .text, in: .en), "several.en.txt")
  }

  @Test func `text in a narrow terminal fits`() throws {
    let bytes = render(
      Fixture.nonConformant, as: .text, in: .en, options: RenderingOptions(colour: true, width: 60))
    try Golden.expect(bytes, "narrow-colour.en.txt")
  }

  @Test func `JSON shows everything`() throws {
    try Golden.expect(render(Fixture.nonConformant, as: .json, in: .en), "nonConformant.json")
    try Golden.expect(render([Fixture.conformant, Fixture.unreadable], as: .json, in: .en), "several.json")
  }

  @Test(arguments: Language.allCases)
  func `HTML shows everything`(language: Language) throws {
    try Golden.expect(
      render(Fixture.nonConformant, as: .html, in: language), "nonConformant.\(language.rawValue).html")
  }

  @Test func `HTML of other verdicts and of several reports`() throws {
    try Golden.expect(render(Fixture.conformant, as: .html, in: .en), "conformant.en.html")
    try Golden.expect(render(Fixture.unreadable, as: .html, in: .en), "unreadable.en.html")
    try Golden.expect(
      render([Fixture.conformant, Fixture.nonConformant, Fixture.unreadable], as: .html, in: .fr), "several.fr.html")
  }
}
