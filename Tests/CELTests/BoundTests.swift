import Foundation
import Testing

@testable import CEL

/// Expressions as deep and as long as allowed are answered on the stack of a thread; deeper and longer ones are refused.
struct BoundTests {
  /// One way to nest: what is written before, inside and behind, and how many levels one repetition makes.
  struct Nesting: CustomTestStringConvertible, Sendable {
    let open: String
    let core: String
    let close: String
    var levels = 1
    var testDescription: String { open + core + close }

    func text(_ count: Int) -> String {
      String(repeating: open, count: count) + core + String(repeating: close, count: count)
    }
  }

  static let nestings: [Nesting] = [
    Nesting(open: "(", core: "1", close: ")"), Nesting(open: "!", core: "true", close: ""),
    Nesting(open: "-", core: "report.total", close: ""), Nesting(open: "[", core: "1", close: "]"),
    Nesting(open: "{'a': ", core: "1", close: "}"), Nesting(open: "{", core: "1", close: ": 1}"),
    Nesting(open: "f(", core: "1", close: ")"), Nesting(open: "string(", core: "1", close: ")"),
    Nesting(open: "[1].all(x, ", core: "x == 1", close: ")"), Nesting(open: "[1].map(x, ", core: "x", close: ")"),
    Nesting(open: "[1].filter(x, ", core: "true", close: ").size() > 0", levels: 3),
    Nesting(open: "cel.bind(x, 1, ", core: "x", close: ")"), Nesting(open: "cel.bind(x, ", core: "1", close: ", x)"),
    Nesting(open: "[1].exists_one(x, ", core: "x == 1", close: ")"),
    Nesting(open: "[1].transformMap(k, x, ", core: "x", close: ")"),
    Nesting(open: "optional.of(1).optMap(x, ", core: "x", close: ").orValue(1)", levels: 2),
    Nesting(open: "[1].sortBy(x, ", core: "x", close: ").size()", levels: 2),
    Nesting(open: "report.services.all(s, has(s.risk) && ", core: "true", close: ")", levels: 2),
    Nesting(open: "true ? (", core: "1", close: ") : 1"), Nesting(open: "true ? 1 : ", core: "1", close: ""),
    Nesting(open: "(true ? 1 : 2) == 1 ? (", core: "1", close: ") : 2"),
    Nesting(open: "true && ", core: "true", close: ""), Nesting(open: "", core: "true", close: " && true"),
    Nesting(open: "(false || ", core: "true", close: ")"), Nesting(open: "", core: "false", close: " || true"),
    Nesting(open: "(", core: "true", close: " && true)"), Nesting(open: "", core: "1", close: " + 1"),
    Nesting(open: "1 + (", core: "1", close: ")"), Nesting(open: "0.5 + (", core: "report.budget", close: ")"),
    Nesting(open: "(", core: "decimal(1)", close: " * 0.5)"), Nesting(open: "(", core: "'a'", close: " + 'b')"),
    Nesting(open: "(1 == ", core: "1", close: ")"), Nesting(open: "1 in [", core: "1", close: "]", levels: 2),
    Nesting(open: "", core: "report", close: ".services"), Nesting(open: "", core: "report", close: ".?services"),
    Nesting(open: "", core: "[1]", close: "[0]"), Nesting(open: "[1][", core: "0", close: " - 1 + 1]", levels: 3),
    Nesting(open: "", core: "'a'", close: ".trim()"), Nesting(open: "", core: "x", close: "[?0]"),
    Nesting(open: "1 || 2 && 3 == 4 + 5 * (", core: "6", close: ")", levels: 5),
    Nesting(open: "M{a: ", core: "1", close: "}"),
  ]

  /// Every step that follows the stack, in a thread with 8 MiB, what Linux gives; `vigie` gives its threads more.
  private static func exercise(_ text: String) {
    onThread { HostileTests.exercise(text) }
  }

  private static func onThread(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
    done.wait()
  }

  @Test(arguments: nestings) func `what is nested as deep as allowed is answered`(_ nesting: Nesting) {
    for depth in [Parser.depthLimit / nesting.levels - 3, Parser.depthLimit / nesting.levels, Parser.depthLimit + 1] {
      Self.exercise(nesting.text(depth))
    }
  }

  @Test(arguments: nestings) func `what is nested deeper is refused at a place`(_ nesting: Nesting) {
    for count in [Parser.depthLimit + 2, 60_000 / (nesting.open + nesting.close).utf8.count, 100_000] {
      let text = nesting.text(count)
      do throws(CompileError) {
        _ = try Program.compile(text, in: Sample.environment(), expecting: nil, mode: .unchecked)
        Issue.record("accepted with \(count) levels")
      } catch {
        #expect(error.message.contains("nested more than 250 levels") || error.message.contains("longer than 65536"))
        #expect(error.range.upperBound <= text.utf8.count)
      }
    }
  }

  @Test func `an expression as deep as allowed is evaluated`() {
    let depth = Parser.depthLimit - 2
    #expect(Sample.evaluate(String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)) == "1")
    #expect(Sample.evaluate("1" + String(repeating: " + 1", count: depth)) == "\(depth + 1)")
    #expect(Sample.evaluate(String(repeating: "!", count: depth) + "true") == (depth % 2 == 0 ? "true" : "false"))
    let nested = String(repeating: "[1].all(x, ", count: 50) + "x == 1" + String(repeating: ")", count: 50)
    #expect(Sample.evaluate(nested) == "true")
  }

  @Test func `an expression as long as allowed is evaluated`() {
    let items = Array(repeating: "1", count: (1 << 15) - 20).joined(separator: ",")
    #expect(Sample.evaluate("[\(items)].size()") == "\((1 << 15) - 20)")
    let text = String(repeating: "é", count: (1 << 15) - 10)
    #expect(Sample.evaluate("'\(text)'.size()") == "\((1 << 15) - 10)")
    #expect(Sample.refusal(String(repeating: " ", count: 1 << 16) + "1").hasSuffix("longer than 65536 bytes"))
  }

  @Test func `definitions that use each other are refused where they are too deep together`() throws {
    var environment = Sample.environment()
    environment.define("d0", try Program.compile("report.total", in: environment))
    var refused: (index: Int, error: CompileError)?
    for index in 1...2_000 {
      do {
        environment.define("d\(index)", try Program.compile("1 + d\(index - 1)", in: environment))
      } catch {
        refused = (index, error)
        break
      }
    }
    let (index, error) = try #require(refused)
    #expect(index == 250)
    #expect(error.message == "with the definitions that it uses the expression is nested 502 levels; 500 are the most")
    #expect(error.range == 4..<8)
    let last = try Program.compile("d\(index - 2) == 0", in: environment, expecting: nil, mode: .path)
    Self.onThread {
      var activation = Sample.activation()
      #expect(activation.display(last.evaluate(&activation)) == "false")
      #expect(!last.blame(activation).operands.isEmpty)
    }
  }

  @Test(arguments: nestings) func `definitions as deep as allowed are answered`(_ nesting: Nesting) {
    Self.onThread {
      var environment = Sample.environment()
      let text = nesting.text(Parser.depthLimit / nesting.levels / 2)
      for name in ["a", "b", "c"] {
        guard let program = try? Program.compile(text, in: environment, expecting: nil, mode: .unchecked) else { break }
        environment.define(name, program)
      }
      let core = nesting.core == "1" || nesting.core == "true" || nesting.core == "x" ? "a" : nesting.core
      let outer = Nesting(open: nesting.open, core: core, close: nesting.close, levels: nesting.levels)
      let deep = outer.text(Parser.depthLimit / nesting.levels - 3)
      guard let program = try? Program.compile(deep, in: environment, expecting: nil, mode: .unchecked) else { return }
      var activation = Sample.activation(fuel: 3_000)
      _ = activation.display(program.evaluate(&activation))
      _ = program.blame(activation)
    }
  }
}
