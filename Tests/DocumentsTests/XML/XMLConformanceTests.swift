import Documents
import Findings
import Foundation
import Testing

/// The W3C XML conformance suite, 2013: the tests that need no document type.
struct XMLConformanceTests {
  /// Tests whose verdict is not ours, with the reason. A test fails when one of them starts to agree.
  static let exceptions: [String: String] = [
    "o-p04pass1": "a name with a colon, which Namespaces in XML 1.0 §4 takes for a prefix that is not declared",
    "o-p05pass1": "a name with a colon, which Namespaces in XML 1.0 §4 takes for a prefix that is not declared",
  ]

  @Test func `verdicts agree with the suite, but for the listed exceptions`() throws {
    guard let root = SharedData.url("xml-conformance/xmlconf") else { return }
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    for test in try Self.tests(in: root) {
      let bytes = [UInt8](try Data(contentsOf: test.file))
      let reading = read(bytes, as: .xml)
      if Self.hasDoctype(bytes) || test.type == "error" { continue }
      expectWhole(reading)
      seen.insert(test.id)
      counts[test.type, default: 0] += 1
      let agrees = reading.isComplete == (test.type != "not-wf")
      if let reason = Self.exceptions[test.id] {
        #expect(!agrees, "\(test.id) agrees now and is no exception any more: \(reason)")
      } else {
        #expect(agrees, "\(test.id) \(test.type) \(test.file.path) \(reading.findings.map(\.message.en))")
      }
    }
    print("XML conformance:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    #expect(seen.count > 200)
    #expect(Set(Self.exceptions.keys).isSubset(of: seen))
  }

  @Test func `a file with a DOCTYPE is always refused`() throws {
    guard let root = SharedData.url("xml-conformance/xmlconf") else { return }
    for test in try Self.tests(in: root) {
      let bytes = [UInt8](try Data(contentsOf: test.file))
      guard Self.hasDoctype(bytes, outside: /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/.dotMatchesNewlines()) else {
        continue
      }
      let reading = read(bytes, as: .xml)
      #expect(!reading.isComplete, "\(test.id)")
      expectWhole(reading)
    }
  }

  private struct Case {
    var id: String
    var type: String
    var file: URL
  }

  /// The tests of XML 1.0, fifth edition, and of Namespaces 1.0 in the catalogues of the suite.
  private static func tests(in root: URL) throws -> [Case] {
    var cases: [String: Case] = [:]
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    for path in paths.sorted() where path.hasSuffix(".xml") {
      let url = root.appendingPathComponent(path)
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      guard text.contains("<TEST ") || text.contains("<TEST\n") || text.contains("<TEST\r") else { continue }
      for test in elements(text) {
        guard let id = test["ID"], let type = test["TYPE"], let uri = test["URI"] else { continue }
        let file = url.deletingLastPathComponent().appendingPathComponent(uri)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        guard test["VERSION"] == nil || test["VERSION"] == "1.0" else { continue }
        guard !["XML1.1", "NS1.1"].contains(test["RECOMMENDATION"] ?? "") else { continue }
        if let edition = test["EDITION"], !edition.split(separator: " ").contains("5") { continue }
        cases[id] = Case(id: id, type: type, file: file)
      }
    }
    return cases.values.sorted { $0.id < $1.id }
  }

  /// The attributes of each TEST element.
  private static func elements(_ text: String) -> [[String: String]] {
    let pattern = /<TEST\s([^>]*)>/
    let attribute = /([A-Z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/
    return text.matches(of: pattern).map { element in
      var values: [String: String] = [:]
      for found in element.output.1.matches(of: attribute) {
        values[String(found.output.1)] = String(found.output.2 ?? found.output.3 ?? "")
      }
      return values
    }
  }

  private static func hasDoctype(_ bytes: [UInt8], outside skipped: Regex<Substring>? = nil) -> Bool {
    var text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    if let skipped { text.replace(skipped, with: "") }
    return text.contains("<!DOCTYPE")
  }
}
