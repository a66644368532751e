import CEL
import Documents
import Findings
public import Schemas

/// Runs the examples of a pack, in both syntaxes.
public struct ExampleRunner: Sendable {
  private let checker: Checker
  private let schema: Schema
  private let pack: Pack
  private let base: JSONValue
  private let witness: Witness?

  /// - Parameter isWatching: Whether `coverage` is asked for; the conditions of rules are then evaluated as they stand.
  /// - Throws: `PackError` when the pack does not compile or has no base report.
  public init(pack: Pack, schema: Schema, version: String, isWatching: Bool = false) throws(PackError) {
    guard let bytes = pack.base else {
      throw PackError(file: "pack.yaml", message: "a pack with examples names its base report: base: base.json")
    }
    var reader = JSONReader()
    let reading = reader.read(bytes)
    if let finding = reading.findings.first {
      throw PackError(file: "base.json", message: finding.message.en)
    }
    base = JSONValue(reading.document)
    // What the pack says of the reports that it concerns is read like the rest, but an example is about its rule.
    var always = pack
    always.isForEveryReport = true
    witness = isWatching ? Witness() : nil
    checker = try Checker(schema, [always], version, watchedBy: witness)
    self.schema = schema
    self.pack = pack
  }

  /// What an example did that it should not have.
  public struct Failure: Sendable {
    public var rule: String
    public var file: String
    public var example: String
    public var message: String
  }

  /// Runs every example of every rule.
  ///
  /// - Returns: the number of examples, and what went wrong, in the order of the pack.
  public func run() -> (count: Int, failures: [Failure]) {
    var count = 0
    var failures: [Failure] = []
    var reader = ReportReader()
    for rule in pack.rules {
      for expected in [OutcomeKind.passed, .failed] where !rule.examples.contains(where: { $0.expect == expected }) {
        failures.append(
          Failure(rule: rule.descriptor.id, file: rule.file, example: "", message: "no example is \(expected.rawValue)")
        )
      }
      if let witness { witness.focus = ConditionCoverage.focus(on: rule.file, witness.conditions) }
      for example in rule.examples {
        count += 1
        if let message = fault(in: example, of: rule, &reader) {
          failures.append(
            Failure(rule: rule.descriptor.id, file: rule.file, example: example.title, message: message))
        }
      }
    }
    return (count, failures)
  }

  /// How far the examples went that have run; nil where nobody watched.
  public var coverage: ConditionCoverage? { witness.map { ConditionCoverage($0.conditions, of: pack) } }

  /// The report of an example.
  public func report(of example: Example) throws(PackError) -> [UInt8] { try patched(example.patch) }

  /// The base report with a patch, as JSON.
  func patched(_ patch: [UInt8]) throws(PackError) -> [UInt8] {
    var reader = JSONReader()
    do {
      return Array(try JSONPatch.apply(JSONValue(reader.read(patch).document), to: base).text.utf8)
    } catch {
      throw PackError(file: "patch", message: error.message)
    }
  }

  private func fault(in example: Example, of rule: Rule, _ reader: inout ReportReader) -> String? {
    let json: [UInt8]
    var previous: [UInt8]?
    do {
      json = try patched(example.patch)
      previous = if let patch = example.previous { try patched(patch) } else { nil }
    } catch {
      return "the patch cannot be applied: \(error.message)"
    }
    let result = check(json, previous, &reader)
    if let finding = result.findings.first(where: { $0.rule.hasPrefix("structure-") }) {
      return "the report does not meet the schema: \(finding.message.en)"
    }
    let outcome = Self.ending(of: rule.descriptor.id, in: result)
    guard outcome == example.expect else {
      let reason = result.outcomes.first { $0.rule == rule.descriptor.id && $0.outcome == outcome }?.reason?.en
      return "expected \(example.expect.rawValue), was \(outcome.rawValue)" + (reason.map { ": \($0)" } ?? "")
    }
    let own = result.findings.filter { $0.rule == rule.descriptor.id }
    if let at = example.at, own.map(\.place.path).sorted() != at.sorted() {
      return
        "expected findings at \(at.joined(separator: ", ")), were at \(own.map(\.place.path).joined(separator: ", "))"
    }
    let twin = check(xml(json), previous.map(xml), &reader)
    guard twin.findings.map(\.id) == result.findings.map(\.id) else {
      return "the XML form has other findings: \(twin.findings.map { "\($0.rule) \($0.place.path)" })"
    }
    return nil
  }

  private func check(_ report: [UInt8], _ previous: [UInt8]?, _ reader: inout ReportReader) -> Result {
    checker.check(
      Checker.Source(name: "example", bytes: report),
      previous: previous.map { Checker.Source(name: "previous", bytes: $0) }, reader: &reader)
  }

  private func xml(_ json: [UInt8]) -> [UInt8] {
    var reader = JSONReader()
    return Converter.xml(Binder.bind(reader.read(json).document, to: schema).bound, schema: schema)
  }

  private static func ending(of rule: String, in result: Result) -> OutcomeKind {
    result.outcomes.filter { $0.rule == rule }.endings[rule] ?? .inapplicable
  }
}
