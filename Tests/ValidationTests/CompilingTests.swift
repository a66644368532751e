import Documents
import Findings
import Testing

@testable import Validation

/// When the rules of a pack are compiled, and what is refused then.
struct CompilingTests {
  @Test func `a rule that is compiled when it is needed decides like one that is compiled at once`() throws {
    let pack = try Project.bundle("action-plan")
    var proven = pack
    proven.isProven = true
    var reader = ReportReader()
    for name in try Project.files(in: "samples") where name.hasSuffix(".json") {
      let source = Checker.Source(name: name, bytes: try Project.bytes(name))
      let whole = try Project.checker([pack]).check(source, reader: &reader)
      let lazy = try Project.checker([proven]).check(source, reader: &reader)
      #expect(whole == lazy, "\(name)")
    }
  }

  @Test func `a fault in any part of a rule is refused when the pack is loaded from files`() throws {
    let good = try #require(try Project.pack("action-plan").rules.first { $0.descriptor.id == "A5-24" })
    var faults: [String] = []
    for part in ["applies", "assert", "at", "message"] {
      var rule = good
      let nothing = Expression(text: "nowhere", span: Span(start: 0, end: 7))
      switch part {
      case "applies": rule.applies = Rule.Condition(when: nothing, reason: rule.message)
      case "assert": rule.assertion = .expression(nothing)
      case "at": rule.places = [nothing]
      default: rule.message = LocalizedText(verbatim: "{nowhere}")
      }
      var pack = try Project.pack("action-plan")
      pack.rules = [rule]
      let error = #expect(throws: PackError.self) { try Project.checker([pack]) }
      faults.append(String((error?.message ?? "").prefix { $0 != ":" }))
    }
    #expect(faults == ["applies.when", "assert", "at.0", "message.en"])
  }
}
