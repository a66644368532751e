public import Findings

/// A rule pack as its files have it.
public struct Pack: Sendable {
  public var id: String
  public var version: String
  public var title: LocalizedText
  /// Why the pack concerns a report; nil when it concerns every report.
  public var applies: Rule.Condition?
  /// The `$id` of the report schema that the rules are written for.
  public var schema: String
  public var strands: [Strand]
  /// Named figures as CEL literals, in the order of the file.
  public var parameters: [NamedExpression]
  public var definitions: [NamedExpression]
  public var indicators: [IndicatorDefinition]
  /// In the order of their file names.
  public var rules: [Rule]
  /// The base report of the examples; nil in a bundle.
  public var base: [UInt8]?
  /// The YAML files by name, to find the places of faults in; empty for a bundle.
  public var sources: [String: [UInt8]] = [:]
  /// `sha256:` of all files of the pack.
  public var digest: String
  /// Whether tests hold every rule of the pack, as they do with those inside the program: then a rule is compiled when
  /// it is first needed, and not to look for faults.
  public var isProven = false
  /// Whether the pack is applied to every report, whatever `applies` says.
  public var isForEveryReport = false
  /// The compiled form that the bundle has; nil when it has none.
  var compact: CompactPack?

  /// A strand of the action plan that rules belong to.
  public struct Strand: Sendable {
    public var id: String
    public var title: LocalizedText
  }

  /// A named figure that the pack computes.
  public struct IndicatorDefinition: Sendable {
    public var id: String
    public var title: LocalizedText
    public var unit: IndicatorUnit
    /// Whether the report gives the figures; nil when it always does.
    public var when: Expression?
    public var value: Expression
  }
}

/// Why a pack cannot be used: the file, the place, the reason.
public struct PackError: Error, Sendable {
  public var file: String
  /// 1-based; nil when the fault is of the pack as a whole.
  public var position: Position?
  public var message: String
  /// The member of the file and the part of its text, from which the position is found when somebody asks.
  var location: PackLocation?

  public init(file: String, position: Position? = nil, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  init(file: String, at location: PackLocation, message: String) {
    self.file = file
    self.message = location.name + ": " + message
    self.location = location
  }

  /// The same error with its position, where the file is at hand; with the column in the text otherwise.
  func placed(in sources: [String: [UInt8]]) -> PackError {
    guard position == nil, let location else { return self }
    var placed = self
    if let source = sources[file] {
      placed.position = location.position(in: source)
    } else if location.range.lowerBound > 0 {
      let column = ", column \(location.range.lowerBound + 1)"
      placed.message = location.name + column + message.dropFirst(location.name.count)
    }
    return placed
  }

  /// `file:line:column: message`.
  public var text: String {
    file + (position.map { ":\($0.line):\($0.column)" } ?? "") + ": " + message
  }
}
