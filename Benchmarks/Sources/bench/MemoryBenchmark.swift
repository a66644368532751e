import Documents

/// Peak memory of reading 100 MB, the text included.
enum MemoryBenchmark {
  static func run(syntax: String) {
    let before = Measure.peakMemory
    let text = syntax == "xml" ? Texts.xml(100_000_000) : Texts.json(100_000_000)
    let withText = Measure.peakMemory
    let limits = Limits(bytes: 1 << 30, depth: 64, nodes: 100_000_000, stringBytes: 1 << 20)
    var reader = ReportReader()
    let reading = reader.read(text, syntax: nil, limits: limits)
    precondition(reading.findings.isEmpty)
    let peak = Measure.peakMemory
    Measure.row(
      "\(syntax.uppercased()) 100 MB, \(reading.document.nodes.count) nodes", "\((withText - before) / 1_000_000)",
      "\((peak - before) / 1_000_000)", Measure.format(Double(peak - before) / Double(text.count), 2), "≤ 3")
  }
}
