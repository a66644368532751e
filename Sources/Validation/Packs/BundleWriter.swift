import CEL
import Findings

/// The codes of severities, states and units in a bundle are their places among all cases.
private func code<Case: CaseIterable & Equatable>(of value: Case) -> UInt8 {
  UInt8(Array(Case.allCases).firstIndex(of: value) ?? 0)
}

/// Writes a bundle part by part; `BundleReader` reads in the same order.
struct BundleWriter {
  var bytes: [UInt8] = []
  /// The pack compiled, for the compact form; nil to leave that out.
  var compiled: (pack: CompiledPack, types: [Type], schema: String)?
  private let names = CompactNames()

  private mutating func number(_ number: Int) {
    withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  private mutating func text(_ texts: LocalizedText) {
    let parts = Language.allCases.map { texts[$0] }
    number(parts.reduce(0) { $0 + 4 + $1.utf8.count })
    for part in parts { text(part) }
  }

  private mutating func list<Item>(_ items: [Item], _ write: (inout BundleWriter, Item) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }

  private mutating func option<Item>(_ item: Item?, _ write: (inout BundleWriter, Item) -> Void) {
    bytes.append(item == nil ? 0 : 1)
    if let item { write(&self, item) }
  }

  private mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  private mutating func named(_ named: NamedExpression) {
    text(named.name)
    text(named.expression.text)
  }

  private mutating func condition(_ condition: Rule.Condition) {
    text(condition.when.text)
    text(condition.reason)
  }

  /// Bytes that somebody else reads: what the closure writes, or nothing where it has no compact form.
  private mutating func blob(_ write: (inout CompactWriter) -> Void) {
    var writer = CompactWriter(types: compiled?.types ?? [], names: names)
    if compiled != nil { write(&writer) }
    blob(writer.isComplete ? writer.bytes : [])
  }

  private mutating func blob(_ blob: [UInt8]) {
    number(blob.count)
    bytes += blob
  }

  mutating func write(_ pack: Pack) {
    text(pack.id)
    text(pack.version)
    text(pack.schema)
    text(pack.digest)
    text(pack.title)
    option(pack.applies) { $0.condition($1) }
    list(pack.strands) { writer, strand in
      writer.text(strand.id)
      writer.text(strand.title)
    }
    list(pack.parameters) { $0.named($1) }
    list(pack.definitions) { $0.named($1) }
    list(pack.indicators) { writer, indicator in
      writer.text(indicator.id)
      writer.text(indicator.title)
      writer.bytes.append(code(of: indicator.unit))
      writer.option(indicator.when) { $0.text($1.text) }
      writer.text(indicator.value.text)
    }
    var sources: [Citation] = []
    for citation in pack.rules.flatMap(\.descriptor.basis)
    where !sources.contains(where: { $0.source == citation.source }) {
      sources.append(citation)
    }
    list(sources) { writer, source in
      writer.text(source.source)
      writer.text(source.title)
      writer.option(source.url) { $0.text($1) }
    }
    let rules = compiled?.pack.rules
    list(Array(pack.rules.enumerated())) { writer, item in
      writer.rule(item.element, sources.map(\.source))
      writer.blob { rules?[item.offset].writeCondition(to: &$0) }
      writer.blob { rules?[item.offset].writeJudgement(to: &$0) }
    }
    text(compiled?.schema ?? "")
    let compiled = compiled?.pack
    blob { compiled?.write(to: &$0) }
    blob(names.bytes)
  }

  private mutating func rule(_ rule: Rule, _ sources: [String]) {
    let descriptor = rule.descriptor
    text(descriptor.id)
    text(rule.file)
    option(descriptor.strand) { $0.text($1) }
    bytes += [code(of: descriptor.severity), code(of: descriptor.status)]
    list(descriptor.basis) { writer, citation in
      writer.number(sources.firstIndex(of: citation.source) ?? 0)
      writer.text(citation.clause)
    }
    text(descriptor.title)
    text(descriptor.help)
    text(rule.message)
    option(rule.applies) { $0.condition($1) }
    option(rule.effective.from) { $0.text($1) }
    option(rule.effective.to) { $0.text($1) }
    flag(rule.effective.bySubmission)
    flag(rule.needsPrevious)
    flag(rule.isConfidential)
    list(rule.yieldsTo) { $0.text($1) }
    option(rule.binding) { $0.named($1) }
    list(rule.lets) { $0.named($1) }
    switch rule.assertion {
    case .expression(let expression):
      flag(false)
      text(expression.text)
    case .kind(let call):
      flag(true)
      bytes.append(code(of: call.kind))
      list(call.parameters) { writer, parameter in
        writer.text(parameter.name)
        writer.flag(parameter.isList)
        writer.list(parameter.texts) { $0.text($1) }
      }
    }
    list(rule.places) { $0.text($1.text) }
  }
}
