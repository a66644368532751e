import Documents
import Foundation
import Schemas

/// One stage over and over, for a profiler; prints what one run takes and how many values it makes.
enum BindBenchmark {
  static func repeatBinding(schema path: String, report: String, times: Int) {
    guard let schema = try? schema(PeerPack.bytes(path)) else { exit(2) }
    var reader = ReportReader()
    let document = reader.read(PeerPack.bytes(report), syntax: nil).document
    var binding = Binder.bind(document, to: schema)
    let time = Measure.median(times) { binding = Binder.bind(document, to: schema) }
    print(
      "\(document.nodes.count) nodes, \(binding.bound.values.count) values, \(binding.findings.count) findings, "
        + "\(Measure.format(time * 1e3, 4)) ms, "
        + "\(Measure.format(time * 1e9 / Double(max(1, document.nodes.count)), 1)) ns a node")
  }

  static func repeatCompiling(schema path: String, times: Int) {
    let bytes = PeerPack.bytes(path)
    guard let first = try? schema(bytes) else { exit(2) }
    let time = Measure.median(times) { _ = try? schema(bytes) }
    print("\(first.document.nodes.count) nodes, \(first.nodes.count) subschemas, \(Measure.format(time * 1e3, 4)) ms")
  }

  private static func schema(_ bytes: [UInt8]) throws -> Schema {
    var reader = JSONReader()
    return try Schema(compiling: reader.read(bytes).document)
  }
}
