import Findings

/// The named figures of the report, beside those of the period before.
struct IndicatorsHTML {
  let indicators: [Indicator]

  func write(to page: inout HTMLWriter) {
    let heads = [Words.indicator, Words.thisPeriod, Words.lastPeriod]
    page.element("table", ["class": "cards indicators", "role": "table"]) { page in
      page.element("caption", ["class": "sr"]) { $0.words(Words.indicators) }
      page.headRow(heads, figuresFrom: 1)
      page.element("tbody", ["role": "rowgroup"]) { page in
        for indicator in indicators {
          page.element("tr", ["role": "row"]) { page in
            page.element("th", ["scope": "row", "role": "rowheader"]) { $0.words(indicator.title) }
            page.cell(heads[1], class: "figure") { page in
              if let value = indicator.value {
                page.figure(value, of: indicator)
              } else {
                page.element("span", ["class": "none"]) { $0.prose(indicator.reason ?? Words.noValue) }
              }
            }
            page.cell(heads[2], class: "figure") { page in
              if let previous = indicator.previous { page.figure(previous, of: indicator) } else { page.text("–") }
            }
          }
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Writes a figure for people, and as the report's decimal for programs.
  fileprivate mutating func figure(_ figure: String, of indicator: Indicator) {
    let isShort = figure.utf8.count <= 16 && Language.en.decimal(figure) != nil
    element("data", isShort ? ["class": "short", "value": figure] : ["value": figure]) { page in
      page.words { indicator.written(figure, in: $0) }
    }
  }
}
