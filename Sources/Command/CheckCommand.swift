import CHeap
import Documents
import Findings
import Rendering
import Validation

/// `vigie check`: reports in, findings and a verdict out.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "Checks reports and prints findings and a verdict for each."
  static let usage = ["vigie check [OPTIONS] FILE…", "vigie check [OPTIONS] -          (standard input)"]
  static let examples: [(line: String, what: String)] = [
    ("vigie check report.json", "findings and verdict in the terminal"),
    ("vigie check report.xml --previous report-2024.xml", "also compares with the period before"),
    ("vigie check report.json --format html --lang fr --output findings.html", "one HTML file for a letter"),
    ("vigie check --format json - < report.json", "the whole result for a pipeline"),
    ("vigie check report.json --waivers waivers.yaml", "does not weigh the findings that are waived"),
  ]
  static let options =
    [
      Option(
        name: "--rules", value: "PACK",
        help: "a pack inside the program, a directory or a bundle; repeatable; all packs inside without it"),
      Option(name: "--schema", value: "FILE", help: "another report schema than the one inside"),
      Option(name: "--previous", value: "FILE", help: "the report of the period before"),
      Option(
        name: "--overlay", value: "FILE",
        help: "YAML or JSON: rules that are switched off as known to be incorrect; the result says so"),
      Option(
        name: "--waivers", value: "FILE",
        help:
          "YAML or JSON: findings that are accepted until a day; they stay visible and counted, and are not weighed for the verdict"
      ),
      Option(
        name: "--as-of", value: "DATE",
        help:
          "the day as of which rules look at the report; without it the day of submission that the report states, or the end of its period"
      ),
      Option(name: "--lang", value: "LANG", help: "en, fr, nl or de; en without it"),
      Option(name: "--format", value: "FORMAT", help: "text, json or html; text without it"),
      Option(name: "--output", value: "FILE", help: "write there instead of to standard output"),
      Option(
        name: "--fail-on", value: "SEVERITY",
        help: "the least grave severity that makes a report non-conformant: error, warning or note; error without it"),
      Option(name: "--syntax", value: "SYNTAX", help: "json or xml instead of recognising it by content"),
      Option(
        name: "--color", value: "WHEN",
        help: "always, never or auto: on a terminal unless NO_COLOR is set; auto without it"),
      Option(
        name: "--jobs", value: "N", help: "reports checked at the same time; 1 without it; the output is the same"),
    ] + LimitOptions.all
  static let remarks =
    "Findings go to standard output, everything else to standard error. The result does not depend on the day it is made."

  /// When to use colour.
  private enum ColourChoice: String, CaseIterable {
    case always, never, auto
  }

  /// The syntaxes that a report may have.
  private enum ReportSyntax: String, CaseIterable {
    case json, xml
  }

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    var settings = Checker.Options()
    settings.limits = try LimitOptions.read(arguments)
    settings.failOn = try arguments.choice("--fail-on", Severity.self) ?? .error
    settings.asOf = try arguments.day("--as-of")
    let language = try arguments.choice("--lang", Language.self) ?? .en
    let formatName = try arguments.one("--format") ?? "text"
    guard let format = Format(named: formatName) else {
      let names = Format.all.map(\.name)
      throw CommandFault(
        "\u{201C}\(formatName)\u{201D} is no value of --format"
          + (NearestName.of(formatName, in: names).map { "; did you mean \u{201C}\($0)\u{201D}?" }
            ?? "; it takes \(names.joined(separator: ", "))"))
    }
    let colour = try arguments.choice("--color", ColourChoice.self) ?? .auto
    let syntax = try arguments.choice("--syntax", ReportSyntax.self).flatMap { Syntax(rawValue: $0.rawValue) }
    let jobs = try arguments.number("--jobs", 1...64) ?? 1
    let output = try arguments.one("--output")
    let previousName = try arguments.one("--previous")
    guard !arguments.operands.isEmpty else {
      throw CommandFault("name the reports to check, or - for standard input", code: .noInput)
    }
    let (overlayName, waiversName) = (try arguments.one("--overlay"), try arguments.one("--waivers"))
    let schemaName = try arguments.one("--schema")
    let read = arguments.operands + [previousName, overlayName, waiversName, schemaName].compactMap(\.self)
    if read.count(where: { $0 == "-" }) > 1 { throw CommandFault("standard input can be read once") }
    if let output { try Files.keep(read, from: output) }
    if arguments.operands.count == 1 {
      vigie_use_two_heaps()
      vigie_use_large_pages()
      settings.pool = Companion.pool
    }
    let packNames = arguments.all("--rules")
    if let twice = packNames.enumerated().first(where: { packNames[..<$0.offset].contains($0.element) }) {
      throw CommandFault("the rule pack \(Files.shown(twice.element)) is named twice")
    }
    let (schema, packs) = try Library.schemaAndPacks(schemaName, packNames, settings.pool)
    let overlay = try overlayName.map(SideFiles.overlay)
    settings.waivers = try waiversName.map(SideFiles.waivers)
    let checker = try SideFiles.checker(schema, packs, overlay, settings.pool)
    var previous: Checker.Source?
    if let name = previousName {
      previous = Checker.Source(name: name, bytes: try Files.read(name, limit: settings.limits.bytes), syntax: syntax)
    }
    let batch = Batch(
      checker: checker, names: arguments.operands, syntax: syntax, previous: previous, options: settings, jobs: jobs)
    // The end of the program frees what the batch holds, all at once.
    _ = Unmanaged.passRetained(batch)
    let (results, faults) = batch.run()
    for fault in faults { console.complain(fault.message) }
    if let waivers = settings.waivers { for line in SideFiles.strays(waivers, in: results) { console.complain(line) } }
    if !results.isEmpty {
      let usesColour =
        output == nil && (colour == .always || colour == .auto && console.isTerminal && !console.refusesColour)
      let options = RenderingOptions(colour: usesColour, width: console.width)
      let bytes = render(results, as: format, in: language, options: options)
      if let output, output != "-" { try Files.write(bytes, to: output) } else { try console.write(bytes) }
    }
    return code(results, faults)
  }

  private static func code(_ results: [Result], _ faults: [CommandFault]) -> ExitCode {
    if results.contains(where: { $0.verdict == .nonConformant }) { return .nonConformant }
    if results.contains(where: { $0.verdict == .indeterminate })
      || faults.contains(where: { $0.code == .indeterminate })
    {
      return .indeterminate
    }
    return faults.first?.code ?? .conformant
  }
}
