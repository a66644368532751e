import Findings
import Testing

@testable import Rendering

struct NumeralsTests {
  @Test func `numbers are grouped and marked as the language does`() {
    let number = 1_234_567
    #expect(
      Language.allCases.map { $0.integer(number) } == [
        "1,234,567", "1\u{202F}234\u{202F}567", "1.234.567", "1.234.567",
      ])
    #expect(
      Language.allCases.map { $0.decimal("-1234.505") } == ["-1,234.51", "-1\u{202F}234,51", "-1.234,51", "-1.234,51"])
    #expect(Language.en.integer(.min) == "-9,223,372,036,854,775,808")
  }

  @Test func `percents have the space of the language`() {
    let shares = Language.allCases.map { $0.percent(share: "0.0113") }
    #expect(shares == ["1.13%", "1,13\u{202F}%", "1,13%", "1,13\u{A0}%"])
    #expect(Language.en.percent(share: "1") == "100%")
    #expect(Language.en.percent(share: "0.99999") == "100%")
    #expect(Language.en.percent(share: "0.00004") == "0%")
  }

  @Test func `money has cents or none`() {
    #expect(
      Language.allCases.map { $0.euro("1234.5") } == [
        "€1,234.50", "1\u{202F}234,50\u{A0}€", "€\u{A0}1.234,50", "1.234,50\u{A0}€",
      ])
    #expect(Language.en.euro("12000") == "€12,000")
  }

  @Test func `what is no decimal is none`() {
    for text in ["", "-", ".", "1.", ".5", "1e3", "1,5", "1.2.3", "--1", "٣", "1 "] {
      #expect(Language.en.decimal(text) == nil, "\(text)")
    }
  }

  @Test func `dates are written in full`() {
    #expect(
      Language.allCases.map { $0.date("2026-08-01") } == [
        "1 August 2026", "1er août 2026", "1 augustus 2026", "1. August 2026",
      ])
    for text in ["", "2026", "2026-13-01", "2026-1-1", "<b>", "2026-00-10", "yesterday"] {
      #expect(Language.fr.date(text) == text)
    }
  }

  @Test func `units have their singular`() {
    let removal = Indicator(id: "x", title: Fixture.same("x"), unit: .hours)
    #expect(removal.written("1", in: .en) == "1 hour")
    #expect(removal.written("1.5", in: .en) == "1.5 hours")
    #expect(removal.written("1.5", in: .fr) == "1,5 heure")
    #expect(removal.written("2", in: .fr) == "2 heures")
    #expect(removal.written("soon", in: .de) == "soon")
    #expect(Words.errors.filled(0, in: .fr) == "0 erreur")
    #expect(Words.errors.filled(0, in: .nl) == "0 fouten")
  }

  @Test func `what fills a template is not a template`() {
    #expect("{a} {b}".filled(["a": "{b}", "b": "x"]) == "{b} x")
    #expect("{a".filled(["a": "x"]) == "{a")
  }
}
