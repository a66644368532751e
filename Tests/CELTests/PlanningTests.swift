import Documents
import Testing

@testable import CEL

/// A planned program gives what the same program gives without a plan: values, errors with their places, operands.
struct PlanningTests {
  /// Everything that planning changes: joins of each kind and polarity, memos at each level, sums without lists.
  static let expressions = [
    "report.technologies.all(t, report.services.exists(s, s.id == t.service))",
    "report.technologies.all(t, report.services.exists(s, t.service == s.id && s.private))",
    "report.technologies.exists(t, report.services.exists(s, s.minimumAge == t.flagged && s.rate > 0.1))",
    "report.services.all(s, report.services.exists_one(o, o.id == s.id))",
    "report.services.all(s, report.services.exists_one(o, o.minimumAge == s.minimumAge))",
    "report.services.map(s, report.technologies.filter(t, t.service == s.id).size())",
    "report.services.map(s, report.technologies.filter(t, t.flagged == s.minimumAge && t.reviewed > 1))",
    "report.services.map(s, report.technologies.map(t, t.service == s.id, t.flagged).sum())",
    "report.services.map(s, report.technologies.map(t, t.flagged).sum() + s.minimumAge)",
    "report.services.all(s, report.technologies.all(t, t.service != s.id || t.flagged > 3))",
    "report.services.all(s, report.technologies.all(t, !(t.service == s.id) || t.reviewed != s.minimumAge))",
    "report.services.all(s, !report.technologies.exists(t, s.id == t.service && !(t.flagged == s.minimumAge)))",
    "report.services.filter(s, s.id in report.technologies.map(t, t.service))",
    "report.services.filter(s, s.minimumAge in report.technologies.map(t, t.flagged))",
    "report.services.filter(s, s.minimumAge in report.technologies.map(t, has(t.flagged), t.flagged))",
    "report.services.filter(s, s.rate in report.technologies.map(t, has(t.error), t.error))",
    "report.services.map(s, report.technologies.exists(t, t.error == s.rate))",
    "report.services.map(s, report.technologies.exists(t, t.error == s.minimumAge))",
    "report.services.map(s, report.services.exists(o, o.since == s.since && o.id != s.id))",
    "report.services.map(s, report.services.exists(o, o.risk.score == s.risk.score && o.risk.level != s.risk.level))",
    "report.services.map(s, report.services.filter(o, o.risk == s.risk).size())",
    "report.services.map(s, report.services.filter(o, o.?minimumAge.orValue(0) == s.minimumAge).size())",
    "report.services.map(s, report.technologies.exists(i, t, t.service == s.id && i > 2))",
    "report.services.map(s, report.technologies.all(i, t, t.service != s.id || i != 3))",
    "report.services.map(s, report.technologies.exists(t, t.service == s.id || t.flagged == s.minimumAge))",
    "report.services.map(s, report.technologies.exists(t, t.target == 'newCSAM' && (t.service == s.id && t.flagged > 2)))",
    "report.services.all(s, report.technologies.map(t, t.flagged).max() >= s.minimumAge)",
    "report.services.all(s, report.period.to.addMonths(1) > s.since)",
    "report.services.map(s, report.services.map(o, report.technologies.map(t, t.flagged).sum() > o.minimumAge || o.id == s.id))",
    "report.services.map(s, report.services.exists(o, s.risk.level + 'x' == o.id + 'x' || o.private))",
    "report.services.map(s, cel.bind(a, s.minimumAge, report.technologies.exists(t, t.flagged == a && [a, 1].max() > 2)))",
    "report.services.map(s, s.?minimumAge.optMap(a, report.technologies.exists(t, t.flagged == a)).orValue(false))",
    "report.services.map(s, report.technologies.transformMap(i, t, t.service == s.id, t.flagged))",
    "report.technologies.map(t, t.error).sum() == report.budget", "report.technologies.map(t, t.flagged).sum() == 10",
    "report.technologies.map(t, has(t.flagged), t.flagged).sum() > 40",
    "report.technologies.filter(t, has(t.error)).sumBy(t, t.error)", "report.technologies.map(t, t.error).sum()",
    "report.services.filter(s, s.id != 's1').sumBy(s, s.minimumAge) + report.technologies.sumBy(t, t.flagged)",
    "report.services.all(s, s.covers.all(c, report.technologies.exists(t, t.service == s.id && t.target == c)))",
    "report.services.all(s, s.covers.all(c, c in report.technologies.map(t, t.target) && s.minimumAge < 4))",
    "report.technologies.map(t, t.service).all(x, report.services.exists(s, s.id == x))",
    "cel.bind(ids, report.services.map(s, s.id), report.technologies.filter(t, t.service in ids))",
    "report.services.map(s, report.services.filter(o, o.private == s.private && 10 / (o.minimumAge - 2) > 1).size())",
    "report.services.map(s, report.technologies.exists(t, t.service == s.id && 1 / (t.flagged - 2) > 0))",
    "report.services.map(s, 1 in [s.minimumAge, 10 / (s.minimumAge - 3)] || report.total in [1, 2])",
    "report.services.map(s, report.technologies.filter(t, t.service == s.id).map(t, t.flagged).sum())",
    "report.services.filter(s, report.services.filter(o, o.minimumAge > 2).exists(o, o.id == s.id))",
  ]

  struct Maker {
    var random: HostileTests.Random

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    /// Mostly a value of few, so that keys meet; sometimes nothing, or what the schema does not want.
    mutating func some(_ make: (Int) -> Item) -> Item? {
      switch below(hasFaults ? 16 : 14) {
      case 0: nil
      case 1: .null
      case 14: .invalid
      case 15: .overflow
      default: make(below(6))
      }
    }

    var hasFaults = false

    mutating func always(_ make: (Int) -> Item) -> Item { some(make) ?? make(0) }

    mutating func report() -> Item {
      // Half of the documents have no faults, or errors would hide everything else.
      hasFaults = below(2) == 0
      let days = ["2020-01-01", "2021-05-31", "2025-12-31"]
      let targets = ["knownCSAM", "newCSAM", "solicitation"]
      func decimal(_ number: Int) -> Item { .decimal(["1", "2", "2.0", "0.5", "3.50", "3.5"][number]) }
      let services = (0..<below(24)).map { _ -> Item in
        var members: [String: Item] = [:]
        members["id"] = always { .text("s\($0)") }
        members["kind"] = "hosting"
        members["private"] = always { .bool($0 % 2 == 0) }
        members["minimumAge"] = some { .int(Int64($0)) }
        members["rate"] = some(decimal)
        members["since"] = some { .date(days[$0 % 3]) }
        members["covers"] = some { count in .list((0..<count).map { .text(targets[$0 % 3]) }) }
        members["risk"] = some { .object(["level": .text("s\($0)"), "score": .int(Int64($0))]) }
        return .object(members)
      }
      let technologies = (0..<below(24)).map { _ -> Item in
        var members: [String: Item] = [:]
        members["service"] = always { .text("s\($0)") }
        members["target"] = .text(targets[below(3)])
        members["flagged"] = some { .int(Int64($0)) }
        members["reviewed"] = some { .int(Int64($0)) }
        members["error"] = some(decimal)
        return .object(members)
      }
      return [
        "period": ["from": .date("2025-01-01"), "to": .date("2025-12-31")], "services": .list(services),
        "technologies": .list(technologies), "total": .int(Int64(below(40))), "budget": decimal(below(6)),
      ]
    }
  }

  /// What a program gives on a report, and where it fails on what that rests.
  private func account(_ program: Program, _ report: Item) -> String {
    var activation = Sample.activation(report, fuel: 10_000_000)
    // Twice, because what the first run leaves behind must not matter to the second.
    var isFalse = false
    let texts = (0..<2).map { _ in
      let value = program.evaluate(&activation)
      isFalse = value.asBool == false
      let error = activation.error(of: value)
      return error.map { "\($0.kind) at \($0.document ?? -1) \($0.value ?? -1)" } ?? activation.display(value)
    }
    let operands = isFalse ? program.blame(activation).operands.map { "\($0)" } : []
    return (texts + operands).joined(separator: "\n")
  }

  @Test(arguments: expressions)
  func `a planned program gives what a plain one gives`(_ text: String) throws {
    let environment = Sample.environment()
    let plain = try Program.compile(text, in: environment, expecting: nil, mode: .path, isPlanned: false)
    let planned = try Program.compile(text, in: environment, expecting: nil, mode: .path)
    var maker = Maker(random: HostileTests.Random(state: UInt64(text.utf8.count)))
    for _ in 0..<40 {
      let report = maker.report()
      let (wanted, found) = (account(plain, report), account(planned, report))
      #expect(found == wanted)
      if found != wanted { return }
    }
  }

  @Test func `random expressions give the same with and without a plan`() {
    var maker = Maker(random: HostileTests.Random(state: 7))
    let environment = Sample.environment()
    let lists = ["report.services", "report.technologies"]
    let members = [
      ["id", "minimumAge", "rate", "private", "?minimumAge.orValue(2)", "risk.score"],
      ["service", "flagged", "error", "target", "?reviewed.orValue(1)", "reviewed"],
    ]
    func condition(_ depth: Int, _ outer: [(name: String, list: Int)]) -> String {
      func member() -> String {
        let variable = outer[maker.below(outer.count)]
        return variable.name + "." + members[variable.list][maker.below(6)]
      }
      switch maker.below(depth > 2 ? 4 : 9) {
      case 0, 1: return member() + ["==", "!="][maker.below(2)] + member()
      case 2: return member() + [" in [0, 1, 's1']", " == 1", " == 's2'", " != 2"][maker.below(4)]
      case 3: return "has(" + outer[0].name + "." + (outer[0].list == 0 ? "minimumAge" : "flagged") + ")"
      case 4: return "(" + condition(depth + 1, outer) + " && " + condition(depth + 1, outer) + ")"
      case 5: return "(" + condition(depth + 1, outer) + " || " + condition(depth + 1, outer) + ")"
      case 6: return "!(" + condition(depth + 1, outer) + ")"
      default:
        let (list, name) = (maker.below(2), "v\(outer.count)")
        let macro = ["all", "exists", "exists_one"][maker.below(3)]
        return lists[list] + ".\(macro)(\(name), " + condition(depth + 1, outer + [(name, list)]) + ")"
      }
    }
    var compared = 0
    for _ in 0..<500 {
      let list = maker.below(2)
      let text = lists[list] + [".map", ".all", ".filter"][maker.below(3)] + "(v, " + condition(0, [("v", list)]) + ")"
      // Some compare what cannot be compared and are refused.
      guard let plain = try? Program.compile(text, in: environment, expecting: nil, mode: .path, isPlanned: false),
        let planned = try? Program.compile(text, in: environment, expecting: nil, mode: .path)
      else { continue }
      for _ in 0..<3 {
        let report = maker.report()
        let (wanted, found) = (account(plain, report), account(planned, report))
        #expect(found == wanted, "\(text)")
        if found != wanted { return }
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test func `a join makes a doubled list cost twice, not four times`() throws {
    let text = "report.services.all(s, report.services.exists_one(o, o.id == s.id))"
    let program = try Program.compile(text, in: Sample.environment())
    func steps(_ count: Int) -> Int {
      let services = (0..<count).map { index -> Item in ["id": .text("s\(index)"), "kind": "hosting", "private": true] }
      var activation = Sample.activation(["services": .list(services)], fuel: 100_000_000)
      #expect(program.evaluate(&activation).asBool == true)
      return 100_000_000 - activation.fuel
    }
    let (once, twice) = (steps(2000), steps(4000))
    #expect(twice < once * 21 / 10)
    #expect(once < 2000 * 20)
  }

  @Test func `a part that does not change is evaluated once`() throws {
    let text = "report.services.all(s, report.technologies.map(t, t.flagged).sum() > 0)"
    let environment = Sample.environment()
    func steps(_ isPlanned: Bool) throws -> Int {
      let program = try Program.compile(text, in: environment, expecting: nil, mode: .path, isPlanned: isPlanned)
      let technologies = (0..<50).map { index -> Item in
        ["service": "x", "target": "newCSAM", "flagged": .int(Int64(index))]
      }
      let services = (0..<50).map { index -> Item in ["id": .text("s\(index)"), "kind": "hosting", "private": true] }
      var activation = Sample.activation(
        ["services": .list(services), "technologies": .list(technologies)], fuel: 1_000_000)
      #expect(program.evaluate(&activation).asBool == true)
      return 1_000_000 - activation.fuel
    }
    #expect(try steps(true) * 20 < steps(false))
  }
}
