import Findings
import Rendering
import Schemas
import Validation

/// `vigie rules`: what the packs ask, and whether their examples hold.
enum RulesCommand: Command {
  static let name = "rules"
  static let summary =
    "Lists rules, shows or explains one, says which packs concern a report, tests, lints or bundles a pack, or tells what rules are written in."
  static let usage = [
    "vigie rules list [--rules PACK] [--lang LANG]", "vigie rules show [--rules PACK] [--lang LANG] RULE",
    "vigie rules explain [--rules PACK] [--lang LANG] RULE", "vigie rules test [PACK]",
    "vigie rules select [--rules PACK] [--as-of DATE] [--format FORMAT] [--lang LANG] FILE",
    "vigie rules coverage [--rules PACK] [--format FORMAT] [--lang LANG]",
    "vigie rules new DIRECTORY RULE PATH", "vigie rules diff PACK PACK FILE...",
    "vigie rules lint [--format FORMAT] [PACK]", "vigie rules bundle PACK",
    "vigie rules functions [--format FORMAT] [NAME]",
  ]
  static let examples: [(line: String, what: String)] = [
    ("vigie rules list --lang de", "every rule with its title, in German"),
    ("vigie rules show A5-01", "what one rule asks, on what it rests, how it is written, its examples"),
    ("vigie rules explain A5-21 --lang fr", "its sentence, its CEL, the types of its names, its cost, in French"),
    ("vigie rules select report.json", "which packs concern a report, and what in the report says so"),
    ("vigie rules coverage --format html > obligations.html", "each cited provision and the rules that rest on it"),
    (
      "vigie rules new rules/action-plan A5-26 report.identification.publicUrl",
      "a file with a rule that asks for a field, in four languages and with examples, to begin from"
    ),
    ("vigie rules diff action-plan rules/action-plan reports/*.json", "which outcomes change from one pack to another"),
    ("vigie rules test rules/action-plan", "runs the examples of a pack in both syntaxes"),
    ("vigie rules lint rules/action-plan", "what is allowed in a pack and yet is seldom meant"),
    ("vigie rules bundle rules/action-plan > action-plan.bundle", "one file that --rules reads faster"),
    ("vigie rules functions sum", "how a function, macro or operator of the rule language is called, and an example"),
  ]
  static let options = [
    Option(
      name: "--rules", value: "PACK",
      help: "a pack inside the program or a directory; repeatable; all packs inside without it"),
    Option(name: "--lang", value: "LANG", help: "en, fr, nl or de; en without it"),
    Option(
      name: "--format", value: "FORMAT",
      help: "for functions text, json or markdown; for lint and select text or json; for coverage text, json, html or "
        + "markdown; text without it"),
    Option(name: "--as-of", value: "DATE", help: "for select: the day that asOf stands for"),
  ]
  static let remarks =
    "test ends with 0 when all examples hold and with 2 when one does not; it prints the warnings of lint too,\n"
    + "and names each condition that no example of its rule makes true, or none makes false.\n"
    + "lint and diff end with 0 when they have nothing to say, with 1 when they have, and with 2 for a pack that is refused."

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    let language = try arguments.choice("--lang", Language.self) ?? .en
    let operands = arguments.operands
    let rules = arguments.all("--rules")
    if try arguments.one("--format") != nil, !["functions", "lint", "select", "coverage"].contains(operands.first) {
      throw CommandFault("--format is for rules functions, rules lint, rules select and rules coverage")
    }
    switch operands.first {
    case "list":
      guard operands.count == 1 else { throw CommandFault("rules list takes no name; --rules chooses the pack") }
      try list(rules, language, console)
    case "show":
      guard operands.count == 2 else { throw CommandFault("name one rule, such as vigie rules show A5-01") }
      try show(operands[1], rules, language, console)
    case "explain":
      guard operands.count == 2 else { throw CommandFault("name one rule, such as vigie rules explain A5-21") }
      try explain(operands[1], rules, language, console)
    case "lint":
      guard operands.count <= 2 else { throw CommandFault("name one pack to lint") }
      let form = try arguments.choice("--format", RulesLint.Form.self)
      let isClean = try RulesLint.run(operands.count == 2 ? [operands[1]] : rules, form ?? .text, console)
      return isClean ? .conformant : .nonConformant
    case "select":
      guard operands.count == 2 else { throw CommandFault("name one report, such as vigie rules select report.json") }
      let form = try arguments.choice("--format", RulesSelect.Form.self) ?? .text
      try RulesSelect.run(operands[1], rules, asOf: try arguments.day("--as-of"), form, language, console)
    case "coverage":
      guard operands.count == 1 else { throw CommandFault("rules coverage takes no name; --rules chooses the pack") }
      let form = try arguments.choice("--format", RulesCoverage.Form.self) ?? .text
      try console.write(try RulesCoverage.write(rules, as: form, in: language))
    case "new":
      guard operands.count == 4 else {
        throw CommandFault(
          "name the directory, the rule and a field, such as vigie rules new mine M-01 report.period.to")
      }
      try console.write("wrote \(try RulesNew.write(operands[1], operands[2], operands[3]))\n")
    case "diff":
      guard operands.count >= 4 else {
        throw CommandFault("name two packs and the reports, such as vigie rules diff action-plan mine report.json")
      }
      let isSame = try RulesDiff.run(operands[1], operands[2], Array(operands.dropFirst(3)), console)
      return isSame ? .conformant : .nonConformant
    case "test":
      guard operands.count <= 2 else { throw CommandFault("name one pack to test") }
      return try RulesTest.run(operands.count == 2 ? [operands[1]] : rules, console)
    case "bundle":
      guard operands.count == 2 else { throw CommandFault("name one pack to bundle") }
      let schema = try Library.reportSchema(nil)
      let pack = try Library.fullPack(operands[1])
      try console.write(
        try Library.orFault(operands[1]) { () throws(PackError) in
          try PackBundle.write(pack, schema: schema)
        })
    case "functions":
      guard operands.count <= 2 else { throw CommandFault("name one function, such as vigie rules functions sum") }
      let form = try arguments.choice("--format", FunctionManual.Form.self)
      try console.write(try FunctionManual.write(operands.count == 2 ? operands[1] : nil, as: form ?? .text))
    case let other?:
      let known = [
        "list", "show", "explain", "select", "coverage", "new", "diff", "test", "lint", "bundle", "functions",
      ]
      throw CommandFault(
        "rules has no command \u{201C}\(other)\u{201D}"
          + (NearestName.of(other, in: known).map { "; did you mean \u{201C}\($0)\u{201D}?" }
            ?? "; it has \(known.joined(separator: ", "))"))
    case nil:
      throw CommandFault(
        "name what to do with the rules: list, show, explain, select, coverage, new, diff, test, lint, bundle or functions"
      )
    }
    return .conformant
  }

  private static func list(_ packs: [String], _ language: Language, _ console: Console) throws(CommandFault) {
    var out = ""
    for pack in try Library.packs(packs) {
      out += "\(visible(pack.title[language])) (\(pack.id) \(pack.version))\n"
      for strand in pack.strands {
        let rules = pack.rules.filter { $0.descriptor.strand == strand.id }
        guard !rules.isEmpty else { continue }
        out += "\n\(strand.id) \(visible(strand.title[language]))\n"
        for rule in rules {
          let severity = Words.severity(rule.descriptor.severity)[language]
          out += "  \(rule.descriptor.id)  \(visible(rule.descriptor.title[language])) [\(severity)]\n"
        }
      }
    }
    let form = FormRules.all
    out += "\nvigie\n"
    for rule in form { out += "  \(rule.id)  \(rule.title[language]) [\(Words.severity(rule.severity)[language])]\n" }
    try console.write(out)
  }

  private static func show(
    _ id: String, _ packs: [String], _ language: Language, _ console: Console
  ) throws(CommandFault) {
    if let (rule, pack) = try find(id, packs) {
      return try console.write(RuleSheet.text(rule, pack: pack, in: language))
    }
    guard let rule = FormRules.all.first(where: { $0.id == id }) else { throw try unknown(id, packs) }
    try console.write(RuleSheet.text(rule, in: language))
  }

  private static func explain(
    _ id: String, _ packs: [String], _ language: Language, _ console: Console
  ) throws(CommandFault) {
    guard let (rule, pack) = try find(id, packs) else {
      guard FormRules.all.contains(where: { $0.id == id }) else { throw try unknown(id, packs) }
      throw CommandFault("\(id) is a rule of form, which is not written in CEL; see vigie rules show \(id)")
    }
    let schema = try Library.reportSchema(nil)
    let explanation = try Library.orFault(pack.id) { () throws(PackError) in
      try RuleExplanation(of: rule, in: pack, schema: schema)
    }
    try console.write(ExplanationSheet(rule: rule, pack: pack, explanation: explanation, language: language).text)
  }

  private static func find(_ id: String, _ packs: [String]) throws(CommandFault) -> (Rule, Pack)? {
    for name in Library.named(packs) {
      let pack = try Library.fullPack(name)
      if let rule = pack.rules.first(where: { $0.descriptor.id == id }) { return (rule, pack) }
    }
    return nil
  }

  private static func unknown(_ id: String, _ packs: [String]) throws(CommandFault) -> CommandFault {
    let all = FormRules.all.map(\.id) + (try Library.fullPacks(packs).flatMap(\.rules).map(\.descriptor.id))
    let nearest = NearestName.of(id, in: all)
    return CommandFault(
      "there is no rule \u{201C}\(id)\u{201D}"
        + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; see vigie rules list"))
  }
}
