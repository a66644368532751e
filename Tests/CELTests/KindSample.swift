import Documents

@testable import CEL

/// Small random reports with everything that can go wrong in one: absent, null, invalid and overflowing values.
enum KindSample {
  static let inner = Sample.record("inner", [("key", .string), ("number?", .int)])
  static let part = Sample.record("part", [("x", .int), ("y?", .int), ("rate?", .decimal)])
  static let item = Sample.record(
    "item",
    [
      ("id", .string), ("ref?", .string), ("target?", .code(Sample.targets)), ("count?", .int), ("size?", .decimal),
      ("tags", .list(.string)), ("day?", .date), ("inner?", .list(.record(inner))), ("part?", .record(part)),
    ])
  static let report = Sample.record(
    "report",
    [
      ("period", .record(Sample.record("period", [("from", .date), ("to", .date)]))), ("items", .list(.record(item))),
      ("total?", .int), ("amount?", .decimal), ("share?", .decimal), ("name?", .string),
      ("targets?", .list(.code(Sample.targets))), ("part?", .record(part)), ("due?", .date), ("sent?", .date),
      ("whole", .int), ("limit?", .int),
    ])

  static var environment: Environment {
    var environment = Environment()
    environment.declare("report", .record(report))
    environment.declare("previous", .record(report))
    environment.define("parameters.factor", .int(2))
    return environment
  }

  /// One of the reports, with another as the report of the period before.
  static func activation(_ index: Int) -> Activation {
    let pair = [documents[index], documents[(index + 1) % documents.count]]
    var activation = Activation(documents: pair, fuel: 1_000_000)
    for index in 0..<2 { activation.bind(index, activation.root(ofDocument: index)) }
    return activation
  }

  /// 10,000 reports, the same in every run.
  static let documents: [BoundDocument] = {
    var random = Random(state: 0x5EED)
    return (0..<10_000).map { _ in Sample.document(report(random.below(3) == 0, &random), .record(report)) }
  }()

  struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static func report(_ faults: Bool, _ random: inout Random) -> Item {
    var members: [String: Item] = [
      "period": object(
        [("from", date(&random)), ("to", date(&random))], required: ["from", "to"], faults, &random),
      "items": .list((0..<random.below(5)).map { _ in item(faults, &random) }),
    ]
    let optional: [(String, Item)] = [
      ("total", .int(Int64(random.below(8)))), ("amount", decimal(&random)), ("share", share(&random)),
      ("name", text(&random)), ("targets", .list((0..<random.below(3)).map { _ in target(&random) })),
      ("part", part(faults, &random)), ("due", date(&random)), ("sent", date(&random)),
      ("whole", .int(Int64(random.below(6)))), ("limit", .int(Int64(random.below(6)))),
    ]
    for (name, value) in optional { members[name] = value }
    return object(members.sorted { $0.key < $1.key }, required: ["period", "items", "whole"], faults, &random)
  }

  private static func item(_ faults: Bool, _ random: inout Random) -> Item {
    if faults, random.below(30) == 0 { return .invalid }
    return object(
      [
        ("id", text(&random)), ("ref", text(&random)), ("target", target(&random)),
        ("count", .int(random.below(40) == 0 ? .max : Int64(random.below(5)))), ("size", decimal(&random)),
        ("tags", .list((0..<random.below(3)).map { _ in faults && random.below(20) == 0 ? .invalid : text(&random) })),
        ("day", date(&random)),
        (
          "inner",
          .list(
            (0..<random.below(3)).map { _ in
              object(
                [("key", text(&random)), ("number", .int(Int64(random.below(4))))], required: ["key"], faults, &random)
            })
        ), ("part", part(faults, &random)),
      ], required: ["id", "tags"], faults, &random)
  }

  private static func part(_ faults: Bool, _ random: inout Random) -> Item {
    object(
      [("x", .int(Int64(random.below(5)))), ("y", .int(Int64(random.below(5)))), ("rate", share(&random))],
      required: ["x"], faults, &random)
  }

  /// Leaves out one optional member in four; with faults, spoils any member now and then.
  private static func object(
    _ members: [(String, Item)], required: Set<String>, _ faults: Bool, _ random: inout Random
  ) -> Item {
    var kept: [String: Item] = [:]
    for (name, value) in members {
      if faults, random.below(25) == 0 {
        kept[name] = [.invalid, .overflow, .null][random.below(3)]
      } else if required.contains(name) ? !(faults && random.below(40) == 0) : random.below(4) > 0 {
        kept[name] = value
      }
    }
    return .object(kept)
  }

  private static func text(_ random: inout Random) -> Item { .text(["a", "b", "c", "dd", "é1"][random.below(5)]) }
  private static func target(_ random: inout Random) -> Item { .text(Sample.targets.codes[random.below(3)]) }
  private static func decimal(_ random: inout Random) -> Item {
    .decimal(["0.5", "1", "1.50", "2.25", "-1", "4"][random.below(6)])
  }
  private static func share(_ random: inout Random) -> Item {
    .decimal(["0.5", "0.33", "0.67", "0.25", "1", "0.333", "0"][random.below(7)])
  }
  private static func date(_ random: inout Random) -> Item {
    .date(["2024-02-29", "2024-03-01", "2024-12-31", "2025-01-01", "2025-02-28", "9999-12-31"][random.below(6)])
  }
}
