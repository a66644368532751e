import CEL
public import Findings
public import Schemas

/// What the rules of packs cover: the clauses that they rest on, and the fields of the report that they read.
public struct Coverage: Sendable {
  /// A row of the standard form of Implementing Regulation (EU) 2024/2916.
  public struct FormRow: Sendable {
    /// As `x-form` counts them, in the order of the Annex.
    public let number: Int
    /// The fields of the report that hold it, such as `report.services[].name`.
    public let fields: [String]
    /// The ids of the rules that read one of them to decide.
    public let rules: [String]
  }

  public let matrix: ObligationMatrix
  public let formRows: [FormRow]
  /// All rules in the order of the packs.
  public let rules: [RuleDescriptor]

  /// - Throws: `PackError` for a pack that is refused.
  public init(of packs: [Pack], schema: Schema) throws(PackError) {
    var read: [(rule: String, fields: Set<String>)] = []
    var rules: [RuleDescriptor] = []
    for pack in packs {
      for rule in try CompiledPack(pack, CompileTarget(schema: schema), collectsWarnings: true).rules {
        rules.append(rule.rule.descriptor)
        read.append((rule.rule.descriptor.id, rule.review?.fields ?? []))
      }
    }
    self.rules = rules
    matrix = ObligationMatrix(
      sources: Self.sources(of: rules),
      packs: packs.map { Component(id: $0.id, version: $0.version, digest: $0.digest, title: $0.title) })
    formRows = FormRows(schema: schema).fields.sorted { $0.key < $1.key }.map { number, fields in
      let reading = read.filter { rule in fields.contains { rule.fields.isSuperset(of: $0.steps) } }
      return FormRow(number: number, fields: fields.map(\.path), rules: reading.map(\.rule))
    }
  }

  private static func sources(of rules: [RuleDescriptor]) -> [ObligationMatrix.Source] {
    var order: [String] = []
    var citations: [String: Citation] = [:]
    var clauses: [String: [String: [RuleDescriptor]]] = [:]
    for rule in rules {
      for citation in rule.basis {
        // Packs may name the same source differently; its address or its title tells.
        let key = citation.url ?? citation.title
        if citations[key] == nil {
          citations[key] = citation
          order.append(key)
        }
        clauses[key, default: [:]][citation.clause, default: []].append(rule)
      }
    }
    return order.compactMap { key in
      guard let citation = citations[key], let found = clauses[key] else { return nil }
      return ObligationMatrix.Source(
        title: citation.title, url: citation.url,
        clauses: found.sorted { NumberedText($0.key) < NumberedText($1.key) }.map {
          ObligationMatrix.Clause(clause: $0.key, rules: $0.value)
        })
    }
  }
}

/// Text whose numbers are compared by value, so that Article 9 stands before Article 10.
struct NumberedText: Comparable {
  private let parts: [(text: String, number: Int)]

  init(_ text: String) {
    var parts: [(text: String, number: Int)] = []
    var letters = ""
    var rest = text[...]
    while let first = rest.first {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty else {
        letters.append(first)
        rest.removeFirst()
        continue
      }
      parts.append((letters, Int(digits) ?? Int.max))
      letters = ""
      rest = rest.dropFirst(digits.count)
    }
    if !letters.isEmpty { parts.append((letters, -1)) }
    self.parts = parts
  }

  static func == (first: NumberedText, second: NumberedText) -> Bool { !(first < second) && !(second < first) }

  static func < (first: NumberedText, second: NumberedText) -> Bool {
    for (one, two) in zip(first.parts, second.parts) {
      if one.text != two.text { return one.text < two.text }
      if one.number != two.number { return one.number < two.number }
    }
    return first.parts.count < second.parts.count
  }
}
