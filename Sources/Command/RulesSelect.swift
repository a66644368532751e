import Documents
import Findings
import Rendering
import Validation

/// `vigie rules select`: which packs concern a report, and what in the report says so.
enum RulesSelect {
  enum Form: String, CaseIterable {
    case text, json
  }

  static func run(
    _ file: String, _ packs: [String], asOf: String?, _ form: Form, _ language: Language, _ console: Console
  ) throws(CommandFault) {
    let schema = try Library.reportSchema(nil)
    // What a pack says of the reports that it concerns is the question here, also of one that is named.
    let all = try Library.packs(packs, asNamed: false)
    let checker = try Library.orFault("rules") { () throws(PackError) in
      try Checker(schema: schema, packs: all, version: Version.number)
    }
    var options = Checker.Options()
    options.asOf = asOf
    var reader = ReportReader()
    let source = Checker.Source(name: file, bytes: try Files.read(file, limit: options.limits.bytes))
    let (selections, faults) = checker.selection(for: source, options: options, reader: &reader)
    if let fault = faults.first {
      let position = fault.place.region?.start ?? Position(line: 1, column: 1)
      throw CommandFault(
        "\(Files.shown(file)):\(position.line):\(position.column): \(fault.message[language])", code: .indeterminate)
    }
    try console.write(form == .json ? json(selections) : text(selections, language))
  }

  private static func text(_ selections: [PackSelection], _ language: Language) -> String {
    var out = ""
    for selection in selections {
      let answer =
        switch selection.applies {
        case true: Words.packApplies
        case false: Words.packDoesNotApply
        default: Words.packUndecided
        }
      out += "\(selection.pack.id) \(selection.pack.version): \(answer[language])\n"
      out += "  \(visible(selection.pack.title[language]))\n"
      if let reason = selection.reason { out += "  \(visible(reason[language]))\n" }
      for place in selection.evidence.map(\.place) {
        let region = place.region.map { "\($0.start.line):\($0.start.column) " } ?? ""
        out += "  \(region)\(visible(place.path.isEmpty ? "/" : place.path))"
        if let missing = place.missing { out += "/\(visible(missing)): \(Words.notStated[language])" }
        if let value = place.value { out += " = \(visible(value))" }
        out += "\n"
      }
      let rules = Words.rulesInForce(selection.rules.inForce, of: selection.rules.all)[language]
      if selection.applies != false { out += "  \(rules)\n" }
    }
    return out
  }

  private static func json(_ selections: [PackSelection]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("packs", selections) { writer, selection in
        writer.object { writer in
          writer.member("id", selection.pack.id)
          writer.member("version", selection.pack.version)
          if let applies = selection.applies { writer.member("applies", applies) }
          if let reason = selection.reason {
            writer.member("reason") { writer in
              writer.object { writer in
                for language in Language.allCases { writer.member(language.rawValue, reason[language]) }
              }
            }
          }
          writer.member("evidence", selection.evidence) { writer, related in
            writer.object { writer in
              writer.member("path", related.place.path)
              writer.member("missing", related.place.missing)
              writer.member("value", related.place.value)
              if let start = related.place.region?.start {
                writer.member("line", start.line)
                writer.member("column", start.column)
              }
            }
          }
          writer.member("rules", selection.rules.all)
          writer.member("rulesInForce", selection.rules.inForce)
        }
      }
    }
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
