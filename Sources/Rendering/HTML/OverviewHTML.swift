import Findings

/// The table of all reports of a run.
struct OverviewHTML {
  let results: [Result]

  func write(to page: inout HTMLWriter) {
    page.element("section", ["class": "panel", "id": "overview", "aria-labelledby": "overview-h"]) { page in
      page.element("h1", ["id": "overview-h"]) { $0.words(Words.reports.filled(results.count)) }
      guard !results.isEmpty else { return }
      page.element("table", ["class": "cards overview", "role": "table"]) { page in
        page.element("caption", ["class": "sr"]) { $0.words(Words.overview) }
        let heads = [
          Words.file, Words.provider, Words.period, Words.result, Words.errorsHeading, Words.warningsHeading,
        ]
        page.headRow(heads, figuresFrom: 4)
        page.element("tbody", ["role": "rowgroup"]) { page in
          for (index, result) in results.enumerated() { writeRow(result, number: index + 1, heads: heads, to: &page) }
        }
      }
    }
  }

  private func writeRow(_ result: Result, number: Int, heads: [LocalizedText], to page: inout HTMLWriter) {
    page.element("tr", ["role": "row"]) { page in
      page.element("th", ["scope": "row", "role": "rowheader"]) { page in
        page.element("a", ["href": "#report-\(number)"]) { $0.fileName(result) }
      }
      page.cell(heads[1]) { page in
        if let provider = result.report?.provider { page.text(provider) } else { page.words(Words.notStated) }
      }
      page.cell(heads[2]) { page in
        if let period = result.period { page.words(period) } else { page.words(Words.notStated) }
      }
      page.cell(heads[3], class: "verdict \(result.verdict.rawValue)") { page in
        page.icon(result.verdict.rawValue)
        page.words(Words.shortVerdict(of: result))
      }
      page.cell(heads[4], class: "figure") { page in page.words { $0.integer(result.counts.errors) } }
      page.cell(heads[5], class: "figure") { page in page.words { $0.integer(result.counts.warnings) } }
    }
  }
}

extension HTMLWriter {
  /// Writes the head of a table that becomes cards on a narrow screen.
  mutating func headRow(_ heads: [LocalizedText], figuresFrom first: Int) {
    element("thead", ["role": "rowgroup"]) { page in
      page.element("tr", ["role": "row"]) { page in
        for (index, head) in heads.enumerated() {
          let name = index >= first ? "figure" : "words"
          page.element("th", ["scope": "col", "role": "columnheader", "class": name]) { $0.words(head.capitalised) }
        }
      }
    }
  }

  /// Writes a cell; on a card its column's head stands before it.
  mutating func cell(_ head: LocalizedText, class name: String = "words", _ body: (inout HTMLWriter) -> Void) {
    element("td", ["role": "cell", "class": name]) { page in
      page.element("span", ["class": "head", "aria-hidden": "true"]) { $0.words(head.capitalised) }
      page.element("span", ["class": "body"], body)
    }
  }
}

extension Result {
  /// The reporting period in words, where the report states it.
  var period: LocalizedText? {
    guard let from = report?.from, let to = report?.to else { return nil }
    return Words.fromTo.filled(["from": LocalizedText { $0.date(from) }, "to": LocalizedText { $0.date(to) }])
  }
}
