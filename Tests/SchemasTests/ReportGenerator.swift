import Schemas

/// Makes reports that meet a schema, and breaks them.
struct ReportGenerator {
  let schema: Schema
  var random: SeededGenerator

  init(schema: Schema, seed: UInt64) {
    self.schema = schema
    random = SeededGenerator(seed: seed)
  }

  /// A report that meets the schema; about a third of what is optional is there.
  mutating func report() -> ReportTree { value(0) }

  private mutating func value(_ node: Int) -> ReportTree {
    let shape = schema.nodes[node]
    switch shape.singleType {
    case TypeSet.object?:
      var members: [ReportTree.Member] = []
      for property in shape.properties where property.isRequired || Int.random(in: 0..<3, using: &random) == 0 {
        members.append(ReportTree.Member(name: property.name, value: value(property.node)))
      }
      // The order of members means nothing.
      if Bool.random(using: &random) { members.shuffle(using: &random) }
      return .object(members)
    case TypeSet.array?:
      let count = max(shape.minItems, Int.random(in: 0...2, using: &random))
      return .list(itemName: shape.itemName ?? "item", (0..<count).map { _ in value(shape.items ?? 0) })
    case TypeSet.boolean?: return .literal(Bool.random(using: &random) ? "true" : "false")
    case TypeSet.integer?: return .literal(pick(["0", "7", "12246", "61774.0", "9007199254740993", "-0"]))
    case TypeSet.number?:
      return .literal(
        pick(
          shape.unit == "share"
            ? ["0", "0.0826", "1", "1.0", "0.50"] : ["0", "36.50", "1200000", "0.1", "123456789.123456789"]))
    default: return .text(text(shape))
    }
  }

  private mutating func text(_ shape: SchemaNode) -> String {
    if !shape.codes.isEmpty { return pick(shape.codes) }
    if shape.format == .date { return pick(["2025-01-01", "2024-02-29", "2025-12-31", "1999-06-30"]) }
    switch shape.definition {
    case "identifier": return pick(["agora", "report-2025.1", "A_1", "x"])
    case "country": return pick(["BE", "FR", "NL", "DE"])
    case "language": return pick(["nl", "fr-BE", "de", "en"])
    case "webAddress": return pick(["https://acme.example/", "http://acme.example/a?b=c&d=%20"])
    case "lei": return "0000000000000000AB12"
    case "reverseDNSName": return pick(["example.acme.note", "example.acme-x.y1"])
    case "content": return pick(["", " ", "{\"a\": [1, \"<b>\"]}", "x\ty\nz"])
    default:
      return pick([
        "Acme & Sons <platform>", "a \"quoted\" text", "Ünïcode 😀 ѐ 中", " leading and trailing ", "line\nline\ttab",
        "cr\rlf\r\n",
        "]]> end", "0",
      ])
    }
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }

  // MARK: - Breaking

  /// The report with one value changed; the result may still be right.
  mutating func mutated(_ report: ReportTree) -> ReportTree {
    let position = Int.random(in: 0..<report.size, using: &random)
    let choice = Int.random(in: 0..<14, using: &random)
    var random = random
    defer { self.random = random }
    return report.changed(at: position) { value in
      switch value {
      case .object(var members):
        switch choice % 5 {
        case 0 where !members.isEmpty: members.remove(at: Int.random(in: 0..<members.count, using: &random))
        case 1 where !members.isEmpty: members[Int.random(in: 0..<members.count, using: &random)].name += "x"
        case 2: members.append(ReportTree.Member(name: "surplus", value: .text("x")))
        case 3: return .text("x")
        default: return .list(itemName: "item", [])
        }
        return .object(members)
      case .list(let itemName, var items):
        switch choice % 4 {
        case 0: items.append(.text("surplus"))
        case 1: items = []
        case 2: return .text("x")
        default:
          return items.isEmpty
            ? .object([ReportTree.Member(name: "surplus", value: .literal("1"))])
            : .list(itemName: itemName, items.reversed())
        }
        return .list(itemName: itemName, items)
      case .text(let text):
        let others = [
          "", "unknown code", text + " ", "2025-02-29", "2025-13-01", "be", "not a web address",
          String(repeating: "x", count: 6000),
          text.uppercased(), "0000-01-01", "https://", "ftp://acme.example/", "-", "12025-01-01",
        ]
        return choice == 12 ? .literal("5") : choice == 13 ? .object([]) : .text(others[choice])
      case .literal(let text):
        let others = [
          "-1", "1.5", "1000000000000000000000", "2", "0.0000001", "true", "false", text + "5", "-0.5", "0", "1.0",
          "100",
        ]
        return choice == 12 ? .text("many") : choice == 13 ? .list(itemName: "item", []) : .literal(others[choice])
      }
    }
  }
}
