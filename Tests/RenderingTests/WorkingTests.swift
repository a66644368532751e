import Findings
import Testing

@testable import Rendering

/// Calculations in the notation of each language.
struct WorkingTests {
  private static let place = Place(span: Span(start: 0, end: 1), path: "/total")

  private static func figure(_ text: String, isStated: Bool = true) -> Calculation {
    Calculation(steps: [.figure(text, at: isStated ? place : nil)], result: text)
  }

  private static func calculation(
    _ figures: [String], _ sign: Calculation.Sign, _ result: String, isRounded: Bool = false
  ) -> Calculation {
    let steps = figures.enumerated().flatMap { index, figure -> [Calculation.Step] in
      (index == 0 ? [] : [.sign(sign)]) + [.figure(figure, at: place)]
    }
    return Calculation(steps: steps, result: result, isRounded: isRounded)
  }

  private static let sum = calculation(["1200", "7", "3"], .plus, "1210")

  @Test(arguments: [
    (Language.en, "1,200 + 7 + 3 = 1,210, stated 23"),
    (.fr, "1\u{202F}200 + 7 + 3 = 1\u{202F}210, déclaré\u{A0}: 23"),
    (.nl, "1.200 + 7 + 3 = 1.210, opgegeven: 23"), (.de, "1.200 + 7 + 3 = 1.210, angegeben: 23"),
  ]) func `a sum stands beside what is stated`(_ language: Language, _ expected: String) {
    let working = Working(calculation: Self.sum, relation: .unequal, stated: Self.figure("23"))
    #expect(working.written(in: language) == expected)
  }

  @Test func `a figure of the rule is expected, not stated`() {
    let working = Working(calculation: Self.sum, relation: .unequal, stated: Self.figure("23", isStated: false))
    #expect(
      Language.allCases.map { working.written(in: $0).split(separator: ", ").last.map(String.init) } == [
        "expected 23", "attendu\u{A0}: 23", "verwacht: 23", "erwartet: 23",
      ])
  }

  @Test(arguments: [
    (Working.Relation.less, "less than 9"), (.equal, "equal to 9"), (.greater, "more than 9"),
  ]) func `an order is said in words`(_ relation: Working.Relation, _ words: String) {
    let working = Working(calculation: Self.sum, relation: relation, stated: Self.figure("9"))
    #expect(working.written(in: .en) == "1,200 + 7 + 3 = 1,210, " + words)
  }

  @Test func `two calculations are set against each other`() {
    let other = Self.calculation(["4", "5"], .times, "20")
    let working = Working(calculation: Self.sum, relation: .unequal, stated: other)
    #expect(working.written(in: .en) == "1,200 + 7 + 3 = 1,210, but 4 × 5 = 20")
    #expect(working.written(in: .de) == "1.200 + 7 + 3 = 1.210, aber 4 × 5 = 20")
  }

  @Test(arguments: [
    ("0.05", "3 / 60 = 0.05, stated 0.07"), ("0.0500004", "3 / 60 ≈ 0.05, stated 0.07"),
    ("0.07000001", "3 / 60 = 0.07000001, stated 0.07"),
  ]) func `a ratio has six digits, or more where six would hide the difference`(_ result: String, _ expected: String) {
    let working = Working(
      calculation: Self.calculation(["3", "60"], .over, result), relation: .unequal, stated: Self.figure("0.07"))
    #expect(working.written(in: .en) == expected)
  }

  @Test func `a tolerance is said`() {
    var working = Working(
      calculation: Self.calculation(["3", "60"], .over, "0.05"), relation: .unequal, stated: Self.figure("0.07"),
      tolerance: Working.Tolerance(value: "0.0005", unit: .amount))
    #expect(working.written(in: .fr) == "3 / 60 = 0,05, déclaré\u{A0}: 0,07 (tolérance 0,0005)")
    working.tolerance = Working.Tolerance(value: "2.5", unit: .percent)
    #expect(working.written(in: .nl) == "3 / 60 = 0,05, opgegeven: 0,07 (tolerantie 2,5%)")
  }

  @Test func `signs and brackets are set as in print, and figures left out are counted`() {
    let steps: [Calculation.Step] = [
      .sign(.minus), .sign(.open), .figure("4"), .sign(.minus), .sign(.open), .figure("-1"), .sign(.close),
      .sign(.plus),
      .omitted(1480), .sign(.close), .sign(.modulo), .figure("7"),
    ]
    let working = Working(
      calculation: Calculation(steps: steps, result: "0.333", isRounded: true), relation: .equal,
      stated: Self.figure("9"))
    #expect(
      Language.allCases.map { working.written(in: $0) } == [
        "−(4 − (-1) + … (1,480 more figures)) mod 7 ≈ 0.333, equal to 9",
        "−(4 − (-1) + … (1\u{202F}480 autres nombres)) mod 7 ≈ 0,333, égal à 9",
        "−(4 − (-1) + … (nog 1.480 getallen)) mod 7 ≈ 0,333, gelijk aan 9",
        "−(4 − (-1) + … (1.480 weitere Zahlen)) mod 7 ≈ 0,333, gleich 9",
      ])
  }
}
