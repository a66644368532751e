import CPeers
import Documents
import Findings
import Foundation
import Validation

/// What the twelve rules cost, stage by stage, on the reports of the peer benchmark.
enum RuleBenchmark {
  /// - Parameters:
  ///   - folder: `Benchmarks/Peers`.
  ///   - data: A folder with `good.json` and `previous.json`, and the same in folders that are named after their
  ///     numbers of orders.
  static func run(folder: String, data: String) {
    do {
      let pack = try PeerPack(folder: folder)
      let twelve = try pack.checker { PeerPack.isCounted($0.descriptor.id) }
      try stages(pack, twelve, data)
      orders(pack, twelve, data)
    } catch {
      print("\(error)")
      exit(2)
    }
  }

  /// Evaluates the rules so often, for a profiler.
  static func repeatRules(folder: String, data: String, times: Int) {
    guard let pack = try? PeerPack(folder: folder),
      let twelve = try? pack.checker(where: { PeerPack.isCounted($0.descriptor.id) })
    else { exit(2) }
    var reader = ReportReader()
    let reports = reports(pack, data, &reader)
    for _ in 0..<times { _ = reports.outcomes(twelve) }
  }

  private static func reports(_ pack: PeerPack, _ data: String, _ reader: inout ReportReader) -> PeerReports {
    PeerReports(PeerPack.bytes(data + "/good.json"), PeerPack.bytes(data + "/previous.json"), pack, &reader)
  }

  private static func stages(_ pack: PeerPack, _ twelve: Checker, _ data: String) throws {
    let (good, previous) = (PeerPack.bytes(data + "/good.json"), PeerPack.bytes(data + "/previous.json"))
    var reader = ReportReader()
    let reports = reports(pack, data, &reader)
    let isPassing = reports.outcomes(twelve).allSatisfy { $0.outcome == .passed }
    precondition(isPassing, "the good report passes")
    let read = Measure.median(501) {
      for bytes in [good, previous] { reader.recycle(reader.read(bytes, syntax: .json).document) }
    }
    let prepare = Measure.median(501) { PeerReports(good, previous, pack, &reader).recycle(&reader) }
    let rules = Measure.median(2001) { _ = reports.outcomes(twelve) }
    let whole = Measure.median(501) {
      let reports = PeerReports(good, previous, pack, &reader)
      _ = reports.outcomes(twelve)
      reports.recycle(&reader)
    }
    peer_heap_start()
    _ = reports.outcomes(twelve)
    var (peak, calls) = (0, 0)
    peer_heap_stop(&peak, &calls)
    let five = pack.repeated(42) { PeerPack.isCounted($0.descriptor.id) }
    let twelveRules = pack.repeated { PeerPack.isCounted($0.descriptor.id) }
    let compileTwelve = Measure.median(101) { pack.compile(twelveRules) }
    let compileMany = Measure.median(31) { pack.compile(five) }
    print("\nThe twelve rules of the peers, report and previous report of \(good.count / 1000) KB each (medians)\n")
    Measure.row("measure", "figure", "wanted")
    Measure.row("---", "--:", "---")
    Measure.row("read both reports, ms", Measure.format(read * 1e3, 3), "")
    Measure.row("bind both reports, ms", Measure.format((prepare - read) * 1e3, 3), "")
    Measure.row("12 rules alone, ms", Measure.format(rules * 1e3, 3), "≤ 0.10")
    Measure.row("bytes to verdict, reports/s on one core", Measure.format(1 / whole, 0), "≥ 5,000")
    Measure.row("compile the 12 rules, ms", Measure.format(compileTwelve * 1e3, 2), "≤ 2")
    Measure.row("compile \(five.rules.count) rules, ms", Measure.format(compileMany * 1e3, 1), "≤ 40 for 500")
    Measure.row("heap of an evaluation beyond the documents, KB", Measure.format(Double(peak) / 1e3, 1), "≤ 1,000")
    Measure.row("allocations of an evaluation", "\(calls)", "")
    print("\nEach rule alone, µs (medians of 501)\n")
    Measure.row("rule", "µs")
    Measure.row("---", "--:")
    for rule in twelveRules.rules {
      let alone = try pack.checker { $0.descriptor.id == rule.descriptor.id }
      let time = Measure.median(501) { _ = reports.outcomes(alone) }
      Measure.row(rule.descriptor.id + " " + rule.descriptor.title.en, Measure.format(time * 1e6, 1))
    }
  }

  /// Time against the number of orders, with the exponent of a power law through the points.
  private static func orders(_ pack: PeerPack, _ twelve: Checker, _ data: String) {
    print("\nThe twelve rules against the number of orders (medians of 21)\n")
    Measure.row("orders", "KB", "ms", "times the row before", "wanted")
    Measure.row("--:", "--:", "--:", "--:", "---")
    var points: [(x: Double, y: Double)] = []
    for count in [1_250, 2_500, 5_000, 10_000] {
      let folder = "\(data)/\(count)"
      var reader = ReportReader()
      let reports = reports(pack, folder, &reader)
      precondition(reports.outcomes(twelve).allSatisfy { $0.outcome == .passed }, "the good report passes")
      let time = Measure.median(21) { _ = reports.outcomes(twelve) }
      let ratio = points.last.map { Measure.format(time / exp($0.y), 2) } ?? ""
      let size = PeerPack.bytes(folder + "/good.json").count / 1000
      Measure.row("\(count)", "\(size)", Measure.format(time * 1e3, 2), ratio, count == 5_000 ? "≤ 10 ms, about 2" : "")
      points.append((log(Double(count)), log(time)))
    }
    let meanX = points.map(\.x).reduce(0, +) / Double(points.count)
    let meanY = points.map(\.y).reduce(0, +) / Double(points.count)
    let slope =
      points.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +)
      / points.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    print("\nTime grows with the number of orders to the power \(Measure.format(slope, 2)); 1 is linear.")
  }
}
