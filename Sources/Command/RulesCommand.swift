import Findings
import Rendering
import Schemas
import Validation

/// `vigie rules`: what the packs ask, and whether their examples hold.
enum RulesCommand: Command {
  static let name = "rules"
  static let summary = "Lists rules, shows one, tests a pack, bundles it, or tells what rules are written in."
  static let usage = [
    "vigie rules list [--rules PACK] [--lang LANG]", "vigie rules show [--rules PACK] [--lang LANG] RULE",
    "vigie rules test [PACK]", "vigie rules bundle PACK", "vigie rules functions [--format FORMAT] [NAME]",
  ]
  static let examples: [(line: String, what: String)] = [
    ("vigie rules list --lang de", "every rule with its title, in German"),
    ("vigie rules show A5-01", "what one rule asks, on what it rests, how it is written, its examples"),
    ("vigie rules test rules/action-plan", "runs the examples of a pack in both syntaxes"),
    ("vigie rules bundle rules/action-plan > action-plan.json", "one file that --rules reads faster"),
    ("vigie rules functions sum", "how a function, macro or operator of the rule language is called, and an example"),
  ]
  static let options = [
    Option(
      name: "--rules", value: "PACK",
      help: "a pack inside the program or a directory; repeatable; all packs inside without it"),
    Option(name: "--lang", value: "LANG", help: "en, fr, nl or de; en without it"),
    Option(name: "--format", value: "FORMAT", help: "text, json or markdown for functions; text without it"),
  ]
  static let remarks = "test ends with 0 when all examples hold and with 2 when one does not."

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    let language = try arguments.choice("--lang", Language.self) ?? .en
    let operands = arguments.operands
    let rules = arguments.all("--rules")
    let form = try arguments.choice("--format", FunctionManual.Form.self)
    if form != nil, operands.first != "functions" { throw CommandFault("--format is for rules functions") }
    switch operands.first {
    case "list":
      guard operands.count == 1 else { throw CommandFault("rules list takes no name; --rules chooses the pack") }
      try list(rules, language, console)
    case "show":
      guard operands.count == 2 else { throw CommandFault("name one rule, such as vigie rules show A5-01") }
      try show(operands[1], rules, language, console)
    case "test":
      guard operands.count <= 2 else { throw CommandFault("name one pack to test") }
      return try test(operands.count == 2 ? [operands[1]] : rules, console)
    case "bundle":
      guard operands.count == 2 else { throw CommandFault("name one pack to bundle") }
      let files = try Library.files(ofPack: operands[1])
      let pack = try Library.fullPack(operands[1])
      try console.write(PackBundle.write(files, digest: pack.digest))
    case "functions":
      guard operands.count <= 2 else { throw CommandFault("name one function, such as vigie rules functions sum") }
      try console.write(try FunctionManual.write(operands.count == 2 ? operands[1] : nil, as: form ?? .text))
    case let other?:
      let known = ["list", "show", "test", "bundle", "functions"]
      throw CommandFault(
        "rules has no command \u{201C}\(other)\u{201D}"
          + (NearestName.of(other, in: known).map { "; did you mean \u{201C}\($0)\u{201D}?" }
            ?? "; it has \(known.joined(separator: ", "))"))
    case nil: throw CommandFault("name what to do with the rules: list, show, test, bundle or functions")
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
    var all: [String] = []
    for name in packs.isEmpty ? Library.shippedPacks : packs {
      let pack = try Library.fullPack(name)
      all += pack.rules.map(\.descriptor.id)
      if let rule = pack.rules.first(where: { $0.descriptor.id == id }) {
        return try console.write(RuleSheet.text(rule, pack: pack, in: language))
      }
    }
    let form = FormRules.all
    if let rule = form.first(where: { $0.id == id }) {
      return try console.write(RuleSheet.text(rule, in: language))
    }
    let nearest = NearestName.of(id, in: all + form.map(\.id))
    throw CommandFault(
      "there is no rule \u{201C}\(id)\u{201D}"
        + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; see vigie rules list"))
  }

  private static func test(_ packs: [String], _ console: Console) throws(CommandFault) -> ExitCode {
    let (schema, schemaBytes) = try Library.reportSchema(nil)
    var isWhole = true
    for name in packs.isEmpty ? Library.shippedPacks : packs {
      let pack = try Library.fullPack(name)
      let runner = try Library.orFault(name) { () throws(PackError) in
        try ExampleRunner(pack: pack, schema: schema, schemaBytes: schemaBytes, version: Version.number)
      }
      let (count, failures) = runner.run()
      var out = ""
      for failure in failures {
        out +=
          visible("\(failure.file): \(failure.example.isEmpty ? failure.rule : failure.example): \(failure.message)")
          + "\n"
      }
      out += "\(pack.id) \(pack.version): \(pack.rules.count) rules, \(count) examples, \(failures.count) failures\n"
      try console.write(out)
      isWhole = isWhole && failures.isEmpty
    }
    return isWhole ? .conformant : .usage
  }
}
