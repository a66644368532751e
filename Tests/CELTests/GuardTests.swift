import Testing

@testable import CEL

/// An optional member may be read only where it is certain to be there.
struct GuardTests {
  @Test(arguments: [
    "report.services.all(s, has(s.minimumAge) && s.minimumAge >= 13)",
    "report.services.all(s, !has(s.minimumAge) || s.minimumAge >= 13)",
    "report.services.all(s, has(s.minimumAge) ? s.minimumAge >= 13 : true)",
    "report.services.all(s, !has(s.minimumAge) ? true : s.minimumAge >= 13)",
    "report.services.all(s, !(has(s.minimumAge) && s.minimumAge < 13))",
    "report.services.all(s, has(s.risk) && has(s.risk.score) && s.risk.score > 0)",
    "report.services.all(s, (!has(s.rate) || !has(s.minimumAge)) || s.rate < s.minimumAge)",
    "report.services.map(s, has(s.minimumAge), s.minimumAge).sum() > 0",
    "report.services.filter(s, has(s.minimumAge)).map(s, s.?minimumAge.orValue(0)).sum() > 0",
    "has(report.budget) && report.services.all(s, report.budget > 0)",
    "report.services.all(s, s.?minimumAge.hasValue() && s.minimumAge > 0)",
    "has(report.services[0].rate) && report.services[0].rate > 0",
    "report.services.all(s, has(s.minimumAge) && (s.minimumAge > 1 || s.minimumAge < 0))",
    "report.services.all(s, (has(s.rate) ? s.rate > 0 : false) && s.rate < 1)",
    "report.?notApplicable.orValue([]).size() == 0",
    "report.services.all(s, s.?risk.?score.orValue(0) >= 0)",
  ])
  func `a guarded read is accepted`(_ text: String) {
    #expect(Sample.refusal(text, expecting: .bool) == "")
  }

  @Test(arguments: [
    "report.budget > 0",
    "report.services.all(s, s.minimumAge >= 13)",
    "report.services.all(s, s.minimumAge >= 13 && has(s.minimumAge))",
    "report.services.all(s, has(s.minimumAge) || s.minimumAge >= 13)",
    "report.services.all(s, has(s.rate) && s.minimumAge >= 13)",
    "report.services.all(s, has(s.minimumAge)) && report.services.all(s, s.minimumAge > 0)",
    "report.services.filter(s, has(s.minimumAge)).map(s, s.minimumAge).sum() > 0",
    "report.services.all(s, has(s.minimumAge) && report.services.exists(s, s.minimumAge > 0))",
    "report.services.all(s, has(s.risk.score))",
    "report.services.all(s, has(s.risk) && s.risk.score > 0)",
    "report.services.all(s, (has(s.rate) || s.private) && s.rate > 0)",
    "report.services.all(s, !has(s.rate) && s.rate > 0)",
    "has(report.services[0].rate) && report.services[1].rate > 0",
  ])
  func `an unguarded read is refused`(_ text: String) {
    #expect(Sample.refusal(text).contains("is optional; guard it"))
  }

  /// Each condition is looked at once for both truth values; looking twice at each would double with every level.
  @Test func `conditionals within conditions of conditionals guard what they hold`() {
    let nested = (0..<200).reduce("has(report.budget)") { text, _ in "(\(text) ? true : false)" }
    #expect(Sample.refusal("\(nested) && report.budget > 0", expecting: .bool) == "")
    #expect(Sample.refusal("!\(nested) && report.budget > 0").contains("is optional; guard it"))
  }

  @Test func `the message names the member and shows both ways to guard it`() {
    #expect(
      Sample.refusal("report.total > report.budget")
        == "[report.budget] “report.budget” is optional; guard it with has(report.budget) && …, or write "
        + "report.?budget.orValue(…)")
  }

  @Test func `a path needs no guard, and an absent member has the place of its parent`() throws {
    let program = try Program.compilePath("report.notApplicable", in: Sample.environment())
    let activation = Sample.activation()
    let place = try #require(program.locate(activation))
    #expect(place.value == 0)
    #expect(place.missing == "notApplicable")
    let present = try Program.compilePath("report.total", in: Sample.environment())
    let found = try #require(present.locate(activation))
    #expect(found.missing == nil)
    #expect(found.text == "report.total")
    #expect(throws: CompileError.self) { try Program.compilePath("report.total + 1", in: Sample.environment()) }
    #expect(throws: CompileError.self) { try Program.compilePath("report.totle", in: Sample.environment()) }
  }
}
