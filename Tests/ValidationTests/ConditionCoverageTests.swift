import Findings
import Testing

@testable import Validation

/// What the examples of a rule do not reach, with its place in the file.
struct ConditionCoverageTests {
  /// The gaps of a rule whose examples are both the base report of the action plan.
  private static func gaps(_ body: String) throws -> [String] {
    let pack = try RulePack.read(RulePack.rule(body))
    let schema = try Project.schema(Project.reportSchema)
    let runner = try ExampleRunner(pack: pack, schema: schema, version: "0", isWatching: true)
    _ = runner.run()
    return try #require(runner.coverage).gaps.map(\.text)
  }

  @Test func `a condition that is only true, only false or never evaluated is named with its place`() throws {
    #expect(
      try Self.gaps("assert: size(report.services) > 0 || size(report.training) > 1000000") == [
        "x.yaml:7:9: assert: “size(report.services) > 0” is never false in the examples",
        "x.yaml:7:38: assert: “size(report.training) > 1000000” is never evaluated in the examples",
      ])
  }

  @Test func `conditions inside macros and lets count, connectives and names do not`() throws {
    let body = """
      let: { known: "report.services.exists(s, s.id != '' && !s.id.startsWith('x'))" }
      assert: "known ? true : false"
      """
    #expect(
      try Self.gaps(body) == [
        "x.yaml:7:42: let.known: “s.id != ''” is never false in the examples",
        "x.yaml:7:57: let.known: “s.id.startsWith('x')” is never true in the examples",
      ])
  }

  @Test func `a condition that is both true and false is covered`() throws {
    let body = """
      let: { first: "report.services[0].id" }
      assert: "report.services.exists(s, s.id == first) && [1, 2].exists(n, n == 2)"
      """
    let pack = try RulePack.read(RulePack.rule(body))
    let runner = try ExampleRunner(
      pack: pack, schema: try Project.schema(Project.reportSchema), version: "0", isWatching: true)
    _ = runner.run()
    let coverage = try #require(runner.coverage)
    #expect(coverage.count == 2)
    #expect(coverage.gaps.map(\.condition) == ["s.id == first"])
  }

  @Test func `nobody watches unless asked`() throws {
    let pack = try Project.pack("us-2258a")
    let runner = try ExampleRunner(pack: pack, schema: try Project.schema(Project.reportSchema), version: "0")
    _ = runner.run()
    #expect(runner.coverage == nil)
  }
}
