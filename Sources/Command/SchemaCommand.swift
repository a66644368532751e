import Findings
import Schemas
import Validation

/// `vigie schema`: the schemas inside the program.
enum SchemaCommand: Command {
  static let name = "schema"
  static let summary = "Prints a schema that is inside the program."
  static let usage = [
    "vigie schema [NAME]", "vigie schema --generate-xsd FILE", "vigie schema --generate-compact FILE",
  ]
  static let examples: [(line: String, what: String)] = [
    ("vigie schema > csa-report.schema.json", "the JSON Schema of a report"),
    ("vigie schema xsd > csa-report.xsd", "its XML Schema twin"),
    ("vigie schema result", "the JSON Schema of what vigie check --format json writes"),
  ]
  static let options = [
    Option(name: "--generate-xsd", value: "FILE", help: "print the XML Schema twin of a JSON Schema file"),
    Option(
      name: "--generate-compact", value: "FILE",
      help: "print a JSON Schema file compiled, as this version of the program carries it"),
  ]
  static let remarks = "NAME is one of " + names.map(\.name).joined(separator: ", ") + "; report without it."

  private static let names: [(name: String, path: String)] = [
    ("report", Library.reportSchemaPath), ("xsd", "schemas/csa-report-1.0.xsd"),
    ("result", "schemas/result-1.0.schema.json"), ("rule", "schemas/rule-1.0.schema.json"),
    ("pack", "schemas/rule-pack-1.0.schema.json"), ("overlay", SideFiles.overlaySchemaPath),
    ("waivers", SideFiles.waiversSchemaPath),
  ]

  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode {
    let arguments = try Arguments(arguments, options: options, command: name)
    if let file = try arguments.one("--generate-xsd") {
      guard arguments.operands.isEmpty else { throw CommandFault("--generate-xsd takes one file and no name") }
      let schema = try Library.reportSchema(file)
      try console.write(XSDWriter.write(schema))
      return .conformant
    }
    if let file = try arguments.one("--generate-compact") {
      guard arguments.operands.isEmpty else { throw CommandFault("--generate-compact takes one file and no name") }
      let schema = try Library.reportSchema(file)
      try console.write(schema.compactForm(digest: schema.fileDigest))
      return .conformant
    }
    guard arguments.operands.count <= 1 else { throw CommandFault("name one schema") }
    let wanted = arguments.operands.first ?? "report"
    guard let found = names.first(where: { $0.name == wanted }) else {
      let nearest = NearestName.of(wanted, in: names.map(\.name))
      throw CommandFault(
        "there is no schema \u{201C}\(wanted)\u{201D}"
          + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; \(remarks)"))
    }
    try console.write(try Library.shipped(found.path))
    return .conformant
  }
}
