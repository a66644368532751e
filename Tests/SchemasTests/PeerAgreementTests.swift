import Foundation
import Schemas
import Testing

/// Our verdict on structure against those of libxml2's XSD validator and of the Rust jsonschema library.
struct PeerAgreementTests {
  private static let count = 2000

  /// Reports, most of them broken in one or two places.
  private func reports(_ schema: Schema) -> [ReportTree] {
    var generator = ReportGenerator(schema: schema, seed: 3)
    return (0..<Self.count).map { number in
      var report = generator.report()
      for _ in 0..<(number % 4 == 0 ? 0 : number % 4 == 3 ? 2 : 1) { report = generator.mutated(report) }
      return report
    }
  }

  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "vigie-peers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test func `xmllint accepts exactly the XML reports that we accept`() throws {
    let schema = try ReportSchema.load()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var ours: [Bool] = []
    for (number, report) in reports(schema).enumerated() {
      let text = report.xml(root: schema.rootName, namespace: schema.namespace)
      try Data(text.utf8).write(to: folder.appending(path: "\(number).xml"))
      ours.append(bind(text, to: schema)?.isValid ?? false)
    }
    let xsd = TestFiles.project.appending(path: "schemas/csa-report-1.0.xsd").path
    let names = (0..<Self.count).map { folder.appending(path: "\($0).xml").path }
    guard let output = try run("xmllint", ["--noout", "--schema", xsd] + names) else {
      print("skipped: xmllint is not installed (Debian package libxml2-utils)")
      return
    }
    var theirs = Set<Int>()
    for line in output.split(separator: "\n") where line.hasSuffix(" validates") {
      if let number = line.split(separator: "/").last?.split(separator: ".").first.flatMap({ Int($0) }) {
        theirs.insert(number)
      }
    }
    report("xmllint", ours, (0..<Self.count).map(theirs.contains), names)
  }

  @Test func `jsonschema-rs accepts exactly the JSON reports that we accept`() throws {
    let schema = try ReportSchema.load()
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var ours: [Bool] = []
    for (number, report) in reports(schema).enumerated() {
      try Data(report.json.utf8).write(to: folder.appending(path: "\(number).json"))
      ours.append(bind(report.json, to: schema)?.isValid ?? false)
    }
    let script = """
      import json, sys
      try:
        import jsonschema_rs
      except ImportError:
        sys.exit("absent")
      validator = jsonschema_rs.validator_for(open(sys.argv[1]).read(), validate_formats=True)
      for number in range(int(sys.argv[3])):
        try:
          print("valid" if validator.is_valid(json.load(open(f"{sys.argv[2]}/{number}.json"))) else "invalid")
        except json.JSONDecodeError:
          print("invalid")
      """
    guard let output = try run("python3", ["-c", script, ReportSchema.url.path, folder.path, "\(Self.count)"]),
      !output.contains("absent")
    else {
      print("skipped: python3 with jsonschema-rs is not installed (PyPI)")
      return
    }
    let theirs = output.split(separator: "\n").map { $0 == "valid" }
    try #require(theirs.count == Self.count, "\(output.suffix(1500))")
    report("jsonschema-rs", ours, theirs, (0..<Self.count).map { "\($0)" })
  }

  private func report(_ peer: String, _ ours: [Bool], _ theirs: [Bool], _ names: [String]) {
    let different = ours.indices.filter { ours[$0] != theirs[$0] }
    print("\(peer): \(ours.count(where: \.self)) of \(ours.count) accepted by us, \(different.count) differences")
    #expect(different.isEmpty, "\(different.prefix(10).map { "\(names[$0]): ours \(ours[$0])" })")
  }
}
