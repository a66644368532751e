/// Writes random expressions of the core of CEL over `data`, typed so that most have a value.
struct ExpressionGenerator {
  enum Kind: CaseIterable {
    case bool, int, uint, double, string, bytes, ints, strings, records, map, timestamp, duration, type
  }

  private var random: HostileTests.Random
  /// The variables of the macros around the place, by kind.
  private var locals: [(name: String, kind: Kind)] = []

  init(seed: UInt64) {
    random = HostileTests.Random(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<4 { _ = random.next() }
  }

  // MARK: - Data

  /// An object with members of every kind.
  mutating func data() -> Datum {
    let records = (0..<below(4)).map { index -> Datum in
      var members: [(name: String, value: Datum)] = [("id", .string(pick(["a", "b", "é\(index)"]))), ("n", integer())]
      if chance(50) { members.append(("x", chance(30) ? .null : integer())) }
      return .object(members)
    }
    return .object([
      ("i", integer()), ("j", integer()), ("d", .double(pick(Self.doubles))), ("s", .string(pick(Self.texts))),
      ("t", .string(pick(Self.texts))), ("b", .bool(chance(50))), ("z", .null),
      ("ints", .list((0..<below(5)).map { _ in integer() })),
      ("strings", .list((0..<below(4)).map { _ in .string(pick(Self.texts)) })), ("records", .list(records)),
      ("map", .object([("a", integer()), ("é", integer()), ("b c", integer())])),
    ])
  }

  private static let integers: [Int64] = [
    0, 1, 2, 3, 7, 10, -1, -2, 100, 255, 1_000_000, .max, .min, .max - 1, 1 << 53, (1 << 53) + 1, 4_294_967_296,
  ]
  private static let doubles = [0, 0.5, 1, 1.5, -2.25, 0.1, 100, 1e10, 1e300, -1e-300, 9.007199254740993e15, 1e19]
  private static let texts = ["", "a", "abc", "é", "Ångström", "日本語", "😀x", "a,b,c", "12", "-7", "1.5", " b ", "true"]

  // MARK: - Expressions

  mutating func expression() -> String {
    let kind: Kind = chance(45) ? .bool : pick(Kind.allCases)
    return expression(kind, depth: 2 + below(3))
  }

  private mutating func expression(_ kind: Kind, depth: Int) -> String {
    guard depth > 0 else { return leaf(kind) }
    // A twentieth is of another kind than is due: an error in most places.
    if chance(3) { return expression(pick(Kind.allCases), depth: depth - 1) }
    if chance(8) {
      return
        "(\(expression(.bool, depth: depth - 1)) ? \(expression(kind, depth: depth - 1)) : \(expression(kind, depth: depth - 1)))"
    }
    switch kind {
    case .bool: return condition(depth - 1)
    case .int: return number(depth - 1)
    case .uint: return arithmetic(.uint, depth - 1, else: ["uint(\(expression(.int, depth: depth - 1)))"])
    case .double:
      return arithmetic(
        .double, depth - 1, else: ["double(\(expression(.int, depth: depth - 1)))", "-\(leaf(.double))"])
    case .string: return text(depth - 1)
    case .bytes:
      return pick(["bytes(\(expression(.string, depth: depth - 1)))", leaf(.bytes), both(.bytes, "+", depth - 1)])
    case .ints, .strings, .records: return list(kind, depth - 1)
    case .map: return "{\(leaf(.string)): \(expression(.int, depth: depth - 1)), 'k': \(leaf(.int))}"
    case .timestamp, .duration: return moment(kind, depth - 1)
    case .type: return "type(\(expression(pick(Kind.allCases), depth: depth - 1)))"
    }
  }

  private mutating func both(_ kind: Kind, _ operation: String, _ depth: Int) -> String {
    "(\(expression(kind, depth: depth)) \(operation) \(expression(kind, depth: depth)))"
  }

  private mutating func condition(_ depth: Int) -> String {
    switch below(16) {
    case 0, 1: return both(.bool, "&&", depth)
    case 2, 3: return both(.bool, "||", depth)
    case 4: return "!\(expression(.bool, depth: depth))"
    case 5, 6:
      let kind: Kind = pick([.int, .double, .string, .uint, .timestamp, .duration, .bytes, .bool])
      return both(kind, pick(["<", "<=", ">", ">=", "==", "!="]), depth)
    case 7:
      let kinds: [Kind] = [.int, .uint, .double]
      return
        "(\(expression(pick(kinds), depth: depth)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(expression(pick(kinds), depth: depth)))"
    case 8: return both(pick(Kind.allCases), pick(["==", "!="]), depth)
    case 9: return "(\(expression(.int, depth: depth)) in \(expression(.ints, depth: depth)))"
    case 10: return "(\(expression(.string, depth: depth)) in \(expression(pick([.strings, .map]), depth: depth)))"
    case 11:
      return
        "\(expression(.string, depth: depth)).\(pick(["contains", "startsWith", "endsWith"]))(\(expression(.string, depth: depth)))"
    case 12:
      return
        "\(expression(.string, depth: depth)).matches(\(pick(["'a'", "'^[a-z]*$'", "'\\\\d+'", "'é|b'", "'^.$'"])))"
    case 13: return "has(\(pick(["data.i", "data.none", "data.map.a", "data.map.q", "data.z", "data.s.x"])))"
    default: return macro(pick(["all", "exists", "exists_one"]), pick([.ints, .strings, .records]), .bool, depth)
    }
  }

  private mutating func number(_ depth: Int) -> String {
    switch below(8) {
    case 0: return "size(\(expression(pick([.string, .bytes, .ints, .strings, .map]), depth: depth)))"
    case 1: return "\(expression(pick([.string, .ints, .records]), depth: depth)).size()"
    case 2: return "int(\(expression(pick([.double, .string, .uint, .int, .timestamp]), depth: depth)))"
    case 3: return "\(expression(.ints, depth: depth))[\(below(4))]"
    case 4: return "\(expression(.map, depth: depth))[\(leaf(.string))]"
    case 5:
      let part = pick(["getFullYear", "getMonth", "getDate", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes"])
      return "\(expression(.timestamp, depth: depth)).\(part)()"
    default: return arithmetic(.int, depth, else: ["-\(leaf(.int))"])
    }
  }

  private mutating func arithmetic(_ kind: Kind, _ depth: Int, else others: [String]) -> String {
    let operators = kind == .double ? ["+", "-", "*", "/"] : ["+", "-", "*", "/", "%"]
    return chance(20) ? pick(others) : both(kind, pick(operators), depth)
  }

  private mutating func text(_ depth: Int) -> String {
    switch below(9) {
    case 0, 1: return both(.string, "+", depth)
    case 2:
      return "string(\(expression(pick([.int, .uint, .bool, .string, .bytes, .double, .duration]), depth: depth)))"
    case 3: return "\(expression(.strings, depth: depth))[\(below(3))]"
    case 4: return "\(expression(.string, depth: depth)).\(pick(["lowerAscii", "upperAscii", "trim"]))()"
    case 5: return "\(expression(.string, depth: depth)).substring(\(below(3)))"
    case 6: return "\(expression(.string, depth: depth)).replace(\(leaf(.string)), \(leaf(.string)))"
    case 7: return "\(expression(.strings, depth: depth)).join(\(leaf(.string)))"
    default: return "\(expression(.string, depth: depth)).charAt(\(below(3)))"
    }
  }

  private mutating func list(_ kind: Kind, _ depth: Int) -> String {
    let item: Kind = kind == .ints ? .int : .string
    switch below(6) {
    case 0: return both(kind, "+", depth)
    case 1: return macro("filter", kind, .bool, depth)
    case 2 where kind != .records: return macro("map", pick([.ints, .strings, .records]), item, depth)
    case 3 where kind == .strings: return "\(expression(.string, depth: depth)).split(\(pick(["','", "''", "'é'"])))"
    case 4 where kind != .records:
      return "[" + (0..<below(4)).map { _ in expression(item, depth: depth) }.joined(separator: ", ") + "]"
    default: return leaf(kind)
    }
  }

  private mutating func macro(_ name: String, _ over: Kind, _ result: Kind, _ depth: Int) -> String {
    let range = expression(over, depth: depth)
    let variable = "v\(locals.count)"
    locals.append((variable, over == .ints ? .int : over == .strings ? .string : .map))
    defer { locals.removeLast() }
    let isRecord = over == .records && chance(60)
    let body = isRecord ? record(variable, result) : expression(result, depth: depth)
    return "\(range).\(name)(\(variable), \(body))"
  }

  /// Something that looks at the members of a record.
  private mutating func record(_ variable: String, _ result: Kind) -> String {
    switch result {
    case .bool:
      pick([
        "\(variable).n > \(leaf(.int))", "has(\(variable).x)", "\(variable).x == \(leaf(.int))",
        "has(\(variable).x) && \(variable).x < \(variable).n", "\(variable).id == \(leaf(.string))",
      ])
    case .string: "\(variable).id"
    default: pick(["\(variable).n", "\(variable).x", "(has(\(variable).x) ? \(variable).x : 0)"])
    }
  }

  private mutating func moment(_ kind: Kind, _ depth: Int) -> String {
    if kind == .timestamp {
      return "(\(expression(.timestamp, depth: depth)) \(pick(["+", "-"])) \(expression(.duration, depth: depth)))"
    }
    return chance(50) ? both(.duration, pick(["+", "-"]), depth) : both(.timestamp, "-", depth)
  }

  // MARK: - Leaves

  private mutating func leaf(_ kind: Kind) -> String {
    if chance(40), let local = locals.last(where: { $0.kind == kind }) { return local.name }
    switch kind {
    case .bool: return pick(["true", "false", "data.b", "has(data.i)"])
    case .int: return chance(50) ? pick(["data.i", "data.j", "data.map.a"]) : literal(pick(Self.integers))
    case .uint: return pick(["0u", "1u", "2u", "10u", "18446744073709551615u", "9223372036854775808u"])
    case .double: return chance(40) ? "data.d" : "\(pick(Self.doubles))"
    case .string: return chance(50) ? pick(["data.s", "data.t"]) : "'\(pick(Self.texts))'"
    case .bytes: return pick(["b'a'", "b''", "b'\\xff'", "b'é'"])
    case .ints: return pick(["data.ints", "[1, 2, 3]", "[]"])
    case .strings: return pick(["data.strings", "['a', 'é']", "[]"])
    case .records: return "data.records"
    case .map: return pick(["data.map", "{'a': 1}", "{}"])
    case .timestamp:
      return pick([
        "timestamp('2009-02-13T23:31:30Z')", "timestamp(0)", "timestamp('2024-02-29T12:00:00+02:00')",
        "timestamp('1969-12-31T23:59:59Z')", "timestamp('2025-12-31T00:00:00Z')",
      ])
    case .duration: return pick(["duration('1h30m')", "duration('-5s')", "duration('0s')", "duration('240h')"])
    case .type: return pick(["int", "string", "type(1)", "type('a')", "bool", "list", "map", "double"])
    }
  }

  private func literal(_ value: Int64) -> String { value < 0 ? "(\(value))" : "\(value)" }

  private mutating func integer() -> Datum { .int(chance(60) ? Int64(below(12)) : pick(Self.integers)) }

  // MARK: - Chance

  private mutating func below(_ bound: Int) -> Int { Int(random.next() >> 11) % bound }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
