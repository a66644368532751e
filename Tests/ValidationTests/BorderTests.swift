import CEL
import Documents
import Findings
import Testing

@testable import Validation

/// The days around a date: of the law, of a period, of a submission. What one report and one rule can show of it is
/// among the examples of the rules.
struct BorderTests {
  static let conformant = SampleTests.names.filter {
    $0.hasSuffix("-conformant.json") || $0.hasSuffix("-conformant.xml")
  }

  /// The rules of the interim derogation that hold on a day: nothing before it, the gap of 2026, nothing after it.
  static let derogation: [(String, [String])] = [
    ("2021-08-01", []),
    ("2026-04-04", ["INT-02b", "INT-04b", "INT-11a", "INT-11b"]),
    ("2026-07-30", ["INT-02b", "INT-04b", "INT-11a", "INT-11b"]),
    ("2026-07-31", ["INT-02b", "INT-04b", "INT-09b", "INT-10", "INT-33e"]),
    ("2028-04-03", ["INT-02b", "INT-04b", "INT-09b", "INT-10", "INT-33e"]),
    ("2028-04-04", []),
  ]

  /// Each day with the day before and the day after, in order.
  private static func around(_ days: [String]) throws -> [String] {
    var around: Set<String> = []
    for text in days {
      let day = try #require(CivilDate(text))
      for shift in [-1, 0, 1] as [Int64] {
        let neighbour = try #require(CivilDate(days: day.days + shift))
        around.insert(neighbour.description)
      }
    }
    return around.sorted()
  }

  /// The first and the last days on which rules hold.
  private static func limits(_ packs: [Pack]) -> [String] {
    packs.flatMap(\.rules).flatMap { rule in [rule.effective.from, rule.effective.to].compactMap { $0 } }
  }

  /// The rules of a pack that do not hold for a report on one day, the base report of the pack otherwise.
  private static func outOfForce(_ pack: Pack, on day: String, _ checker: Checker) throws -> [String] {
    let bytes = try #require(pack.base)
    let period = #"[{ "op": "replace", "path": "/period", "value": { "from": "\#(day)", "to": "\#(day)" } }]"#
    var json = JSONReader()
    let base = JSONValue(json.read(bytes).document)
    let report = try JSONPatch.apply(JSONValue(json.read(Array(period.utf8)).document), to: base)
    var reader = ReportReader()
    let source = Checker.Source(name: "\(day).json", bytes: Array(report.text.utf8))
    let result = checker.check(source, reader: &reader)
    return result.outcomes.filter { outcome in
      guard let reason = outcome.reason?.en else { return false }
      return reason.hasPrefix("The rule holds from ") || reason.hasPrefix("The rule held until ")
    }.map(\.rule)
  }

  @Test func `a conformant report has no finding on any day as of which it is read`() throws {
    let packs = try ShippedPackTests.ids.map { try Project.pack($0) }
    let checker = try Project.checker(packs)
    var reader = ReportReader()
    var found: [String] = []
    for name in Self.conformant {
      let source = Checker.Source(name: name, bytes: try Project.bytes(name))
      let own = checker.check(source, reader: &reader)
      let submission = try #require(own.asOf)
      let end = try #require(own.report?.to)
      let year = try #require(Int(end.prefix(4)))
      // The XML twin is the same report: it is read around its own days only.
      let others = name.hasSuffix(".json") ? Self.limits(packs) : []
      for day in try Self.around([submission, end, "\(year + 1)-12-31"] + others) {
        var options = Checker.Options()
        options.asOf = day
        let result = checker.check(source, options: options, reader: &reader)
        #expect(result.asOf == day)
        found += result.findings.map { "\(name) as of \(day): \($0.rule) \($0.place.path)" }
      }
    }
    #expect(Self.conformant.count >= 8)
    #expect(found == [])
  }

  @Test(arguments: ShippedPackTests.ids)
  func `a rule holds from its first day to its last and not the day before or after`(_ id: String) throws {
    let pack = try Project.pack(id)
    let checker = try Project.checker([pack])
    for day in try Self.around(Self.limits([pack])) {
      // ISO 8601 days are in the order of their texts.
      let expected = pack.rules.filter { rule in
        (rule.effective.from ?? day) > day || (rule.effective.to ?? day) < day
      }.map(\.descriptor.id)
      #expect(try Self.outOfForce(pack, on: day, checker) == expected, "\(id) on \(day)")
    }
  }

  @Test(arguments: derogation)
  func `no rule of law fills the gap between the two derogations`(_ day: String, _ rules: [String]) throws {
    let pack = try Project.pack("eu-interim-derogation")
    let out = try Self.outOfForce(pack, on: day, try Project.checker([pack]))
    let holding = pack.rules.filter { !out.contains($0.descriptor.id) }
    #expect(holding.map(\.descriptor.id) == rules)
    #expect(holding.filter { $0.descriptor.status == .law }.map(\.descriptor.id) == [])
  }
}
