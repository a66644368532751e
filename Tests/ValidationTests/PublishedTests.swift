import Documents
import Findings
import Testing
import Validation

/// The reports in `samples/published`, made of figures that providers published.
struct PublishedTests {
  /// The rules of all packs that have findings, one for each finding, without those of form.
  static let findings: [(String, [String])] = [
    ("linkedin-eu-2025-h2", ["A4-02", "A5-23", "A7-05", "DSA-16b", "DSA-16b"]),
    ("meta-ncmec-2023", ["A5-16", "A5-16"]),
    ("snap-eu-2025", ["A5-23", "INT-33d"]),
  ]

  private static func result(_ report: String) throws -> Result {
    let name = "samples/published/\(report)-nonConformant.json"
    let checker = try Project.checker(try ShippedPackTests.ids.map { try Project.pack($0) })
    var reader = ReportReader()
    return checker.check(Checker.Source(name: name, bytes: try Project.bytes(name)), reader: &reader)
  }

  @Test func `every published report is looked at`() {
    let names = SampleTests.names.filter { $0.hasPrefix("samples/published/") }
    #expect(names == Self.findings.map { "samples/published/\($0.0)-nonConformant.json" })
  }

  @Test(arguments: findings)
  func `only what the figures show is found`(_ report: String, _ rules: [String]) throws {
    let result = try Self.result(report)
    #expect(result.findings.map(\.rule).filter { !$0.hasPrefix("structure-") }.sorted() == rules)
    #expect(result.asOf == result.report?.to)
  }

  @Test(arguments: findings.map { $0.0 })
  func `personal data are looked for although names are missing`(_ report: String) throws {
    let outcomes = try Self.result(report).outcomes.filter { $0.rule.hasPrefix("PRIV-") }
    #expect(Set(outcomes.map(\.outcome)) == [.passed])
    #expect(outcomes.count == 7)
  }
}
