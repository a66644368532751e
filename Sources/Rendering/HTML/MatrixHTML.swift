public import Findings

/// Renders a matrix of obligations as one page that needs no network and no script and holds all four languages.
///
/// - Parameter language: The one that shows first.
public func render(_ matrix: ObligationMatrix, in language: Language) -> [UInt8] {
  HTMLRenderer.page(
    language, title: Words.matrix[language], digest: nil, contents: { MatrixHTML(matrix).writeContents(to: &$0) },
    main: { MatrixHTML(matrix).write(to: &$0) },
    foot: { page in
      for pack in matrix.packs { page.element("p") { $0.component(pack) } }
    })
}

/// Writes each source as a table: a row for a clause, its rules with status and severity.
struct MatrixHTML {
  private let matrix: ObligationMatrix

  init(_ matrix: ObligationMatrix) { self.matrix = matrix }

  func writeContents(to page: inout HTMLWriter) {
    page.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { page in
      page.element("p", ["id": "contents", "class": "label"]) { $0.words(Words.contents) }
      page.element("ul") { page in
        for (index, source) in matrix.sources.enumerated() {
          page.element("li") { page in
            page.element("a", ["href": "#source-\(index + 1)"]) { $0.text(source.title) }
          }
        }
      }
    }
  }

  func write(to page: inout HTMLWriter) {
    page.heading(1) { $0.words(Words.matrix) }
    for (index, source) in matrix.sources.enumerated() {
      page.element("section", ["id": "source-\(index + 1)", "class": "section"]) { page in
        page.heading(2) { $0.text(source.title) }
        if let url = source.url { page.element("p", ["class": "meta"]) { $0.code(url) } }
        page.element("div", ["class": "scroll"]) { write(source, to: &$0) }
      }
    }
  }

  private func write(_ source: ObligationMatrix.Source, to page: inout HTMLWriter) {
    page.element("table") { page in
      page.element("thead") { page in
        page.element("tr") { page in
          for head in [Words.clause, Words.rulesTotal] {
            page.element("th", ["scope": "col"]) { $0.words(head.capitalised) }
          }
        }
      }
      page.element("tbody") { page in
        for clause in source.clauses {
          page.element("tr") { page in
            page.element("th", ["scope": "row"]) { $0.text(clause.clause) }
            page.element("td") { page in
              page.element("ul") { page in for rule in clause.rules { write(rule, to: &page) } }
            }
          }
        }
      }
    }
  }

  private func write(_ rule: RuleDescriptor, to page: inout HTMLWriter) {
    page.element("li") { page in
      page.code(rule.id)
      page.text(" ")
      page.words(rule.title)
      page.element("span", ["class": "meta"]) { page in
        page.text(" (")
        page.words(Words.status(rule.status))
        page.text(", ")
        page.words(Words.severity(rule.severity))
        page.text(")")
      }
    }
  }
}
