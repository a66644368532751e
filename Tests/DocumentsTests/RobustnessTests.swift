import Documents
import Findings
import Testing

/// Reading never traps: every prefix of some texts, and seeded mutations of them.
struct RobustnessTests {
  @Test(arguments: Syntax.allCases)
  func `every prefix of a text is read or refused`(syntax: Syntax) {
    for text in Self.samples(syntax) {
      for length in 0...text.count {
        let reading = read(Array(text[..<length]), as: syntax)
        if length % 7 == 0 { expectWhole(reading) }
      }
    }
  }

  @Test(arguments: Syntax.allCases)
  func `ten thousand changed bytes are read or refused`(syntax: Syntax) {
    var random = SeededRandom(2_026)
    let samples = Self.samples(syntax)
    let significant = Array("<>&'\"=/!?[]-{}:,\\#\n\r\t *&%@|u0".utf8)
    for round in 0..<10_000 {
      var text = samples[random.below(samples.count)]
      let offset = random.below(text.count)
      switch random.below(4) {
      case 0: text[offset] = UInt8(truncatingIfNeeded: random.next())
      case 1: text[offset] = significant[random.below(significant.count)]
      case 2: text.remove(at: offset)
      default: text.insert(significant[random.below(significant.count)], at: offset)
      }
      let reading = read(text, as: syntax)
      if round % 10 == 0 { expectWhole(reading) }
    }
  }

  @Test(arguments: Syntax.allCases)
  func `bytes at random are read or refused`(syntax: Syntax) {
    var random = SeededRandom(7)
    for _ in 0..<2_000 {
      let bytes = (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      expectWhole(read(bytes, as: syntax))
      var reader = ReportReader()
      expectWhole(reader.read(bytes))
    }
  }

  @Test func `a file may end anywhere in a chunk of libxml2`() {
    let row = "<row a='1'>text &amp; more</row>\r\n"
    let whole = Array("<r>\(String(repeating: row, count: 4_000))</r>".utf8)
    for length in 65_500..<65_580 {
      let reading = read(Array(whole[..<length]), as: .xml)
      #expect(reading.findings.count == 1)
      #expect(reading.findings.first?.place.span.end == length)
    }
  }

  private static func samples(_ syntax: Syntax) -> [[UInt8]] {
    switch syntax {
    case .json:
      (0..<40 as Range<UInt64>).map { GeneratedJSON(seed: $0) }.map(\.bytes).filter {
        $0.count > 30 && $0.count < 3_000
      }
    case .xml:
      (0..<40 as Range<UInt64>).map { GeneratedXML(seed: $0) }.map(\.bytes).filter { $0.count > 30 && $0.count < 3_000 }
    case .yaml: [Array(Self.yaml.utf8)] + samples(.json).prefix(5)
    }
  }

  private static let yaml = """
    # A rule.
    id: ß-1
    title:
      en: "text \\u00e9 \\n"
      nl: 'it''s'
    when: |
      report.total > 0 &&
        report.é < 1

    then: >-
      folded
      text
    list:
      - 1
      - [a, {b: c}, "d"]
      -
      - x
        y
    ? explicit
    : value
    """
}
