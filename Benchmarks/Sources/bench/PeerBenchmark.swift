import Documents
import Findings
import Foundation
import Validation

/// vigie as one engine of `../shared/bench/run`: prints the line of JSON that the harness wants of each engine.
enum PeerBenchmark {
  /// What all engines must find on the bad report.
  static let planted = ["R02", "R03", "R04", "R06", "R07", "R09"]

  struct Line: Encodable {
    var engine = "vigie"
    var note = "Swift, exact decimals; reads and binds both reports with their places"
    var rules = 12
    var agrees = false
    var R13_decimal_ok = false
    var good_fail: [String: String] = [:]
    var bad_fail: [String] = []
    var compile_ms = 0.0
    var prepare_ms = 0.0
    var rules_ms = 0.0
    var rules_per_s = 0.0
    var end_to_end_ms = 0.0
    var reports_per_s = 0.0
    var per_rule_us: [String: Double] = [:]
    var peak_rss_mb = 0.0
  }

  /// - Parameters:
  ///   - folder: `Benchmarks/Peers`.
  ///   - data: The folder with `good.json`, `bad.json` and `previous.json`.
  static func run(folder: String, data: String) {
    do {
      try print(line(folder: folder, data: data))
    } catch {
      print("\(error)")
      exit(2)
    }
  }

  private static func line(folder: String, data: String) throws -> String {
    let pack = try PeerPack(folder: folder)
    let (good, bad) = (PeerPack.bytes(data + "/good.json"), PeerPack.bytes(data + "/bad.json"))
    let previous = PeerPack.bytes(data + "/previous.json")
    var reader = ReportReader()
    let goodReports = PeerReports(good, previous, pack, &reader)
    let badReports = PeerReports(bad, previous, pack, &reader)
    precondition(goodReports.report.isValid && goodReports.previous.isValid, "the report meets its schema")
    var line = Line()
    for outcome in goodReports.outcomes(pack.checker) where outcome.outcome != .passed {
      line.good_fail[outcome.rule] = outcome.outcome.rawValue
    }
    line.bad_fail = badReports.outcomes(pack.checker).filter { $0.outcome != .passed }.map(\.rule)
    line.R13_decimal_ok = line.good_fail["R13"] == nil
    line.agrees = line.good_fail.isEmpty && line.bad_fail == planted
    // As for the peers, R13 is evaluated with the others.
    line.compile_ms = Measure.median(101) { pack.load() } * 1e3
    line.prepare_ms = Measure.median(301) { PeerReports(good, previous, pack, &reader).recycle(&reader) } * 1e3
    line.rules_ms = Measure.median(1001) { _ = goodReports.outcomes(pack.checker) } * 1e3
    line.rules_per_s = 1e3 / line.rules_ms
    line.end_to_end_ms =
      Measure.median(301) {
        let reports = PeerReports(good, previous, pack, &reader)
        _ = reports.outcomes(pack.checker)
        reports.recycle(&reader)
      } * 1e3
    line.reports_per_s = 1e3 / line.end_to_end_ms
    for rule in pack.pack.rules.map(\.descriptor.id) {
      let alone = try pack.checker { $0.descriptor.id == rule }
      let time = Measure.median(301) { _ = goodReports.outcomes(alone) }
      line.per_rule_us[rule] = (time * 1e7).rounded() / 10
    }
    line.peak_rss_mb = Double(Measure.peakMemory) / 1_048_576
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }
}
