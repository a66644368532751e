import Documents
import Findings
import Schemas
import Validation

/// The base report, judged by one rule that fails on its version, which is 1.0 there.
enum WaivedReport {
  static let rule = RulePack.rule(
    """
    assert: report.identification.version == "9"
    at: [report.identification.version]
    """)

  /// The waiver of the finding, but for what a test is about.
  struct Entry {
    var report: String?
    var rule = "X-01"
    var path = "/identification/version"
    var digest: String
    var reason = "corrected in the next version"
    var author = "Desk A"
    var approver = "Desk B"
    var expires = "2026-12-31"

    /// Members in the order of the schema.
    private var members: [(String, String)] {
      (report.map { [("report", $0)] } ?? []) + [
        ("rule", rule), ("path", path), ("digest", digest), ("reason", reason), ("author", author),
        ("approver", approver), ("expires", expires),
      ]
    }

    private static func quoted(_ text: String) -> String {
      "\""
        + text.unicodeScalars.map { scalar in
          switch scalar {
          case "\"", "\\": "\\\(scalar)"
          case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
          default: String(scalar)
          }
        }.joined() + "\""
    }

    var yaml: String {
      "  - " + members.map { "\($0.0): \(Self.quoted($0.1))\n" }.joined(separator: "    ")
    }

    var json: String {
      "{ " + members.map { "\(Self.quoted($0.0)): \(Self.quoted($0.1))" }.joined(separator: ", ") + " }"
    }
  }

  static func waivers(_ entries: [Entry], json: Bool = false) throws -> Waivers {
    try read(
      json
        ? "{ \"waivers\": [\n" + entries.map(\.json).joined(separator: ",\n") + "] }"
        : entries.isEmpty ? "waivers: []\n" : "waivers:\n" + entries.map(\.yaml).joined())
  }

  static func read(_ text: String) throws -> Waivers {
    try Waivers(
      PackReader.File(name: "waivers.yaml", bytes: Array(text.utf8)),
      schema: try Project.schema("waivers-1.0.schema.json"))
  }

  /// The message with which a file is refused; "" when it is accepted.
  static func refusal(_ text: String) throws -> String {
    do {
      _ = try read(text)
      return ""
    } catch let error as PackError {
      return error.text
    }
  }

  /// The base report with other texts, as JSON or XML.
  static func report(_ changes: [(String, String)] = [], xml: Bool = false) throws -> [UInt8] {
    var text = String(decoding: try Project.bytes("rules/action-plan/base.json"), as: UTF8.self)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    guard xml else { return Array(text.utf8) }
    let schema = try Project.schema(Project.reportSchema)
    var reader = JSONReader()
    return Converter.xml(Binder.bind(reader.read(Array(text.utf8)).document, to: schema).bound, schema: schema)
  }

  static func result(
    _ report: [UInt8], _ waivers: Waivers? = nil, asOf: String? = nil, failOn: Severity = .error
  ) throws -> Result {
    var options = Checker.Options()
    options.waivers = waivers
    options.asOf = asOf
    options.failOn = failOn
    var reader = ReportReader()
    let checker = try Project.checker([try RulePack.read(rule)])
    return checker.check(Checker.Source(name: "report", bytes: report), options: options, reader: &reader)
  }

  /// The id of the finding on a report.
  static func digest(_ report: [UInt8]) throws -> String {
    try result(report).findings.first { $0.rule == "X-01" }?.id ?? ""
  }
}

extension Result {
  /// What each finding is, where, and whether it is waived.
  var listed: [String] {
    findings.map {
      "\($0.severity.rawValue) \($0.rule) \($0.place.source.rawValue) \($0.place.path)"
        + ($0.waiver == nil ? "" : " waived")
    }
  }
}
