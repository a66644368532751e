import Foundation
import Testing

/// `vigie rules new` and `vigie rules diff`.
struct NewRuleTests {
  @Test(arguments: ["report.identification.publicUrl", "report.services.childFriendlyTermsUrl"])
  func `a new rule is whole: its examples hold in the pack that it is written into`(_ path: String) throws {
    let place = try Workplace()
    defer { place.remove() }
    let pack = Workplace.project.appending(path: "rules/action-plan").path
    let outcome = try place.run("cp -r '\(pack)' mine && vigie rules new mine A5-99 \(path) && vigie rules test mine")
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.error)")
    let files = try FileManager.default.contentsOfDirectory(atPath: pack)
    let rules = files.count { $0.hasSuffix(".yaml") && $0 != "pack.yaml" }
    let pattern = try Regex("\(rules + 1) rules, [0-9]+ examples, 0 failures")
    #expect(outcome.output.contains(pattern), "\(outcome.output.prefix(400))")
    let again = try place.run("vigie rules new mine A5-99 \(path)")
    #expect(again.error == "vigie: the pack action-plan has a rule A5-99 already\n")
  }

  @Test func `what cannot become a rule is refused with the nearest right name`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let pack = Workplace.project.appending(path: "rules/action-plan").path
    _ = try place.run("cp -r '\(pack)' mine")
    for (arguments, message) in [
      (
        "mine A5-99 report.identification.publcUrl",
        "the report has no field “publcUrl” there; did you mean “publicUrl”?"
      ),
      (
        "mine A5-99 report.period.to",
        "the report schema asks for report.period.to already; a rule about what it says is written by hand"
      ),
      ("mine 'A 5' report.period.to", "“A 5” is no id of a rule; ids are letters, digits and hyphens, such as A5-26"),
      ("mine A5-99 services", "name a field of the report by its path, such as report.identification.publicUrl"),
      ("good.json A5-99 report.period.to", "good.json is no directory of a pack: it has no pack.yaml"),
    ] {
      #expect(try place.run("vigie rules new \(arguments)").error == "vigie: \(message)\n")
    }
  }

  @Test func `packs are compared by what they say of reports`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let pack = Workplace.project.appending(path: "rules/action-plan").path
    let same = try place.run("vigie rules diff action-plan action-plan good.json")
    #expect(same.code == 0 && same.output == "no difference\n")
    let other = try place.run(
      "cp -r '\(pack)' mine; rm mine/A1-01*; sed -i 's/days <= 366/days <= 30/' mine/A5-24*.yaml; "
        + "vigie rules diff action-plan mine good.json")
    #expect(other.code == 1)
    #expect(other.output == "- A1-01\ngood.json: A5-24: passed → failed\n")
  }
}
