import Documents
import Findings
import Foundation
import Schemas
import Testing
import Validation

/// The samples: the name says the verdict.
struct SampleTests {
  static let names: [String] = {
    let all = (try? Project.files(in: "samples")) ?? []
    return all.filter { $0.hasSuffix(".json") || $0.hasSuffix(".xml") }
  }()

  private static func result(_ path: String, _ checker: Checker) throws -> Result {
    var reader = ReportReader()
    let previous = try previous(of: path).map { Checker.Source(name: $0, bytes: try Project.bytes($0)) }
    return checker.check(
      Checker.Source(name: path, bytes: try Project.bytes(path)), previous: previous, reader: &reader)
  }

  /// `samples/surge-previous-conformant.json` is the report before `samples/surge-nonConformant.json`: what stands
  /// before the verdict is the same.
  static func previous(of path: String) -> String? {
    let file = URL(filePath: path)
    guard !path.contains("-previous-"), let verdict = path.lastIndex(of: "-") else { return nil }
    let subject = String(path[..<verdict])
    return names.first { $0.hasPrefix("\(subject)-previous-") && $0.hasSuffix("." + file.pathExtension) }
  }

  @Test func `the name of each sample says its verdict`() throws {
    let checker = try Project.checker([try Project.pack("action-plan")])
    #expect(Self.names.count >= 30)
    for name in Self.names {
      let result = try Self.result(name, checker)
      let verdict = name.split(separator: "-").last?.split(separator: ".").first.map(String.init)
      #expect(
        verdict == result.verdict.rawValue,
        "\(name): \(result.findings.filter { $0.severity == .error }.prefix(5).map { "\($0.rule) \($0.place.path) \($0.message.en)" })"
      )
    }
  }

  @Test func `XML samples are fresh and have the findings of their JSON twins`() throws {
    let checker = try Project.checker([try Project.pack("action-plan")])
    let schema = try Project.schema(Project.reportSchema)
    var twins = 0
    for name in Self.names where name.hasSuffix(".json") {
      let twin = String(name.dropLast(4)) + "xml"
      var reader = JSONReader()
      let reading = reader.read(try Project.bytes(name))
      guard reading.isComplete else { continue }
      let binding = Binder.bind(reading.document, to: schema)
      guard binding.isValid else { continue }
      twins += 1
      #expect(Self.names.contains(twin), "\(name) has no XML twin")
      #expect(
        Converter.xml(binding.bound, schema: schema) == (try Project.bytes(twin)),
        "\(twin) is out of date; run vigie convert \(name) --output \(twin)")
      #expect(
        try Self.result(name, checker).findings.map(\.id) == Self.result(twin, checker).findings.map(\.id), "\(name)")
    }
    #expect(twins >= 12)
  }

  @Test(arguments: 1...7) func `a sample of one strand fails only there`(_ number: Int) throws {
    let checker = try Project.checker([try Project.pack("action-plan")])
    let name = try #require(Self.names.first { $0.hasPrefix("samples/strand-a\(number)") && $0.hasSuffix(".json") })
    let result = try Self.result(name, checker)
    let strands = Set(
      result.findings.filter { $0.severity == .error }.map { finding in
        result.rules.first { $0.id == finding.rule }?.strand ?? "form"
      })
    #expect(strands == ["A\(number)"], "\(name)")
  }

  @Test func `every rule has an outcome on every sample`() throws {
    let checker = try Project.checker([try Project.pack("action-plan")])
    for name in Self.names {
      let result = try Self.result(name, checker)
      let counts = result.counts
      #expect(counts.rules == counts.passed + counts.failed + counts.inapplicable + counts.cantTell, "\(name)")
      #expect(counts.rules > 50)
      for outcome in result.outcomes where outcome.outcome == .inapplicable || outcome.outcome == .cantTell {
        #expect(outcome.reason != nil, "\(name): \(outcome.rule)")
      }
    }
  }

  @Test func `every prefix of a sample has an answer`() throws {
    let checker = try Project.checker([try Project.pack("action-plan")])
    for name in Self.names where name.contains("small-hosting") {
      let bytes = try Project.bytes(name)
      var reader = ReportReader()
      for end in stride(from: 0, to: bytes.count, by: 41) {
        let source = Checker.Source(name: name, bytes: Array(bytes[..<end]))
        #expect(checker.check(source, reader: &reader).verdict == .indeterminate)
      }
    }
  }
}
