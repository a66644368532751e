import Findings
import Rendering
import Validation

/// `vigie rules coverage`: which rules rest on which clause, and which read which row of the standard form.
enum RulesCoverage {
  enum Form: String, CaseIterable {
    case text, json, html, markdown
  }

  static func write(_ names: [String], as form: Form, in language: Language) throws(CommandFault) -> String {
    let schema = try Library.reportSchema(nil)
    let packs = try Library.fullPacks(names)
    let coverage = try Library.orFault("rules") { () throws(PackError) in try Coverage(of: packs, schema: schema) }
    return switch form {
    case .text: text(coverage, language)
    case .json: json(coverage)
    case .html: String(decoding: render(coverage.matrix, in: language), as: UTF8.self)
    case .markdown: CoverageManual(coverage, candidates: try candidates()).text
    }
  }

  /// The candidate obligations, as `rules/candidates.yaml` lists them.
  private static func candidates() throws(CommandFault) -> [Candidate] {
    try Candidate.read(try Library.shipped("rules/candidates.yaml"))
  }

  private static func text(_ coverage: Coverage, _ language: Language) -> String {
    var out = ""
    for source in coverage.matrix.sources {
      out += visible(source.title) + "\n"
      for clause in source.clauses {
        out += "  \(visible(clause.clause))\n"
        for rule in clause.rules {
          let words = [Words.status(rule.status)[language], Words.severity(rule.severity)[language]]
          out += "    \(rule.id)  \(visible(rule.title[language])) [\(words.joined(separator: ", "))]\n"
        }
      }
    }
    let covered = coverage.formRows.count { !$0.rules.isEmpty }
    return out + "\n" + Words.formRowsRead(covered, of: coverage.formRows.count)[language] + "\n"
  }

  private static func json(_ coverage: Coverage) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("sources", coverage.matrix.sources) { writer, source in
        writer.object { writer in
          writer.member("title", source.title)
          writer.member("url", source.url)
          writer.member("clauses", source.clauses) { writer, clause in
            writer.object { writer in
              writer.member("clause", clause.clause)
              writer.member("rules", clause.rules.map(\.id)) { $0.string($1) }
            }
          }
        }
      }
      writer.member("formRows", coverage.formRows) { writer, row in
        writer.object { writer in
          writer.member("row", row.number)
          writer.member("fields", row.fields) { $0.string($1) }
          writer.member("rules", row.rules) { $0.string($1) }
        }
      }
    }
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
