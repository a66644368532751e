import Documents
import Findings
import Schemas

/// `vigie init`: a report to start from, and a guide to its fields.
enum InitCommand: Command {
  static let name = "init"
  static let summary = "Writes a report to start from, and a guide to its fields."
  static let usage = ["vigie init [OPTIONS] [FILE]"]
  static let examples: [(line: String, what: String)] = [
    ("vigie init", "report.json, and the guide beside it as report-guide-en.md"),
    ("vigie init report.xml --lang nl", "in XML, texts and guide in Dutch"),
  ]
  static let options = [
    Option(name: "--lang", value: "LANG", help: "en, fr, nl or de; en without it"),
    Option(name: "--syntax", value: "SYNTAX", help: "json or xml; without it as the name of FILE ends, else json"),
    Option(name: "--force", help: "write over files that are there"),
  ]
  static let remarks =
    "The report has every section and what is required in it. It claims no figures and is not conformant yet."

  private enum ReportSyntax: String, CaseIterable {
    case json, xml
  }

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    let language = try arguments.choice("--lang", Language.self) ?? .en
    guard arguments.operands.count <= 1 else { throw CommandFault("name one file to write") }
    let named = arguments.operands.first
    let ending: ReportSyntax = named?.hasSuffix(".xml") == true ? .xml : .json
    let syntax = try arguments.choice("--syntax", ReportSyntax.self) ?? ending
    let file = named ?? "report." + syntax.rawValue
    var stem = file
    for suffix in [".json", ".xml"] where stem.hasSuffix(suffix) { stem.removeLast(suffix.count) }
    let guide = "\(stem)-guide-\(language.rawValue).md"
    if !arguments.has("--force") {
      for name in [file, guide] where Files.exists(name) {
        throw CommandFault("\(Files.shown(name)) is there already; --force writes over it")
      }
    }
    let schema = try Library.reportSchema(nil)
    var bytes = Array(StarterReport.json(schema, in: language).utf8)
    if syntax == .xml {
      var reader = JSONReader()
      bytes = Converter.xml(Binder.bind(reader.read(bytes).document, to: schema).bound, schema: schema)
    }
    try Files.write(bytes, to: file)
    try Files.write(Array(FieldGuide.markdown(schema, in: language).utf8), to: guide)
    try console.write("\(Files.shown(file))\n\(Files.shown(guide))\n")
    return .conformant
  }
}
