import Documents
import Testing

@testable import CEL

/// What a failed assertion points at.
struct OperandTests {
  /// The operands as `text@kind`, `parent.missing` written `text-missing`.
  static func operands(_ text: String, over item: Item = Sample.base) throws -> [String] {
    var environment = Sample.environment()
    environment.define(
      "covered", try Program.compile("report.technologies.exists(t, t.target == 'solicitation')", in: environment))
    let program = try Program.compile(text, in: environment, expecting: .bool)
    var activation = Sample.activation(item)
    #expect(program.evaluate(&activation).asBool == false)
    return program.blame(activation).operands.map { operand in
      operand.missing.map { "\(operand.text)-\($0)" } ?? operand.text
    }
  }

  @Test(arguments: [
    ("report.total == 5", ["report.total"]),
    (
      "report.total > report.services[0].?minimumAge.orValue(0) + 1000",
      ["report.total", "report.services[0].?minimumAge"]
    ),
    ("report.total > 0 && report.period.to < report.period.from", ["report.period.to", "report.period.from"]),
    (
      "report.total < 0 || report.period.to < report.period.from",
      ["report.total", "report.period.to", "report.period.from"]
    ),
    ("report.services.all(s, s.private)", ["report.services", "s.private"]),
    ("report.services.exists(s, s.id == 'none')", ["report.services"]),
    ("!report.services.exists(s, s.id == 'wall')", ["report.services", "s.id"]),
    ("has(report.notApplicable)", ["has(report.notApplicable)-notApplicable"]),
    ("!has(report.budget)", ["has(report.budget)"]),
    ("report.services.map(s, s.id).join(',') == 'x'", ["report.services", "s.id", "s.id"]),
    (
      "report.technologies.map(t, t.?flagged.orValue(0)).sum() == report.total + 1",
      ["report.technologies", "report.total", "t.?flagged", "t.?flagged"]
    ),
    ("report.services.filter(s, s.private).size() == 2", ["report.services", "report.services"]),
    ("covered || report.total == 0", ["report.technologies", "report.total"]),
    (
      "report.total > 200 ? true : report.period.to < report.period.from",
      ["report.period.to", "report.period.from", "report.total"]
    ),
    ("report.total in [1, 2]", ["report.total"]),
    ("'x' in report.services.map(s, s.id)", ["report.services", "s.id", "s.id"]),
    ("report.total == report.total + 1", ["report.total"]),
    (
      "report.technologies.all(t, has(t.reviewed) && t.reviewed <= t.?flagged.orValue(0))",
      ["report.technologies", "t.reviewed", "t.?flagged", "report.technologies", "has(t.reviewed)-reviewed"]
    ),
  ])
  func `a failed assertion rests on these places`(_ text: String, _ expected: [String]) throws {
    #expect(try Self.operands(text) == expected)
  }

  @Test func `an operand names the value in the document`() throws {
    let program = try Program.compile("report.services.all(s, s.private)", in: Sample.environment())
    var activation = Sample.activation()
    _ = program.evaluate(&activation)
    let operands = program.blame(activation).operands
    let values = activation.documents[0].values
    #expect(operands.map { values[$0.value].kind } == [.object, .bool])
    #expect(operands.allSatisfy { $0.document == 0 && $0.missing == nil })
  }

  @Test func `no more than a hundred failing items of a list are followed`() throws {
    let services = (0..<300).map { Item.object(["id": .text("s\($0)"), "private": false]) }
    let operands = try Self.operands("report.services.all(s, s.private)", over: ["services": .list(services)])
    #expect(operands.count == 200)
  }
}
