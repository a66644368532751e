import Documents
import Findings
import Foundation
import Validation

/// vigie as one engine of `../shared/bench/run`: prints the line of JSON that the harness wants of each engine.
enum PeerBenchmark {
  /// What all engines must find on the bad report.
  static let planted = ["R02", "R03", "R04", "R06", "R07", "R09"]

  /// The fields of `drivers/common.py`, which are written in snake case.
  struct Line: Encodable {
    var engine = "vigie"
    var note = "Swift, exact decimals; reads and binds both reports with their places"
    var rules = 12
    var agrees = false
    var r13DecimalOk = false
    var goodFail: [String: String] = [:]
    var badFail: [String] = []
    var compileMs = 0.0
    var prepareMs = 0.0
    var rulesMs = 0.0
    var rulesPerS = 0.0
    var endToEndMs = 0.0
    var reportsPerS = 0.0
    var perRuleUs: [String: Double] = [:]
    var peakRssMb = 0.0
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
      line.goodFail[outcome.rule] = outcome.outcome.rawValue
    }
    line.badFail = badReports.outcomes(pack.checker).filter { $0.outcome != .passed }.map(\.rule)
    line.r13DecimalOk = line.goodFail["R13"] == nil
    line.agrees = line.goodFail.isEmpty && line.badFail == planted
    // As for the peers, R13 is evaluated with the others.
    line.compileMs = Measure.median(101) { pack.load() } * 1e3
    line.prepareMs = Measure.median(301) { PeerReports(good, previous, pack, &reader).recycle(&reader) } * 1e3
    line.rulesMs = Measure.median(1001) { _ = goodReports.outcomes(pack.checker) } * 1e3
    line.rulesPerS = 1e3 / line.rulesMs
    line.endToEndMs =
      Measure.median(301) {
        let reports = PeerReports(good, previous, pack, &reader)
        _ = reports.outcomes(pack.checker)
        reports.recycle(&reader)
      } * 1e3
    line.reportsPerS = 1e3 / line.endToEndMs
    for rule in pack.pack.rules.map(\.descriptor.id) {
      let alone = try pack.checker { $0.descriptor.id == rule }
      let time = Measure.median(301) { _ = goodReports.outcomes(alone) }
      line.perRuleUs[rule] = (time * 1e7).rounded() / 10
    }
    line.peakRssMb = Double(Measure.peakMemory) / 1_048_576
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }
}
