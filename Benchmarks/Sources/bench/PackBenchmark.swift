import Dispatch
import Documents
import Findings
import Foundation
import Schemas
import Validation

/// A check with every shipped pack.
enum PackBenchmark {
  /// Checks one report with every shipped pack so often, for a profiler.
  static func check(repository: String, times: Int) {
    guard let checker = all(in: repository)?.checker else { exit(2) }
    var reader = ReportReader()
    let source = Checker.Source(
      name: "report.json", bytes: StageBenchmark.bytes("samples/large-network-conformant.json", in: repository))
    for _ in 0..<times { _ = checker.check(source, reader: &reader) }
  }

  /// What a check with every shipped pack takes: a process from its start to its end, and a later check.
  static func run(repository: String) {
    guard let (schema, checker) = all(in: repository) else { exit(2) }
    let path = "samples/large-network-conformant.json"
    let report = StageBenchmark.bytes(path, in: repository)
    let source = Checker.Source(name: "report.json", bytes: report)
    var reader = ReportReader()
    let result = checker.check(source, reader: &reader)
    print(
      "\nA check of \(report.count / 1000) KB with every pack: \(result.counts.rules) rules of \(result.packs.count) packs, the other \(result.inapplicablePacks.count) packs do not concern the report (medians of 101)\n"
    )
    Measure.row("what", "ms", "wanted")
    Measure.row("---", "--:", "---")
    let program = repository + "/.build/release/vigie"
    let arguments = ["check", repository + "/" + path]
    if let floor = Measure.process(program, ["schema", "overlay"]), let cold = Measure.process(program, arguments) {
      Measure.row("a process that prints a small schema", Measure.format(floor * 1000, 2), "")
      Measure.row("cold: a process from start to end", Measure.format(cold * 1000, 2), "≤ 8")
    } else {
      print("\(program) is not there; make release builds it")
    }
    let whole = Measure.median(101) { _ = checker.check(source, reader: &reader) }
    let input = Measure.median(101) {
      let document = reader.read(report, syntax: nil).document
      _ = Binder.bind(document, to: schema)
      reader.recycle(document)
    }
    Measure.row("warm: read, bind, rules and result", Measure.format(whole * 1000, 3), "")
    Measure.row("warm: without reading and binding", Measure.format((whole - input) * 1000, 3), "≤ 0.5")
    var shared = Checker.Options()
    shared.pool = WorkPool { count, work in DispatchQueue.concurrentPerform(iterations: count, execute: work) }
    let together = Measure.median(101) { _ = checker.check(source, options: shared, reader: &reader) }
    Measure.row("the same on all processors", Measure.format((together - input) * 1000, 3), "")
    heaviest(in: repository, schema, source)
  }

  /// The rules that take most of a later check, each in a pack of its own, beside the same pack without rules.
  private static func heaviest(in repository: String, _ schema: Schema, _ source: Checker.Source) {
    var reader = ReportReader()
    func time(_ pack: Pack) -> Double {
      guard let checker = try? Checker(schema: schema, packs: [pack], version: "0") else { return 0 }
      _ = checker.check(source, reader: &reader)
      return Measure.median(15) { _ = checker.check(source, reader: &reader) }
    }
    var times: [(rule: String, time: Double)] = []
    for pack in packs(in: repository) {
      var alone = pack
      alone.indicators = []
      alone.rules = []
      let floor = time(alone)
      for rule in pack.rules {
        alone.rules = [rule]
        times.append((rule.descriptor.id, max(0, time(alone) - floor)))
      }
    }
    let sum = times.map(\.time).reduce(0, +)
    print("\nThe heaviest of \(times.count) rules, each alone: all together \(Measure.format(sum * 1000, 3)) ms\n")
    Measure.row("rule", "ms")
    Measure.row("---", "--:")
    for (rule, time) in times.sorted(by: { $0.time > $1.time }).prefix(10) {
      Measure.row(rule, Measure.format(time * 1000, 3))
    }
  }

  private static func packs(in repository: String) -> [Pack] {
    let directory = repository + "/rules/bundles"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory))?.sorted() ?? []
    return names.compactMap { name -> Pack? in
      let store = TextStore(copying: StageBenchmark.bytes("rules/bundles/" + name, in: repository))
      var pack = try? PackBundle.read(store, name: name)
      pack?.isProven = true
      return pack
    }
  }

  /// All packs as the program carries them.
  private static func all(in repository: String) -> (schema: Schema, checker: Checker)? {
    let compact = TextStore(copying: StageBenchmark.bytes("schemas/csa-report-1.0.compact", in: repository))
    let file = TextStore(copying: StageBenchmark.bytes("schemas/csa-report-1.0.schema.json", in: repository))
    guard let schema = Schema(compact: compact, file: file) else { return nil }
    let packs = packs(in: repository)
    return (try? Checker(schema: schema, packs: packs, version: "0")).map { (schema, $0) }
  }
}
