import Foundation
import Testing

/// `vigie rules coverage` and `rules/COVERAGE.md`.
struct CoverageTests {
  @Test func `the table of what is covered is fresh and leaves nothing open`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let written = try place.run("vigie rules coverage --format markdown")
    #expect(written.code == 0)
    let kept = try String(contentsOf: Workplace.project.appending(path: "rules/COVERAGE.md"), encoding: .utf8)
    #expect(written.output == kept, "rules/COVERAGE.md is out of date; run make schemas")
    let open = written.output.split(separator: "\n").filter { $0.contains("**open**") }
    #expect(open == [])
    #expect(written.output.split(separator: "\n").count { $0.wholeMatch(of: /\| [A-Z]+-[0-9]{2} \|.*/) != nil } == 192)
  }

  @Test func `a provision is listed with its rules as text and JSON`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let text = try place.run("vigie rules coverage --rules action-plan --lang nl").output
    #expect(text.contains("  Article 3(1)(i)\n    A5-24  Gemarkeerde inhoud wordt hoogstens twaalf maanden bewaard"))
    let json = try place.run("vigie rules coverage --rules action-plan --format json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["sources"] as? [[String: Any]])?.isEmpty == false)
    #expect((object?["formRows"] as? [[String: Any]])?.count == 148)
  }

  @Test func `a page of obligations is whole and has all languages`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let page = try place.run("vigie rules coverage --rules action-plan --format html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("</html>"))
    for text in [
      "Obligations and the rules", "Obligations et règles", "Verplichtingen en de regels", "Pflichten und die",
    ] { #expect(page.contains(text)) }
  }
}
