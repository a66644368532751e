import CEL
import Documents
import Findings
import Schemas
import TestSupport
import Testing

@testable import Validation

/// A failed assertion over a small report in both syntaxes.
///
/// In the source the first blamed place is between « and », each other one between ‹ and ›. XML is written without its
/// root element where that is not marked.
struct Blaming {
  let expression: String
  let json: String
  let xml: String
  /// The report of the period before, in both syntaxes.
  var previous: (json: String, xml: String)?
  /// The expressions of `let`, by name.
  var lets: [(name: String, expression: String)] = []
  /// The paths of the blamed members that are absent; their marks are where they belong.
  var missing: [String] = []
  /// The calculations as `12 + 7 = 19 unequal 20`.
  var workings: [String] = []
  /// How many places are not listed.
  var omitted = 0

  /// Evaluates over both syntaxes and expects exactly the marked places.
  func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expect(json, previous?.json, .json, sourceLocation)
    try expect(Self.wrapped(xml), previous.map { Self.wrapped($0.xml) }, .xml, sourceLocation)
  }

  private static func wrapped(_ xml: String) -> String {
    xml.contains("<report") ? xml : "<report xmlns=\"urn:example\">\(xml)</report>"
  }

  private func expect(
    _ report: String, _ previous: String?, _ syntax: Syntax, _ sourceLocation: SourceLocation
  ) throws {
    let sources = [report] + [previous].compactMap { $0 }
    let texts = sources.map(MarkedText.init)
    let (places, blame, documents) = try blame(texts.map(\.source), syntax)
    let first = try #require(places.first)
    let marked = texts.firstIndex { !$0.places.isEmpty } ?? 0
    #expect(
      first.place.source == (marked == 0 ? .report : .previous) && [first.place.span] == texts[marked].places,
      "\(syntax): first \(first.label) at \(first.place.span)", sourceLocation: sourceLocation)
    for (index, role) in [SourceRole.report, .previous].enumerated() where index < texts.count {
      let spans = places.dropFirst().map(\.place).filter { $0.source == role }.map(\.span)
      #expect(
        Set(spans) == Set(texts[index].related),
        "\(syntax), \(role.rawValue): \(places.map { "\($0.place.path) \($0.place.value ?? "-")" })",
        sourceLocation: sourceLocation)
    }
    let absent = places.filter { $0.place.missing != nil }.map(\.place.path)
    #expect(absent == missing, "\(syntax)", sourceLocation: sourceLocation)
    #expect(blame.leftOut == omitted, "\(syntax)", sourceLocation: sourceLocation)
    #expect(blame.isComplete, sourceLocation: sourceLocation)
    let written = blame.workings.map { Self.text(BlamedPlaces(documents).working($0)) }
    #expect(written == workings, "\(syntax)", sourceLocation: sourceLocation)
  }

  /// The blamed places of an assertion that must be false.
  private func blame(
    _ sources: [[UInt8]], _ syntax: Syntax
  ) throws -> (places: [RelatedPlace], blame: Blame, documents: [BoundDocument]) {
    let schema = try Self.schema()
    let documents = sources.map { source in
      var reader = ReportReader()
      return Binder.bind(reader.read(source, syntax: syntax).document, to: schema).bound
    }
    let type = RecordTypes(schema: schema).report
    var environment = Environment()
    let slots = ["report", "previous"].map { environment.declare($0, type) }
    for item in lets {
      environment.define(item.name, try Program.compile(item.expression, in: environment))
    }
    let program = try Program.compile(expression, in: environment, expecting: .bool)
    var activation = Activation(documents: documents, fuel: 100_000)
    for index in documents.indices { activation.bind(slots[index], activation.root(ofDocument: index)) }
    #expect(program.evaluate(&activation).asBool == false, "\(expression)")
    let blame = program.blame(activation)
    return (BlamedPlaces(documents).places(blame.operands), blame, documents)
  }

  static func text(_ working: Working) -> String {
    text(working.calculation) + " \(working.relation.rawValue) " + text(working.stated)
  }

  private static func text(_ side: Calculation) -> String {
    if side.isFigure { return side.result }
    let steps = side.steps.map { step in
      step.figure ?? step.sign?.rawValue ?? step.omitted.map { "[\($0)]" } ?? ""
    }
    return steps.joined(separator: " ") + (side.isRounded ? " ~ " : " = ") + side.result
  }

  private static func schema() throws -> Schema {
    var reader = JSONReader()
    return try Schema(compiling: reader.read(Array(schemaText.utf8)).document)
  }

  private static let schemaText = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example", "x-namespace": "urn:example",
      "x-root": "report", "x-version": "1.0", "title": "Report", "type": "object",
      "properties": {
        "total": { "type": "integer" }, "limit": { "type": "integer" }, "part": { "type": "integer" },
        "whole": { "type": "integer" }, "rate": { "type": "number" }, "name": { "type": "string" },
        "note": { "type": "string" }, "score": { "type": "integer" }, "from": { "type": "string", "format": "date" },
        "to": { "type": "string", "format": "date" },
        "figures": { "type": "array", "x-item": "figure", "items": { "type": "integer" } },
        "risk": {
          "type": "object", "properties": { "level": { "type": "integer" } }, "additionalProperties": false
        },
        "services": {
          "type": "array", "x-item": "service",
          "items": {
            "type": "object",
            "properties": {
              "id": { "type": "string" }, "users": { "type": "integer" }, "open": { "type": "boolean" },
              "score": { "type": "integer" }
            },
            "required": ["id", "users", "open"], "additionalProperties": false
          }
        },
        "checks": {
          "type": "array", "x-item": "check",
          "items": {
            "type": "object", "properties": { "service": { "type": "string" }, "found": { "type": "integer" } },
            "required": ["service", "found"], "additionalProperties": false
          }
        }
      },
      "required": [
        "total", "limit", "part", "whole", "rate", "name", "from", "to", "figures", "services", "checks"
      ],
      "additionalProperties": false
    }
    """
}
