import Testing

@testable import CEL

/// Aggregates held to plain loops on random lists.
struct AggregateProofTests {
  struct Row {
    let key: String
    let amount: Int64
  }

  /// Runs an expression over the lists `keys` and `amounts` of the rows.
  private func evaluate(_ text: String, over rows: [Row]) throws -> PlainValue {
    var environment = Environment()
    let slot = environment.declare("keys", .list(.string))
    environment.declare("amounts", .list(.int))
    let program = try Program.compile(text, in: environment)
    var activation = Activation(documents: [], fuel: 1_000_000)
    let keys = rows.map { activation.make($0.key) }
    activation.bind(slot, activation.make(list: keys))
    activation.bind(slot + 1, activation.make(list: rows.map { .int($0.amount) }))
    let value = program.evaluate(&activation)
    return value.isError ? .text("!" + activation.display(value)) : activation.plain(value)
  }

  private func number(_ value: Int64) -> PlainValue { .number(String(value)) }

  private func texts(_ values: [String]) -> PlainValue { .list(values.map { .text($0) }) }

  /// The distinct keys in the order of their first appearance, by comparing each with each.
  private func distinct(_ keys: [String]) -> [String] {
    var known: [String] = []
    for key in keys where !known.contains(key) { known.append(key) }
    return known
  }

  @Test func `aggregates are what plain loops give`() throws {
    var random = SeededRandom(seed: 30)
    for round in 0..<300 {
      let count = Int.random(in: 0...(round % 10 == 0 ? 200 : 12), using: &random)
      let rows = (0..<count).map { _ in
        Row(
          key: String("abcdefgh".randomElement(using: &random) ?? "a"),
          amount: Int64.random(in: -50...50, using: &random))
      }
      let (keys, amounts) = (rows.map(\.key), rows.map(\.amount))
      var total: Int64 = 0
      var positive: Int64 = 0
      for amount in amounts {
        total += amount
        if amount > 0 { positive += 1 }
      }
      #expect(try evaluate("amounts.sum()", over: rows) == number(total))
      #expect(try evaluate("amounts.sumBy(x, x * 2)", over: rows) == number(total * 2))
      #expect(try evaluate("amounts.map(x, decimal(x)).sum()", over: rows) == number(total))
      #expect(try evaluate("amounts.count(x, x > 0)", over: rows) == number(positive))
      #expect(try evaluate("keys.distinct()", over: rows) == texts(distinct(keys)))
      #expect(try evaluate("keys.isUnique()", over: rows) == .bool(distinct(keys).count == count))
      #expect(try evaluate("amounts.sort()", over: rows) == .list(amounts.sorted().map(number)))
      let byAmount = rows.indices.sorted { (rows[$0].amount, $0) < (rows[$1].amount, $1) }
      let indices = "amounts.transformList(i, x, i)"
      #expect(
        try evaluate("\(indices).sortBy(i, amounts[i])", over: rows) == .list(byAmount.map { number(Int64($0)) }))
      try expectGroups(rows, distinct(keys))
      try expectEnds(rows, total)
    }
  }

  private func expectGroups(_ rows: [Row], _ keys: [String]) throws {
    let groups = keys.map { key in
      PlainValue.Member(name: key, value: .list(rows.filter { $0.key == key }.map { number($0.amount) }))
    }
    let sums = keys.map { key in
      PlainValue.Member(name: key, value: number(rows.filter { $0.key == key }.reduce(0) { $0 + $1.amount }))
    }
    let grouped = "amounts.transformList(i, x, i).groupBy(i, keys[i])"
    #expect(try evaluate("\(grouped).transformMap(k, v, v.map(i, amounts[i]))", over: rows) == .object(groups))
    #expect(try evaluate("\(grouped).transformMap(k, v, v.sumBy(i, amounts[i]))", over: rows) == .object(sums))
  }

  private func expectEnds(_ rows: [Row], _ total: Int64) throws {
    let amounts = rows.map(\.amount)
    guard let least = amounts.min(), let greatest = amounts.max() else {
      for name in ["min", "max", "avg"] {
        #expect(try evaluate("amounts.\(name)()", over: rows) == .text("!the list is empty"))
      }
      #expect(
        try evaluate("[amounts.first().hasValue(), amounts.last().hasValue()]", over: rows)
          == .list([.bool(false), .bool(false)]))
      return
    }
    #expect(try evaluate("[amounts.min(), amounts.max()]", over: rows) == .list([number(least), number(greatest)]))
    #expect(
      try evaluate("[amounts.first().value(), amounts.last().value()]", over: rows)
        == .list([number(amounts[0]), number(amounts[amounts.count - 1])]))
    let mean = Decimal(total).dividing(by: Decimal(Int64(amounts.count)))
    #expect(try evaluate("amounts.avg()", over: rows) == .number(mean?.description ?? ""))
  }

  @Test func `a hundred thousand items are summed, grouped and made distinct within a linear budget`() throws {
    let rows = (0..<100_000).map { Row(key: "k\($0 % 1000)", amount: Int64($0)) }
    for text in [
      "amounts.sum() == 4999950000", "keys.distinct().size() == 1000", "!keys.isUnique()",
      "keys.groupBy(k, k).size() == 1000", "amounts.sumBy(x, x) == 4999950000", "amounts.isUnique()",
    ] {
      #expect(try evaluate(text, over: rows) == .bool(true), "\(text)")
    }
  }

  @Test(arguments: [
    "report.services.map(s, report).distinct()", "report.services.map(s, report).isUnique()",
    "report.services.map(s, [report]).distinct()", "report.services.map(s, {'r': report}).distinct()",
    "report.services.map(s, 'TEXT').sort()", "report.services.map(s, 'TEXT').max()",
    "report.services.sortBy(s, 'TEXT' + s.id)", "report.services.map(s, 'TEXT').distinct()",
  ])
  func `what aggregates compare is taken from the budget`(_ text: String) throws {
    let item: Item = [
      "services": .list((0..<200).map { ["id": .text("s\($0)"), "kind": "hosting", "private": false] })
    ]
    let source = text.replacing("TEXT", with: String(repeating: "x", count: 20_000))
    let program = try Program.compile(source, in: Sample.environment())
    var activation = Sample.activation(item, fuel: 20_000)
    let value = program.evaluate(&activation)
    guard case .budgetExceeded(let limit, _) = activation.error(of: value)?.kind else {
      Issue.record("\(text) gave \(activation.display(value))")
      return
    }
    #expect(limit == 20_000)
  }

  @Test func `composite keys are told apart in linear time`() throws {
    let rows = (0..<20_000).map { Row(key: "k\($0)", amount: Int64($0)) }
    let maps = "amounts.transformList(i, x, {'key': keys[i], 'amount': x})"
    #expect(try evaluate("\(maps).isUnique()", over: rows) == .bool(true))
    #expect(try evaluate("(\(maps) + \(maps)).distinct().size() == 20000", over: rows) == .bool(true))
    #expect(try evaluate("[{'a': 1, 'b': 2}, {'b': 2.0, 'a': 1u}].distinct().size() == 1", over: []) == .bool(true))
  }
}
