import Documents
import Findings
import Rendering
import Validation

/// `vigie rules diff`: which outcomes of reports change from one pack to another.
enum RulesDiff {
  /// Writes the differences; true when there are none.
  static func run(_ old: String, _ new: String, _ files: [String], _ console: Console) throws(CommandFault) -> Bool {
    let schema = try Library.reportSchema(nil)
    var checkers: [Checker] = []
    var rules: [[String]] = []
    for name in [old, new] {
      let packs = try Library.packs([name])
      rules.append(packs.flatMap(\.rules).map(\.descriptor.id))
      checkers.append(
        try Library.orFault(name) { () throws(PackError) in
          try Checker(schema: schema, packs: packs, version: Version.number)
        })
    }
    var out = ""
    for id in rules[0] where !rules[1].contains(id) { out += "- \(id)\n" }
    for id in rules[1] where !rules[0].contains(id) { out += "+ \(id)\n" }
    var reader = ReportReader()
    for file in files {
      let bytes = try Files.read(file, limit: Checker.Options().limits.bytes)
      let results = checkers.map { $0.check(Checker.Source(name: file, bytes: bytes), reader: &reader) }
      out += differences(results[0], results[1], file)
    }
    try console.write(out.isEmpty ? "no difference\n" : out)
    return out.isEmpty
  }

  /// The verdict where it changes, then each rule of both packs whose outcome changes.
  private static func differences(_ old: Result, _ new: Result, _ file: String) -> String {
    var lines: [String] = []
    if old.verdict != new.verdict { lines.append("verdict: \(old.verdict.rawValue) → \(new.verdict.rawValue)") }
    let (before, after) = (old.outcomes.endings, new.outcomes.endings)
    for rule in new.rules.map(\.id) {
      guard let first = before[rule], let second = after[rule] else { continue }
      if first != second {
        lines.append("\(rule): \(first.rawValue) → \(second.rawValue)")
      } else {
        let (one, two) = (places(rule, old), places(rule, new))
        if one != two { lines.append("\(rule): \(first.rawValue) at \(shown(one)) → at \(shown(two))") }
      }
    }
    return lines.map { "\(Files.shown(file)): \(visible($0))\n" }.joined()
  }

  private static func places(_ rule: String, _ result: Result) -> [String] {
    result.findings.filter { $0.rule == rule }.map(\.place.path)
  }

  private static func shown(_ paths: [String]) -> String {
    paths.isEmpty ? "no place" : paths.map { $0.isEmpty ? "/" : $0 }.joined(separator: ", ")
  }
}
