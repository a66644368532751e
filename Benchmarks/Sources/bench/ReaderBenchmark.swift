import CPeers
import Documents

/// The readers against the bare parse of the same text.
enum ReaderBenchmark {
  static func run() {
    print("\nReading, MB/s (medians; peer and vigie in turn)\n")
    Measure.row("text", "peer", "peer MB/s", "vigie MB/s", "vigie / peer", "wanted")
    Measure.row("---", "---", "--:", "--:", "--:", "---")
    for (bytes, runs) in [(1_000_000, 101), (20_000_000, 11)] {
      json(bytes, runs)
      xml(bytes, runs, pull: 0)
      xml(bytes, runs, pull: 1)
    }
  }

  private static let limits = Limits(bytes: 1 << 30, depth: 64, nodes: 100_000_000, stringBytes: 1 << 20)

  private static func json(_ bytes: Int, _ runs: Int) {
    let text = Texts.json(bytes)
    let padded = text + [UInt8](repeating: 0, count: peer_json_padding())
    let parser = peer_json_new()
    var reader = JSONReader()
    var sum: UInt64 = 0
    let (peer, ours) = Measure.pair(runs) {
      sum &+= padded.withUnsafeBufferPointer { peer_json_walk(parser, $0.baseAddress, text.count) }
    } _: {
      let reading = reader.read(text, limits: limits)
      precondition(reading.findings.isEmpty)
      sum &+= UInt64(reading.document.nodes.count)
      reader.recycle(reading.document)
    }
    precondition(sum > 0)
    let megabytes = Double(text.count) / 1e6
    Measure.row(
      "JSON \(bytes / 1_000_000) MB", "simdjson DOM and walk", Measure.format(megabytes / peer, 0),
      Measure.format(megabytes / ours, 0), Measure.format(peer / ours, 2), "≥ 0.60 of the speed")
  }

  private static func xml(_ bytes: Int, _ runs: Int, pull: Int32) {
    let text = Texts.xml(bytes)
    var reader = XMLReader()
    var sum: UInt64 = 0
    let (peer, ours) = Measure.pair(runs) {
      sum &+= text.withUnsafeBufferPointer { peer_xml_arena($0.baseAddress, text.count, pull) }
    } _: {
      let reading = reader.read(text, limits: limits)
      precondition(reading.findings.isEmpty)
      sum &+= UInt64(reading.document.nodes.count)
      reader.recycle(reading.document)
    }
    let empty = Measure.median(runs) {
      sum &+= text.withUnsafeBufferPointer { peer_xml_empty($0.baseAddress, text.count, pull) }
    }
    precondition(sum > 0)
    let megabytes = Double(text.count) / 1e6
    Measure.row(
      "XML \(bytes / 1_000_000) MB",
      "libxml2 SAX, \(pull == 0 ? "push" : "pull"), and arena in C (empty handlers: \(Measure.format(megabytes / empty, 0)))",
      Measure.format(megabytes / peer, 0), Measure.format(megabytes / ours, 0), Measure.format(peer / ours, 2),
      "≤ 1.15 times the time, so ≥ 0.87")
  }
}
