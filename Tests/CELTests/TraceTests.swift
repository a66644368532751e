import Documents
import Testing

@testable import CEL

/// What tracing costs, and where it stops.
struct TraceTests {
  /// The steps that evaluating and tracing take.
  private static func steps(
    _ text: String, lets: [(String, String)] = [], over item: Item = Sample.base
  ) throws -> (evaluation: Int, trace: Int) {
    var environment = Sample.environment()
    for (name, text) in lets { environment.define(name, try Program.compile(text, in: environment)) }
    let program = try Program.compile(text, in: environment, expecting: .bool)
    let fuel = 10_000_000
    var activation = Sample.activation(item, fuel: fuel)
    #expect(program.evaluate(&activation).asBool == false)
    let evaluation = fuel - activation.fuel
    var copy = Sample.activation(item, fuel: fuel)
    var trace = Trace(source: program.source)
    _ = program.inFrame(&copy) { copy in program.node.trace(&copy, &trace) }
    return (evaluation, fuel - copy.fuel)
  }

  @Test(arguments: ["&&", "||"]) func `a deep expression is traced in as many steps as it is evaluated`(
    _ operation: String
  ) throws {
    let deep = (0..<100).reduce("report.total < 0") { text, index in
      "(\(text) \(operation) report.total \(operation == "&&" ? ">" : "<") \(index - 200))"
    }
    let steps = try Self.steps("!!" + deep)
    #expect(steps.trace <= 2 * steps.evaluation + 500)
  }

  @Test func `lets that use each other twice are traced once each`() throws {
    let lets = (0..<25).map { index in
      ("v\(index)", index == 0 ? "report.total + 1" : "v\(index - 1) + v\(index - 1)")
    }
    let steps = try Self.steps("v24 == 0", lets: lets)
    #expect(steps.trace < 500)
  }

  @Test func `nested loops are traced in the steps that they take`() throws {
    func report(_ count: Int) -> Item {
      ["services": .list((0..<count).map { .object(["id": .text("s\($0)"), "private": false]) }), "total": 1]
    }
    let text =
      "report.services.all(a, report.services.all(b, report.services.all(c, c.private || b.private || a.private)))"
    let (small, large) = (try Self.steps(text, over: report(10)), try Self.steps(text, over: report(20)))
    // Three loops in each other: twice the list is eight times the steps.
    #expect(large.trace < 9 * small.trace)
  }

  @Test func `tracing that runs out of its budget says so and keeps what it found`() throws {
    let services = (0..<2000).map { Item.object(["id": .text("s\($0)"), "private": false]) }
    let program = try Program.compile(
      "report.services.all(s, s.private)", in: Sample.environment(), expecting: .bool)
    var activation = Sample.activation(["services": .list(services)], fuel: 1500)
    #expect(program.evaluate(&activation).asBool == false)
    let blame = program.blame(activation)
    #expect(!blame.isComplete)
    #expect(blame.operands.count == 200)
  }
}
