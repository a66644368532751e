import Documents

@testable import CEL

/// A small report built by hand, with its type.
indirect enum Item {
  case null, invalid, overflow
  case bool(Bool)
  case int(Int64)
  case decimal(String)
  case text(String)
  case date(String)
  case list([Item])
  case object([String: Item])
}

extension Item: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .int(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: Item...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Item)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

enum Sample {
  static let kinds = CodeList(name: "serviceKind", codes: ["socialNetwork", "messaging", "hosting", "fileSharing"])
  static let targets = CodeList(name: "target", codes: ["knownCSAM", "newCSAM", "solicitation"])

  static func record(_ name: String, _ fields: [(name: String, type: CEL.`Type`)]) -> RecordType {
    RecordType(
      name: name,
      fields: fields.enumerated().map { slot, field in
        let isOptional = field.name.hasSuffix("?")
        return RecordType.Field(
          name: isOptional ? String(field.name.dropLast()) : field.name, slot: slot, type: field.type,
          isOptional: isOptional)
      })
  }

  static let service = record(
    "service",
    [
      ("id", .string), ("kind", .code(kinds)), ("minimumAge?", .int), ("private", .bool), ("rate?", .decimal),
      ("covers?", .list(.code(targets))), ("since?", .date), ("risk?", .record(risk)),
    ])
  static let risk = record("risk", [("level", .string), ("score?", .int)])
  static let technology = record(
    "technology",
    [
      ("service", .string), ("target", .code(targets)), ("flagged?", .int), ("reviewed?", .int), ("error?", .decimal),
    ])
  static let report = record(
    "report",
    [
      ("period", .record(record("period", [("from", .date), ("to", .date)]))),
      ("services", .list(.record(service))), ("technologies", .list(.record(technology))), ("total", .int),
      ("budget?", .decimal), ("notApplicable?", .list(.string)),
    ])

  static let base: Item = [
    "period": ["from": .date("2025-01-01"), "to": .date("2025-12-31")],
    "services": [
      [
        "id": "chat", "kind": "messaging", "minimumAge": 13, "private": true, "rate": .decimal("0.05"),
        "covers": ["knownCSAM", "solicitation"], "since": .date("2020-02-29"), "risk": ["level": "high", "score": 7],
      ],
      ["id": "wall", "kind": "socialNetwork", "private": false],
    ],
    "technologies": [
      ["service": "wall", "target": "knownCSAM", "flagged": 100, "reviewed": 120, "error": .decimal("0.125")],
      ["service": "wall", "target": "newCSAM", "flagged": 10],
    ],
    "total": 110, "budget": .decimal("1000.50"),
  ]

  static func document(_ item: Item, _ type: CEL.`Type` = .record(report)) -> BoundDocument {
    var document = BoundDocument(document: Document(source: [], syntax: .json))
    _ = append(item, type, to: &document)
    return document
  }

  private static func append(_ item: Item, _ type: CEL.`Type`, to document: inout BoundDocument) -> UInt32 {
    let index = UInt32(document.values.count)
    func add(_ kind: BoundKind, payload: Int64 = 0, scale: UInt8 = 0, flags: BoundFlags = []) {
      document.values.append(BoundValue(kind: kind, scale: scale, flags: flags, node: index, payload: payload))
    }
    func addContainer(_ kind: BoundKind, _ members: [(Item, CEL.`Type`)?]) {
      let offset = document.members.count
      document.members += Array(repeating: BoundDocument.absent, count: members.count)
      add(kind, payload: BoundValue.pack(offset: offset, count: members.count))
      for (place, member) in members.enumerated() {
        guard let member else { continue }
        let value = append(member.0, member.1, to: &document)
        document.members[offset + place] = value
      }
    }
    switch item {
    case .null: add(.null)
    case .invalid: add(.invalid)
    case .overflow: add(.int, flags: .overflow)
    case .bool(let value): add(.bool, payload: value ? 1 : 0)
    case .int(let value):
      if type == .decimal { add(.decimal, payload: value) } else { add(.int, payload: value) }
    case .decimal(let text):
      let decimal = Decimal(text) ?? .zero
      add(.decimal, payload: Int64(decimal.coefficient), scale: UInt8(decimal.scale))
    case .date(let text): add(.date, payload: CivilDate(text)?.days ?? 0)
    case .text(let text):
      let offset = document.document.source.count
      document.document.source += Array(text.utf8)
      add(.string, payload: BoundValue.pack(offset: offset, count: text.utf8.count))
    case .list(let items):
      guard case .list(let itemType) = type else { return index }
      addContainer(.list, items.map { ($0, itemType) })
    case .object(let members):
      guard case .record(let record) = type else { return index }
      addContainer(.object, record.fields.map { field in members[field.name].map { ($0, field.type) } })
    }
    return index
  }

  /// An environment with `report` and, when asked for, `previous`.
  static func environment(previous: Bool = false) -> Environment {
    var environment = Environment()
    environment.declare("report", .record(report))
    if previous { environment.declare("previous", .record(report)) }
    environment.define("parameters.minimum", .int(13))
    environment.define("parameters.share", .decimal(Decimal("0.05") ?? .zero))
    return environment
  }

  static func activation(_ item: Item = base, previous: Item? = nil, fuel: Int = 100_000) -> Activation {
    let documents = [document(item)] + (previous.map { [document($0)] } ?? [])
    var activation = Activation(documents: documents, fuel: fuel)
    for index in documents.indices { activation.bind(index, activation.root(ofDocument: index)) }
    return activation
  }

  /// The value of an expression over a report, as text; an error as `!` and its message.
  static func evaluate(_ text: String, over item: Item = base) -> String {
    do {
      let program = try Program.compile(text, in: environment())
      var activation = activation(item)
      let value = program.evaluate(&activation)
      return activation.error(of: value).map { "!" + $0.message } ?? activation.display(value)
    } catch {
      return "refused: " + error.message
    }
  }

  /// The message with which an expression is refused, and what it points at; "" when it is accepted.
  static func refusal(_ text: String, expecting type: CEL.`Type`? = nil) -> String {
    do {
      _ = try Program.compile(text, in: environment(), expecting: type)
      return ""
    } catch {
      let part = Array(text.utf8)[error.range.clamped(to: 0..<text.utf8.count)]
      return "[" + String(decoding: part, as: UTF8.self) + "] " + error.message
    }
  }
}
