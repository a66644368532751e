import Documents

/// The parts of vigie that take bytes which nobody vouches for.
///
/// Each returns the promises that an input broke: none, whatever the bytes are. `make fuzz` runs them in libFuzzer,
/// the replay of the corpus in an ordinary test.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// The readers of the three syntaxes.
  case json, xml, yaml
  /// The lexer and the parser of the rule language.
  case syntax
  /// The checker, against the types of the report schema.
  case checker
  /// The evaluator; the first line is a JSON document, the rest an expression.
  case evaluator
  /// A rule pack: `pack.yaml`, a line `====`, a rule; without that line a rule of the shipped pack.
  case pack
  /// A report in any syntax, checked by every shipped pack and rendered in every format.
  case report
  /// An overlay or a file of waivers, beside a report that fails.
  case sides

  func run(_ bytes: [UInt8]) -> [String] {
    switch self {
    case .json: ReaderTarget.run(bytes, as: .json)
    case .xml: ReaderTarget.run(bytes, as: .xml)
    case .yaml: ReaderTarget.run(bytes, as: .yaml)
    case .syntax: LanguageTarget.parse(bytes)
    case .checker: LanguageTarget.check(bytes)
    case .evaluator: EvaluatorTarget.run(bytes)
    case .pack: PackTarget.run(bytes)
    case .report: ReportTarget.run(bytes)
    case .sides: SidesTarget.run(bytes)
    }
  }
}
