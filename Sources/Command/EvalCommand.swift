import CEL
import Documents
import Findings
import Rendering
import Validation

/// `vigie eval`: what one expression of the rule language gives for a report, and where the value came from.
enum EvalCommand: Command {
  static let name = "eval"
  static let summary = "Evaluates an expression of the rule language over a report."
  static let usage = ["vigie eval [OPTIONS] EXPRESSION FILE"]
  static let examples: [(line: String, what: String)] = [
    (
      "vigie eval 'report.services.map(s, s.id)' report.json", "a value, its type, and the places that it came from"
    ),
    (
      "vigie eval 'report.period.follows(previous.period)' report.xml --previous report-2024.xml",
      "an expression over two reports"
    ),
    ("vigie eval --rules eu-dsa firstVersion report.json", "what a definition of a pack gives"),
    ("vigie eval --format json 'report.services.count(s, true)' report.json", "the same for a program"),
  ]
  static let options =
    [
      Option(
        name: "--rules", value: "PACK",
        help: "a pack inside the program, a directory or a bundle whose parameters and definitions the expression knows"
      ),
      Option(name: "--previous", value: "FILE", help: "the report of the period before, in expressions previous"),
      Option(
        name: "--as-of", value: "DATE",
        help: "the day that asOf stands for; without it the day of submission, or the end of the period"),
      Option(name: "--format", value: "FORMAT", help: "text or json; text without it"),
      Option(name: "--schema", value: "FILE", help: "another report schema than the one inside"),
      Option(name: "--syntax", value: "SYNTAX", help: "json or xml instead of recognising it by content"),
    ] + LimitOptions.all
  static let remarks = """
    The expression knows report, asOf and, with --previous, previous; vigie rules functions lists what else it can use.
    The exit code is 0 when there is a value, 2 when the expression is wrong, 3 when it has no value for this report.
    """

  private enum Form: String, CaseIterable {
    case text, json
  }

  private enum ReportSyntax: String, CaseIterable {
    case json, xml
  }

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    var settings = Checker.Options()
    settings.limits = try LimitOptions.read(arguments)
    settings.asOf = try arguments.day("--as-of")
    let form = try arguments.choice("--format", Form.self) ?? .text
    let syntax = try arguments.choice("--syntax", ReportSyntax.self).flatMap { Syntax(rawValue: $0.rawValue) }
    let previousName = try arguments.one("--previous")
    guard arguments.operands.count == 2 else {
      throw CommandFault(
        "name one expression and one report, such as vigie eval 'report.period.to' report.json",
        code: arguments.operands.count == 1 ? .noInput : .usage)
    }
    let (text, file) = (arguments.operands[0], arguments.operands[1])
    if file == "-", previousName == "-" { throw CommandFault("standard input can be read once") }
    let schema = try Library.reportSchema(try arguments.one("--schema"))
    let packName = try arguments.one("--rules")
    let pack = try packName.flatMap { name throws(CommandFault) in try Library.packs([name]).first }
    func source(_ name: String) throws(CommandFault) -> Checker.Source {
      Checker.Source(name: name, bytes: try Files.read(name, limit: settings.limits.bytes), syntax: syntax)
    }
    var previous: Checker.Source?
    if let previousName { previous = try source(previousName) }
    let report = try source(file)
    var run: ExpressionRun
    do {
      run = try ExpressionRun(report, previous: previous, schema: schema, options: settings)
    } catch {
      let position = error.place.region?.start ?? Position(line: 1, column: 1)
      throw CommandFault(
        "\(Files.shown(error.file)):\(position.line):\(position.column): \(error.message)",
        code: .indeterminate)
    }
    if let pack { try Library.orFault(packName ?? pack.id) { () throws(PackError) in try run.use(pack) } }
    let evaluated: Evaluated
    do {
      evaluated = try run.evaluate(text)
    } catch {
      throw EvaluatedText.fault(error, in: text)
    }
    let output = EvaluatedText(evaluated, expression: text, report: file, previous: previousName)
    try console.write(form == .json ? output.json : Array(output.text.utf8))
    if form == .text, let problem = output.problem { throw CommandFault(problem, code: .indeterminate) }
    return evaluated.problem == nil ? .conformant : .indeterminate
  }
}
