import CEL
import Findings
import Rendering
import Validation

/// What `vigie eval` prints.
struct EvaluatedText {
  private let evaluated: Evaluated
  private let expression: String
  private let report: String
  private let previous: String?

  init(_ evaluated: Evaluated, expression: String, report: String, previous: String?) {
    self.evaluated = evaluated
    self.expression = expression
    self.report = report
    self.previous = previous
  }

  // MARK: - Text

  /// The value and its type, then a line for each place.
  var text: String {
    guard let value = evaluated.value else { return sources }
    var writer = JSONWriter()
    Self.write(value, to: &writer)
    // The writer escapes what a terminal might obey.
    return String(decoding: writer.bytes, as: UTF8.self) + ": \(visible(evaluated.type))\n" + sources
  }

  private var sources: String {
    evaluated.sources.map { source in
      let value = source.isAbsent ? " is absent" : source.place.value.map { " = " + visible($0) } ?? ""
      return
        "  \(position(of: source.place))  \(visible(source.place.path.isEmpty ? "/" : source.place.path))\(value)\n"
    }.joined()
  }

  /// Why there is no value, in one line; nil when there is one.
  var problem: String? {
    evaluated.problem.map { problem in
      (problem.place.map { position(of: $0) + ": " } ?? "") + "the expression has no value: " + problem.message
    }
  }

  /// `report.json:13:31`.
  private func position(of place: Place) -> String {
    let start = place.region?.start ?? Position(line: 1, column: 1)
    return "\(Files.shown(name(of: place))):\(start.line):\(start.column)"
  }

  private func name(of place: Place) -> String { place.source == .previous ? previous ?? "" : report }

  // MARK: - JSON

  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("expression", expression)
      writer.member("type", evaluated.type)
      if let value = evaluated.value { writer.member("value") { Self.write(value, to: &$0) } }
      if let problem = evaluated.problem {
        writer.member("problem") { writer in
          writer.object { writer in
            writer.member("message", problem.message)
            if let place = problem.place { writer.member("place") { self.write(place, to: &$0) } }
          }
        }
      }
      writer.member("places", evaluated.sources) { writer, source in
        write(source.place, expression: source.expression, isAbsent: source.isAbsent, to: &writer)
      }
    }
    writer.finish()
    return writer.bytes
  }

  private func write(
    _ place: Place, expression: String? = nil, isAbsent: Bool = false, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("file", name(of: place))
      writer.member("source", place.source.rawValue)
      writer.member("path", place.path)
      if let start = place.region?.start {
        writer.member("line", start.line)
        writer.member("column", start.column)
      }
      writer.member("value", place.value)
      writer.member("expression", expression)
      if isAbsent { writer.member("isAbsent", true) }
    }
  }

  private static func write(_ value: PlainValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.literal("null")
    case .bool(let bool): writer.literal(bool ? "true" : "false")
    case .number(let text): writer.literal(text)
    case .text(let text): writer.string(text)
    case .invalid(let reason): writer.object { $0.member("problem", reason) }
    case .list(let items): writer.array(items) { write($1, to: &$0) }
    case .object(let members):
      writer.object { writer in
        for member in members { writer.member(member.name) { write(member.value, to: &$0) } }
      }
    }
  }

  // MARK: - Faults of the expression

  /// The message with its place, and below it the line of the expression with carets.
  static func fault(_ error: CompileError, in expression: String) -> CommandFault {
    let table = LineTable(Array(expression.utf8))
    let range = error.range.clamped(to: 0..<expression.utf8.count)
    let start = table.position(of: range.lowerBound)
    let end = table.position(of: range.upperBound)
    let line = table.text(of: table.span(ofLine: start.line))
    let width =
      end.line == start.line ? max(1, end.column - start.column) : max(1, line.unicodeScalars.count - start.column + 1)
    let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(start.column - 1)))
    let marked = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(start.column - 1).prefix(width)))
    let carets = String(repeating: "^", count: max(1, visible(marked).count))
    let place = table.lineCount > 1 ? "line \(start.line), column \(start.column)" : "column \(start.column)"
    return CommandFault(
      "the expression, \(place): \(error.message)",
      detail: ["  " + visible(line), "  " + String(repeating: " ", count: visible(before).count) + carets])
  }
}
