import Findings
import Validation

/// `rules/COVERAGE.md`: candidates, rows of the form and articles, each with its rules.
struct CoverageManual {
  private let coverage: Coverage
  private let candidates: [Candidate]

  init(_ coverage: Coverage, candidates: [Candidate]) {
    self.coverage = coverage
    self.candidates = candidates
  }

  var text: String {
    let ids = coverage.rules.map(\.id)
    var out = """
      # What the rules cover

      Written by `vigie rules coverage --format markdown` (`make schemas`); a test holds it fresh.

      ## Candidate obligations

      The 192 candidates of the reference: the rules that check one, or why none does.

      | candidate | asks | rules, or why there is none |
      | --- | --- | --- |

      """
    for candidate in candidates {
      let rules = candidate.checking(ids)
      let cell = rules.isEmpty ? candidate.without ?? "**open**" : rules.joined(separator: ", ")
      out += row([candidate.id, candidate.asks, cell])
    }
    out += """

      ## Rows of the standard form

      Implementing Regulation (EU) 2024/2916, Annex, in its order; the fields of the report that hold a row, and the rules that read one of them.

      | row | fields | rules |
      | --: | --- | --- |

      """
    for item in coverage.formRows {
      let fields = item.fields.map { "`\($0)`" }.joined(separator: ", ")
      out += row([String(item.number), fields, item.rules.isEmpty ? "–" : item.rules.joined(separator: ", ")])
    }
    out += "\n## Sources\n"
    for source in coverage.matrix.sources {
      out += "\n### \(source.title)\n\n"
      if let url = source.url { out += "<\(url)>\n\n" }
      out += "| clause | rules |\n| --- | --- |\n"
      for clause in source.clauses { out += row([clause.clause, clause.rules.map(\.id).joined(separator: ", ")]) }
    }
    return out
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |\n"
  }
}
