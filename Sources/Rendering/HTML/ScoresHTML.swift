import Findings

/// How the rules ended: as a whole, and for each strand as a row of a table with a bar.
struct ScoresHTML {
  let result: Result

  private static let kinds: [OutcomeKind] = [.passed, .failed, .cantTell, .inapplicable]

  func write(to page: inout HTMLWriter) {
    let counts = result.counts
    let whole = [counts.passed, counts.failed, counts.cantTell, counts.inapplicable]
    page.element("div", ["class": "coverage"]) { page in
      page.element("p", ["class": "label"]) { page in
        page.words(Words.coverage)
        page.words(Words.colon)
        page.text(" ")
        page.words(Words.rules.filled(counts.rules))
      }
      page.bar(zip(Self.kinds, whole))
      page.element("ul", ["class": "legend"]) { page in
        let phrases = [Words.passed, Words.failed, Words.undecided, Words.inapplicable]
        for ((kind, number), phrase) in zip(zip(Self.kinds, whole), phrases) {
          page.element("li") { page in
            page.swatch(kind)
            page.words(phrase.filled(number))
          }
        }
      }
    }
    page.element("table", ["class": "cards scores", "role": "table"]) { page in
      page.element("caption", ["class": "sr"]) { $0.words(Words.strands) }
      let heads = [Words.strand] + Self.kinds.map(Words.outcome) + [Words.share]
      page.headRow(heads, figuresFrom: 1)
      page.element("tbody", ["role": "rowgroup"]) { page in
        for strand in result.strands { writeRow(strand, heads: heads, to: &page) }
      }
    }
  }

  private func writeRow(_ strand: StrandScore, heads: [LocalizedText], to page: inout HTMLWriter) {
    let numbers = [strand.passed, strand.failed, strand.cantTell, strand.inapplicable]
    page.element("tr", ["role": "row"]) { page in
      page.element("th", ["scope": "row", "role": "rowheader"]) { page in
        page.element("span", ["class": "strand"]) { $0.text(strand.id) }
        page.text(" ")
        page.words(strand.title)
      }
      for (number, head) in zip(numbers, heads.dropFirst()) {
        page.cell(head, class: number == 0 ? "figure zero" : "figure") { page in page.words { $0.integer(number) } }
      }
      page.cell(Words.share, class: "figure share") { page in
        if let percent = strand.percent {
          page.bar(zip(Self.kinds.dropLast(), numbers))
          page.element("span", ["class": "percent"]) { page in page.words { $0.percent(percent) } }
        } else {
          page.element("span", ["class": "none"]) { $0.words(Words.noneDecided) }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Draws parts of a whole side by side; the numbers stand beside it as text.
  mutating func bar(_ parts: some Sequence<(OutcomeKind, Int)>) {
    let parts = parts.map { (kind: $0.0, number: max($0.1, 0)) }
    let total = parts.reduce(0) { $0 + $1.number }
    element("svg", ["class": "bar", "aria-hidden": "true", "focusable": "false"]) { page in
      var before = 0
      for (kind, number) in parts where number > 0 {
        page.element(
          "rect",
          [
            "class": kind.rawValue, "x": Self.percent(before, of: total), "width": Self.percent(number, of: total),
            "height": "100%",
          ]
        ) { _ in }
        before += number
      }
    }
  }

  fileprivate mutating func swatch(_ kind: OutcomeKind) {
    element("svg", ["class": "swatch", "aria-hidden": "true", "focusable": "false"]) { page in
      page.element("rect", ["class": kind.rawValue, "width": "100%", "height": "100%"]) { _ in }
    }
  }

  /// A share in percent with two decimals, for an attribute.
  private static func percent(_ part: Int, of total: Int) -> String {
    let share = total == 0 ? 0 : part * 10_000 / total
    let cents = share % 100
    return "\(share / 100).\(cents < 10 ? "0" : "")\(cents)%"
  }
}
