import Documents
import Findings
import Foundation
import Rendering
import Schemas
import Validation

/// Where the time of one check goes, in the order of a run.
enum StageBenchmark {
  static func run(repository: String) {
    func bytes(_ path: String) -> [UInt8] { self.bytes(path, in: repository) }
    let schemaBytes = bytes("schemas/csa-report-1.0.schema.json")
    let bundle = bytes("rules/bundles/action-plan.bundle")
    let report = bytes("samples/large-network-conformant.json")
    let twin = bytes("samples/large-network-conformant.xml")
    do {
      var reader = ReportReader()
      var json = JSONReader()
      let schema = try Schema(compiling: json.read(schemaBytes).document)
      let store = TextStore(copying: bundle)
      let pack = try PackBundle.read(store, name: "action-plan")
      var proven = pack
      proven.isProven = true
      func checker(_ pack: Pack) throws -> Checker {
        try Checker(schema: schema, packs: [pack], version: "0")
      }
      let many = repeated(pack, to: 500)
      let ready = try checker(proven)
      let document = reader.read(report, syntax: nil).document
      let source = Checker.Source(name: "report.json", bytes: report)
      let result = ready.check(source, reader: &reader)
      print("\nStages of a check of \(report.count / 1000) KB with \(pack.rules.count) rules (medians of 101)\n")
      Measure.row("stage", "ms")
      Measure.row("---", "--:")
      func stage(_ name: String, _ body: () -> Void) {
        Measure.row(name, Measure.format(Measure.median(101, body) * 1000, 3))
      }
      stage("read and compile the schema") { _ = try? Schema(compiling: json.read(schemaBytes).document) }
      stage("read the pack") { _ = try? PackBundle.read(store, name: "action-plan") }
      stage("make a checker: shipped rules wait until they are needed") { _ = try? checker(proven) }
      stage("the same, and the first check with the rules that it needs") {
        _ = try? checker(proven).check(source, reader: &reader)
      }
      stage("compile the pack whole, as from disk") { _ = try? checker(pack) }
      stage("compile \(many.rules.count) rules whole") { _ = try? checker(many) }
      stage("read the report, JSON") { reader.recycle(reader.read(report, syntax: nil).document) }
      stage("read the report, XML") { reader.recycle(reader.read(twin, syntax: nil).document) }
      stage("bind the report") { _ = Binder.bind(document, to: schema) }
      stage("a later check: read, bind, rules, result") { _ = ready.check(source, reader: &reader) }
      for format in Format.all { stage("render as \(format.name)") { _ = render(result, as: format, in: .en) } }
    } catch {
      print("\(error)")
      exit(2)
    }
  }

  /// Reads and compiles the shipped pack whole so often, for a profiler, and prints the time for each rule.
  static func compile(repository: String, times: Int) {
    let schemaBytes = bytes("schemas/csa-report-1.0.schema.json", in: repository)
    let store = TextStore(copying: bytes("rules/bundles/action-plan.bundle", in: repository))
    var json = JSONReader()
    guard let schema = try? Schema(compiling: json.read(schemaBytes).document),
      let count = try? PackBundle.read(store, name: "action-plan").rules.count
    else { exit(2) }
    let read = Measure.median(times) { _ = try? PackBundle.read(store, name: "action-plan") }
    let both = Measure.median(times) {
      guard let pack = try? PackBundle.read(store, name: "action-plan") else { return }
      _ = try? Checker(schema: schema, packs: [pack], version: "0")
    }
    Measure.row("read a rule, µs", Measure.format(read * 1e6 / Double(count), 2))
    Measure.row("compile a rule whole, µs", Measure.format((both - read) * 1e6 / Double(count), 2))
  }

  static func bytes(_ path: String, in repository: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: repository + "/" + path) else {
      print("\(path) is not in \(repository)")
      exit(2)
    }
    return [UInt8](data)
  }

  /// The rules of a pack over and over under other ids.
  private static func repeated(_ pack: Pack, to count: Int) -> Pack {
    var many = pack
    many.rules = (0..<count).map { index in
      var rule = pack.rules[index % pack.rules.count]
      rule.descriptor.id += ".\(index)"
      return rule
    }
    return many
  }
}
