import Documents
import Findings
import Rendering
import Schemas

/// `vigie convert`: a report in the other syntax.
enum ConvertCommand: Command {
  static let name = "convert"
  static let summary = "Writes a report in the other syntax, without loss."
  static let usage = ["vigie convert [OPTIONS] FILE"]
  static let examples: [(line: String, what: String)] = [
    ("vigie convert report.json --output report.xml", "JSON to XML"),
    ("vigie convert report.xml > report.json", "XML to JSON"),
  ]
  static let options =
    [
      Option(name: "--to", value: "SYNTAX", help: "json or xml; the other one without it"),
      Option(name: "--schema", value: "FILE", help: "another report schema than the one inside"),
      Option(name: "--syntax", value: "SYNTAX", help: "json or xml instead of recognising it by content"),
      Option(name: "--output", value: "FILE", help: "write there instead of to standard output"),
    ] + LimitOptions.all
  static let remarks =
    "Only a report that meets the schema can be converted: the schema says what a list is and what a number is."

  private enum ReportSyntax: String, CaseIterable {
    case json, xml
  }

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    let limits = try LimitOptions.read(arguments)
    let given = try arguments.choice("--syntax", ReportSyntax.self).flatMap { Syntax(rawValue: $0.rawValue) }
    let wanted = try arguments.choice("--to", ReportSyntax.self)
    guard let file = arguments.operands.first, arguments.operands.count == 1 else {
      throw CommandFault(
        "name one report to convert, or - for standard input", code: arguments.operands.isEmpty ? .noInput : .usage)
    }
    let output = try arguments.one("--output")
    if let output { try Files.keep([file], from: output) }
    let schema = try Library.reportSchema(try arguments.one("--schema"))
    var reader = ReportReader()
    let reading = reader.read(try Files.read(file, limit: limits.bytes), syntax: given, limits: limits)
    let lines = LineTable(reading.document.source)
    var findings = reading.findings
    var bound: BoundDocument?
    if reading.isComplete {
      let binding = Binder.bind(reading.document, to: schema)
      findings += binding.findings
      bound = binding.bound
    }
    if let first = findings.first {
      let position = lines.position(of: first.place.span.start)
      let more = findings.count > 1 ? " (and \(findings.count - 1) more; see vigie check)" : ""
      throw CommandFault(
        "\(Files.shown(file)):\(position.line):\(position.column): \(first.message.en)\(more)",
        code: reading.isComplete ? .nonConformant : .indeterminate)
    }
    guard let bound else { throw CommandFault("\(Files.shown(file)) is empty", code: .indeterminate) }
    let target = wanted ?? (reading.document.syntax == .json ? .xml : .json)
    let bytes = target == .xml ? Converter.xml(bound, schema: schema) : Converter.json(bound, schema: schema)
    if let output, output != "-" {
      try Files.write(bytes, to: output)
    } else {
      try console.write(bytes)
    }
    return .conformant
  }
}
