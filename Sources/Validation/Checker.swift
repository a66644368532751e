import CEL
public import Documents
public import Findings
public import Schemas

/// Decides on reports: bytes in, a result out. Made once for a schema and its packs, used for any number of reports.
public struct Checker: Sendable {
  let schema: Schema
  let schemaComponent: Component
  let packs: [CompiledPack]
  let engine: Engine
  private(set) var overlay: OverlayFile?
  /// Why a rule is switched off, by its id.
  private(set) var switchedOff: [String: LocalizedText] = [:]

  /// Compiles the packs.
  ///
  /// - Parameter pool: How packs that are compiled already are taken over.
  /// - Throws: `PackError` with the first fault and its place.
  public init(schema: Schema, packs: [Pack], version: String, pool: WorkPool = .serial) throws(PackError) {
    try self.init(schema, packs, version, watchedBy: nil, pool)
  }

  /// - Parameter witness: Watches the conditions of the rules; then nothing is taken from a compiled form.
  init(
    _ schema: Schema, _ packs: [Pack], _ version: String, watchedBy witness: Witness?, _ pool: WorkPool = .serial
  ) throws(PackError) {
    self.schema = schema
    schemaComponent = Component(
      id: schema.id, version: schema.version, digest: schema.fileDigest, title: schema.title)
    engine = Engine(name: "vigie", version: version)
    let target = CompileTarget(schema: schema, digest: schemaComponent.digest)
    var compiled: [CompiledPack] = []
    var ids: [String: String] = [:]
    var restored: [CompiledPack?] = []
    if witness == nil {
      restored = pool.map(packs.count, weight: { packs[$0].rules.count }) { CompiledPack(restoring: packs[$0], target) }
    }
    for (position, pack) in packs.enumerated() {
      guard pack.schema == schema.id else {
        throw PackError(
          file: "pack.yaml", message: "the pack \(pack.id) is written for \(pack.schema), not for \(schema.id)")
      }
      for index in pack.rules.indices {
        let id = pack.rules[index].descriptor.id
        if let other = ids.updateValue(pack.id, forKey: id) {
          throw PackError(
            file: pack.rules[index].file, message: "the rule id \(id) is in the packs \(other) and \(pack.id)")
        }
      }
      let known = witness == nil ? restored[position] : nil
      if let known { compiled.append(known) } else { compiled.append(try CompiledPack(pack, target, witness: witness)) }
    }
    self.packs = compiled
  }

  /// The same with rules switched off that were found to be wrong.
  ///
  /// - Throws: `PackError` for a rule that no pack has, with its place in the overlay.
  public func switchingOff(_ overlay: Overlay) throws(PackError) -> Checker {
    var copy = self
    copy.overlay = overlay.file
    copy.switchedOff = try overlay.reasons(known: packs.flatMap(\.rules).map(\.rule.descriptor.id))
    return copy
  }

  /// Whether a text is a date of the calendar, `YYYY-MM-DD`.
  public static func isDate(_ text: String) -> Bool { CivilDate(text) != nil }

  /// A file to check, as it came.
  public struct Source: Sendable {
    public var name: String
    public var bytes: [UInt8]
    /// Nil to recognise it by content.
    public var syntax: Syntax?

    public init(name: String, bytes: [UInt8], syntax: Syntax? = nil) {
      self.name = name
      self.bytes = bytes
      self.syntax = syntax
    }
  }

  /// What a run is told beside the files.
  public struct Options: Sendable {
    /// The day as of which rules look at the report, ISO 8601; nil for the day of submission that the report states,
    /// or the last day of its period. So a result never depends on the day on which it was made.
    public var asOf: String?
    /// The least grave severity that makes a report non-conformant.
    public var failOn = Severity.error
    public var limits = Limits()
    /// Findings that are accepted for a time; they are marked and not weighed.
    public var waivers: Waivers?
    /// How the packs are evaluated; the result is the same.
    public var pool = WorkPool.serial

    public init() {}
  }

  /// Checks one report.
  ///
  /// Expressions are evaluated by recursion: the deepest that a pack may hold need 8 MiB of stack without optimisation,
  /// so give a thread of your own 16 MiB, as `vigie` does.
  ///
  /// - Parameters:
  ///   - source: The report.
  ///   - previous: The report of the period before; rules that compare say `inapplicable` without it.
  ///   - reader: Keeps its buffers from report to report.
  public func check(
    _ source: Source, previous: Source? = nil, options: Options = Options(), reader: inout ReportReader
  ) -> Result {
    let reading = reader.read(source.bytes, syntax: source.syntax, limits: options.limits)
    let earlier = previous.map { ($0, reader.read($0.bytes, syntax: $0.syntax, limits: options.limits)) }
    var run = Run(checker: self, options: options, source: source, reading: reading)
    if let (file, reading) = earlier { run.take(previous: file, reading) }
    return run.result()
  }
}

extension Schema {
  /// `sha256:` of the schema file.
  public var fileDigest: String { digest ?? Digest.sha256(document.source) }
}
