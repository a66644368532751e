public import CEL
import Documents
public import Findings
public import Schemas

/// The value of one expression over a report, and where it came from: for authors of rules.
public struct Evaluated: Sendable {
  /// A place in a report that the expression read.
  public struct Source: Sendable {
    /// With its region.
    public let place: Place
    /// The part of the expression that read it.
    public let expression: String
    /// Whether the member that it names is not there.
    public let isAbsent: Bool
  }

  /// Why there is no value.
  public struct Problem: Sendable {
    public let message: String
    /// Where in the reports it is, if it is there.
    public let place: Place?
  }

  /// The type that the checker gave the expression.
  public let type: String
  /// Nil exactly when there is a problem.
  public let value: PlainValue?
  public let problem: Problem?
  /// In the order of reading: first where the value itself stands, if it stands in a report.
  public let sources: [Source]
}

/// Evaluates single expressions as rules do, with the variables `report`, `asOf` and, where there is one, `previous`, and
/// the parameters and definitions of a pack.
public struct ExpressionRun: Sendable {
  /// Why a report cannot be evaluated.
  public struct Unreadable: Error {
    public let file: String
    /// With its region.
    public let place: Place
    public let message: String
  }

  private let type: Type
  private var environment: Environment
  private var slots: CompiledPack.Slots
  private let documents: [BoundDocument]
  private let tables: [LineTable]
  private let asOf: CivilDate?

  /// Reads the reports and binds them to a schema; values that do not meet it are errors when they are read.
  ///
  /// - Throws: `Unreadable` for a report.
  public init(
    _ source: Checker.Source, previous: Checker.Source?, schema: Schema, options: Checker.Options
  ) throws(Unreadable) {
    var reader = ReportReader()
    var documents: [BoundDocument] = []
    for file in [source] + (previous.map { [$0] } ?? []) {
      let reading = reader.read(file.bytes, syntax: file.syntax, limits: options.limits)
      guard reading.isComplete, !reading.document.nodes.isEmpty else {
        guard let finding = reading.findings.first else { continue }
        throw Unreadable(
          file: file.name, place: finding.place.resolved(in: LineTable(reading.document.source)),
          message: finding.message.en)
      }
      documents.append(Binder.bind(reading.document, to: schema).bound)
    }
    type = RecordTypes(schema: schema).report
    self.documents = documents
    tables = documents.map { LineTable($0.document.source) }
    asOf = (options.asOf ?? documents.first.flatMap { Run.defaultDay($0) }).flatMap { CivilDate($0) }
    (environment, slots) = Self.names(PackNames(type: type), type, hasPrevious: documents.count > 1)
  }

  /// Lets the expressions know the parameters and definitions of a pack; of another before it they know none any more.
  ///
  /// - Throws: `PackError` with the first fault and its place.
  public mutating func use(_ pack: Pack) throws(PackError) {
    var known = PackNames(type: type)
    try known.add(pack)
    (environment, slots) = Self.names(known, type, hasPrevious: documents.count > 1)
  }

  private static func names(
    _ known: PackNames, _ type: Type, hasPrevious: Bool
  ) -> (Environment, CompiledPack.Slots) {
    var environment = known.environment
    let previous = hasPrevious ? environment.declare("previous", type) : -1
    return (environment, CompiledPack.Slots(report: known.report, previous: previous, asOf: known.asOf))
  }

  /// - Throws: `CompileError` with the bytes of the text that are wrong.
  public func evaluate(_ text: String) throws(CompileError) -> Evaluated {
    let program = try Program.compile(text, in: environment)
    let fuel = 1_000 + 200 * documents.reduce(0) { $0 + $1.values.count }
    var activation = Activation(documents: documents, fuel: fuel)
    activation.bind(slots.report, activation.root(ofDocument: 0))
    if let asOf { activation.bind(slots.asOf, .date(asOf)) }
    if documents.count > 1 { activation.bind(slots.previous, activation.root(ofDocument: 1)) }
    let value = program.evaluate(&activation)
    let problem = activation.error(of: value).map { error in
      Evaluated.Problem(message: error.message, place: place(error.document, error.value))
    }
    return Evaluated(
      type: program.type.description, value: problem == nil ? activation.plain(value) : nil, problem: problem,
      sources: sources(of: value, program, activation))
  }

  private func sources(of value: Value, _ program: Program, _ activation: Activation) -> [Evaluated.Source] {
    var sources: [Evaluated.Source] = []
    var seen: Set<Place> = []
    func add(_ place: Place?, _ expression: String, isAbsent: Bool) {
      guard let place, seen.insert(place).inserted else { return }
      sources.append(Evaluated.Source(place: place, expression: expression, isAbsent: isAbsent))
    }
    if !value.isError { add(place(value.origin?.document, value.origin?.value), program.text, isAbsent: false) }
    for operand in program.blame(activation).operands {
      if let name = operand.missing {
        let place = documents[operand.document].place(
          ofMissing: name, in: operand.value, source: Self.role(operand.document))
        add(place.resolved(in: tables[operand.document]), operand.text, isAbsent: true)
      } else {
        add(place(operand.document, operand.value), operand.text, isAbsent: false)
      }
    }
    return sources
  }

  private func place(_ document: Int?, _ value: Int?) -> Place? {
    guard let document, let value else { return nil }
    return documents[document].place(of: value, in: Self.role(document)).resolved(in: tables[document])
  }

  private static func role(_ document: Int) -> SourceRole { document == 0 ? .report : .previous }
}
