import CEL
import Documents
import Findings
public import Schemas

/// Reads a rule pack from its files or from a bundle.
public struct PackReader: Sendable {
  private let packSchema: Schema
  private let ruleSchema: Schema

  /// - Parameters:
  ///   - packSchema: The compiled `rule-pack-1.0.schema.json`.
  ///   - ruleSchema: The compiled `rule-1.0.schema.json`.
  public init(packSchema: Schema, ruleSchema: Schema) {
    self.packSchema = packSchema
    self.ruleSchema = ruleSchema
  }

  /// One file of a pack.
  public struct File: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads `pack.yaml` and one rule from every other YAML file; a file named by `base` is the base report.
  ///
  /// - Throws: `PackError` with the first fault and its place.
  public func read(_ files: [File]) throws(PackError) -> Pack {
    let files = files.sorted { $0.name < $1.name }
    guard let head = files.first(where: { $0.name == "pack.yaml" }) else {
      throw PackError(file: "pack.yaml", message: "a rule pack has a file pack.yaml")
    }
    let fields = try PackFields(head, checkedAgainst: packSchema)
    var rules: [Rule] = []
    for file in files where file.name != "pack.yaml" && file.name.hasSuffix(".yaml") {
      rules.append(try Self.rule(file, try PackFields(file, checkedAgainst: ruleSchema), pack: fields))
    }
    let base = fields["base"].flatMap { name in files.first { $0.name == name.text } }
    if let name = fields["base"], base == nil {
      throw PackError(file: "pack.yaml", message: "the base report \(name.text) is not in the pack")
    }
    var pack = try Self.pack(fields, rules: rules, base: base?.bytes, digest: Self.digest(files))
    for file in files where file.name.hasSuffix(".yaml") { pack.sources[file.name] = file.bytes }
    return pack
  }

  /// SHA-256 over the names and contents of all files, sorted by name.
  private static func digest(_ files: [File]) -> String {
    var bytes: [UInt8] = []
    for file in files { bytes += Array("\(file.name)\u{0}\(file.bytes.count)\u{0}".utf8) + file.bytes }
    return Digest.sha256(bytes)
  }

  // MARK: - From fields

  static func pack(_ fields: PackFields, rules: [Rule], base: [UInt8]?, digest: String) throws(PackError) -> Pack {
    var seen: Set<String> = []
    for rule in rules where !seen.insert(rule.descriptor.id).inserted {
      throw PackError(file: rule.file, message: "the rule id \(rule.descriptor.id) is used twice")
    }
    return Pack(
      id: fields.text("id"), version: fields.text("version"), title: fields.localized("title"),
      applies: condition(fields), schema: fields.text("schema"),
      strands: fields["strands"]?.items.map { Pack.Strand(id: $0.text("id"), title: $0.localized("title")) } ?? [],
      parameters: fields["parameters"]?.items.map { NamedExpression(name: StoredText($0.name), expression: $0.literal) }
        ?? [],
      definitions: fields["definitions"]?.named ?? [],
      indicators: fields["indicators"]?.items.map { item in
        Pack.IndicatorDefinition(
          id: item.text("id"), title: item.localized("title"),
          unit: IndicatorUnit(rawValue: item.text("unit")) ?? .count,
          when: item["when"]?.expression, value: item["value"]?.expression ?? item.expression)
      } ?? [],
      rules: rules, base: base, digest: digest)
  }

  static func rule(_ file: File, _ fields: PackFields, pack: PackFields) throws(PackError) -> Rule {
    var basis: [Citation] = []
    for item in fields["basis"]?.items ?? [] {
      let key = item.text("source")
      guard let source = pack["sources"]?[key] else {
        let names = pack["sources"]?.items.map(\.name) ?? []
        throw PackError(
          file: file.name, position: LineTable(item.document.source).position(of: item.span.start),
          message: "the source \u{201C}\(key)\u{201D} is not in pack.yaml"
            + (NearestName.of(key, in: names).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""))
      }
      basis.append(
        Citation(source: key, title: source.text("title"), clause: item.text("clause"), url: source["url"]?.text))
    }
    let effective = fields["effective"]
    return Rule(
      descriptor: RuleDescriptor(
        id: fields.text("id"), pack: pack.text("id"), title: fields.localized("title"), strand: fields.text("strand"),
        severity: Severity(rawValue: fields.text("severity")) ?? .error,
        status: RuleStatus(rawValue: fields.text("status")) ?? .expectation, basis: basis,
        help: fields.localized("help")),
      storedFile: StoredText(file.name),
      applies: condition(fields),
      effective: Rule.Effective(
        from: effective?["from"]?.text, to: effective?["to"]?.text, bySubmission: effective?.text("by") == "submission"),
      needsPrevious: fields.text("needs") == "previous", isConfidential: fields.text("confidential") == "true",
      yieldsTo: fields["yieldsTo"]?.items.map(\.text) ?? [],
      binding: fields["for"]?.named.first,
      lets: fields["let"]?.named ?? [], assertion: try assertion(file, fields),
      places: fields["at"]?.items.map(\.expression) ?? [], message: fields.localized("message"),
      examples: fields["examples"]?.items.map(example) ?? [])
  }

  private static func condition(_ fields: PackFields) -> Rule.Condition? {
    guard let applies = fields["applies"], let when = applies["when"] else { return nil }
    return Rule.Condition(when: when.expression, reason: applies.localized("reason"))
  }

  /// The one assertion of a rule: `assert` or a kind.
  private static func assertion(_ file: File, _ fields: PackFields) throws(PackError) -> Rule.Assertion {
    func fault(_ message: String, _ place: PackFields) -> PackError {
      let position = LineTable(place.document.source).position(of: place.span.start)
      return PackError(file: file.name, position: position, message: message)
    }
    switch (fields["assert"], fields["kind"]) {
    case (let expression?, nil): return .expression(expression.expression)
    case (nil, let kind?):
      guard kind.items.count == 1, let call = kind.items.first, let known = Kind(rawValue: call.name) else {
        throw fault("a rule has one kind with its parameters, such as kind: { required: { path: service.id } }", kind)
      }
      return .kind(
        KindCall(
          known,
          call.items.map { parameter in
            let isList = parameter.document.nodes[parameter.node].kind == .array
            let texts = isList ? parameter.items.map(\.text) : [parameter.text]
            return KindCall.Parameter(name: parameter.name, texts: texts, isList: isList)
          }))
    case (_?, let kind?): throw fault("a rule has either assert or kind, not both", kind)
    case (nil, nil): throw fault("a rule says what must hold: in CEL behind assert, or as a kind", fields)
    }
  }

  private static func example(_ fields: PackFields) -> Example {
    Example(
      title: fields.text("title"), patch: Array((fields["patch"]?.json ?? "[]").utf8),
      previous: fields["previous"].map { Array($0.json.utf8) },
      expect: OutcomeKind(rawValue: fields.text("expect")) ?? .passed, at: fields["at"]?.items.map(\.text))
  }
}
