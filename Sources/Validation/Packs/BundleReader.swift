import CEL
import Findings

/// Reads what `BundleWriter` wrote, in the same order.
///
/// Bytes from outside may be anything: what does not fit gives empty values, and the whole is not used.
struct BundleReader {
  private let store: TextStore
  private var offset: Int
  /// Whether all that was read was there.
  private var isSound = true

  init(_ store: TextStore, from offset: Int) {
    self.store = store
    self.offset = offset
  }

  /// Whether the bytes held what was read and nothing more.
  var isWhole: Bool { isSound && offset == store.count }

  // MARK: - Parts

  private mutating func number() -> Int {
    guard offset + 4 <= store.count else { return fail(0) }
    defer { offset += 4 }
    return Int(store.number(at: offset))
  }

  private mutating func byte() -> UInt8 {
    guard offset < store.count else { return fail(0) }
    defer { offset += 1 }
    return store.byte(at: offset)
  }

  private mutating func text() -> String {
    guard let end = store.end(ofTextAt: offset) else { return fail("") }
    defer { offset = end }
    return store.text(at: offset)
  }

  /// Where bytes lie that somebody else reads.
  private mutating func blob() -> Range<Int> {
    guard let end = store.end(ofTextAt: offset) else { return fail(0..<0) }
    defer { offset = end }
    return offset + 4..<end
  }

  private mutating func texts() -> LocalizedText {
    let texts = blob()
    // A bundle inside the program is held whole by its test: to look at its texts would cost more than to read the rest.
    if !store.isResident {
      var end = texts.lowerBound
      for _ in Language.allCases { end = store.end(ofTextAt: end) ?? store.count + 1 }
      guard end == texts.upperBound else { return fail(LocalizedText(verbatim: "")) }
    }
    return LocalizedText(whole: store, at: texts.lowerBound)
  }

  private mutating func flag() -> Bool { byte() == 1 }

  /// One of all cases by its place.
  private mutating func choice<Case: CaseIterable>(_ cases: [Case], _ fallback: Case) -> Case {
    let place = Int(byte())
    return cases.indices.contains(place) ? cases[place] : fail(fallback)
  }

  private mutating func list<Item>(_ read: (inout BundleReader) -> Item) -> [Item] {
    let count = number()
    // Each item takes a byte at least.
    guard count <= store.count - offset else { return fail([]) }
    var items: [Item] = []
    items.reserveCapacity(min(count, 1_000))
    while items.count < count, isSound { items.append(read(&self)) }
    return items
  }

  private mutating func option<Item>(_ read: (inout BundleReader) -> Item) -> Item? { flag() ? read(&self) : nil }

  /// A text that is not always asked for.
  private mutating func stored() -> StoredText {
    let start = blob().lowerBound - 4
    return isSound ? StoredText(in: store, at: start) : StoredText("")
  }

  private mutating func expression() -> Expression { Expression(stored()) }

  private mutating func named() -> NamedExpression { NamedExpression(name: stored(), expression: expression()) }

  private mutating func condition() -> Rule.Condition { Rule.Condition(when: expression(), reason: texts()) }

  private mutating func fail<Value>(_ value: Value) -> Value {
    isSound = false
    return value
  }

  // MARK: - The pack

  mutating func pack() -> Pack {
    let (id, version, schema, digest, title) = (text(), text(), text(), text(), texts())
    let applies = option { $0.condition() }
    let strands = list { Pack.Strand(id: $0.text(), title: $0.texts()) }
    let (parameters, definitions) = (list { $0.named() }, list { $0.named() })
    let units = IndicatorUnit.allCases
    let indicators = list { reader in
      Pack.IndicatorDefinition(
        id: reader.text(), title: reader.texts(), unit: reader.choice(units, .count),
        when: reader.option { $0.expression() }, value: reader.expression())
    }
    let sources = list { Citation(source: $0.text(), title: $0.text(), clause: "", url: $0.option { $0.text() }) }
    let rules = list { $0.rule(id, sources) }
    let (target, head, names) = (text(), blob(), blob())
    var pack = Pack(
      id: id, version: version, title: title, applies: applies, schema: schema, strands: strands,
      parameters: parameters,
      definitions: definitions, indicators: indicators, rules: rules, base: nil, digest: digest)
    if !target.isEmpty { pack.compact = CompactPack(store: store, schema: target, head: head, names: names) }
    return pack
  }

  private mutating func rule(_ pack: String, _ sources: [Citation]) -> Rule {
    let (id, file) = (text(), stored())
    let strand = option { $0.text() }
    let (severity, status) = (choice(Severity.allCases, .error), choice(RuleStatus.allCases, .expectation))
    var basis = list { $0.citation(sources) }
    if basis.isEmpty { basis = [fail(Citation(source: "", title: "", clause: ""))] }
    let (title, help, message) = (texts(), texts(), texts())
    var rule = Rule(
      descriptor: RuleDescriptor(
        id: id, pack: pack, title: title, strand: strand, severity: severity, status: status, basis: basis, help: help),
      storedFile: file, applies: option { $0.condition() },
      effective: Rule.Effective(from: option { $0.text() }, to: option { $0.text() }, bySubmission: flag()),
      needsPrevious: flag(), isConfidential: flag(), yieldsTo: list { $0.text() }, binding: option { $0.named() },
      lets: list { $0.named() },
      assertion: assertion(),
      places: list { $0.expression() }, message: message, examples: [])
    rule.compact = CompactRule(condition: blob(), judgement: blob())
    return rule
  }

  private mutating func citation(_ sources: [Citation]) -> Citation {
    let place = number()
    var citation =
      sources.indices.contains(place) ? sources[place] : fail(Citation(source: "", title: "", clause: ""))
    citation.clause = text()
    return citation
  }

  private mutating func assertion() -> Rule.Assertion {
    guard flag() else { return .expression(expression()) }
    let kind = choice(Kind.allCases, .required)
    return .kind(
      KindCall(
        kind,
        list { reader in
          let (name, isList) = (reader.text(), reader.flag())
          return KindCall.Parameter(name: name, texts: reader.list { $0.text() }, isList: isList)
        }))
  }
}
