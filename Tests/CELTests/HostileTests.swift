import Testing

@testable import CEL

/// Nothing that an author can write traps.
struct HostileTests {
  /// A small generator with a seed, so that a failure can be repeated.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ (mixed >> 33)
    }
  }

  static let seeds = [
    "report.services.all(s, has(s.minimumAge) && s.minimumAge >= 13)",
    "report.technologies.map(t, t.?flagged.orValue(0)).sum() == report.total",
    "decimal('99999999999999999999.5') * 3 / 7 - 0.05 < 1e10",
    "date('2024-02-29').addYears(1).daysUntil(report.period.to) > -5",
    "['a', \"b\", r'c\\d', b'\\xff', '''x'''].map(x, x + x)", "{'a': 1, true: 2u, 3: [4.5, null]}[?'a'].orValue(0x1F)",
    "'%s %d %.3f %e %x'.format(['a', 1, 2.5, 3.0, 255])",
    "'abcabc'.replace('b', 'xx', 1).split('x', 2).join('-').substring(1, 3)",
    "timestamp('2009-02-13T23:31:30Z') - duration('1h30m') > timestamp(0)",
    "report.services[0].kind in ['messaging', 'hosting']",
    "[1, 2, 3].transformMap(i, v, v > 1, i * v).exists(k, k > 0) ? -9223372036854775808 : 9223372036854775807 * -1",
    "cel.bind(x, [3, 1, 2], x.sort().distinct().size() + x.max() % x.min())",
    "math.greatest(1, 2.0, 3u) != math.least([1, 2])",
    "ratioEquals(1, 3, 0.333, 3) || within(1, 2, 3) || approx(1, 2, 3) && !(decimal(1).round(-3) > 0)",
    "'x'.matches('(a|b)*c{2,3}') && optional.of(1).optMap(y, y * 2).or(optional.none()).hasValue()",
  ]

  static let words = [
    "report", ".", ".?", "[", "]", "(", ")", "{", "}", ",", "?", ":", "&&", "||", "!", "-", "+", "*", "/", "%", "==",
    "<", "in", "has", "all",
    "map", "s", "x", "1", "0", "9223372036854775807", "-9223372036854775808", "1e308", "1e-308", "0.1", "''", "'é😀'",
    "null", "true", "int",
    "decimal", "date", "orValue", "size", "100000000000u", "[?", ".addMonths(", ".round(", ".substring(",
    "'%.999f'.format([", "99999999999999999999",
  ]

  /// Reads, checks and evaluates in both modes, and asks for operands.
  static func exercise(_ text: String) {
    let environment = Sample.environment()
    for mode in [Compiler.Mode.checked, .unchecked, .path] {
      guard let program = try? Program.compile(text, in: environment, expecting: nil, mode: mode) else { continue }
      var activation = Sample.activation(fuel: 3000)
      let value = program.evaluate(&activation)
      _ = activation.display(value)
      _ = activation.error(of: value)?.message
      _ = program.blame(activation)
    }
  }

  @Test func `random bytes never trap`() {
    var random = Random(state: 1)
    for _ in 0..<6000 {
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? Parser.parse(bytes)
      Self.exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `random words never trap`() {
    var random = Random(state: 2)
    for _ in 0..<6000 {
      let count = Int.random(in: 1..<14, using: &random)
      Self.exercise((0..<count).compactMap { _ in Self.words.randomElement(using: &random) }.joined(separator: " "))
    }
  }

  @Test func `mutated expressions never trap`() {
    var random = Random(state: 3)
    for index in 0..<8000 {
      var bytes = Array(Self.seeds[index % Self.seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
        case 2: bytes[place] = UInt8.random(in: 32...126, using: &random)
        case 3: bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: place)
        default: bytes.replaceSubrange(place..<min(place + 6, bytes.count), with: Array("9".utf8))
        }
        if bytes.isEmpty { bytes = [0x30] }
      }
      Self.exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `the expressions that are mutated are right themselves`() {
    for seed in Self.seeds { #expect(Sample.refusal(seed) == "" || seed.hasPrefix("{"), "\(seed)") }
  }
}
