import Foundation
import Testing

/// Runs the script of bad commands as a shell would.
struct BadCommandTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var code: Int32
    var message: String

    var testDescription: String { line }
  }

  static let cases: [Case] = {
    let text = (try? String(contentsOf: folder.appending(path: "bad-commands.txt"), encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      let answer = lines[index + 1].split(separator: " ", maxSplits: 1)
      return Case(
        line: String(lines[index].dropFirst(2)), code: Int32(answer[0]) ?? -1,
        message: answer.count > 1 ? String(answer[1]) : "")
    }
  }()

  @Test(arguments: cases) func `a bad command gets one clear line and the right code`(_ bad: Case) throws {
    let place = try Workplace()
    defer { place.remove() }
    if bad.line.contains("unreadable"), getuid() == 0 {
      // Root may read everything.
      return
    }
    let outcome = try place.run(bad.line)
    #expect(outcome.code == bad.code, "\(bad.line)")
    #expect(outcome.error == bad.message + "\n", "\(bad.line)")
    #expect(outcome.output.isEmpty, "\(bad.line)")
  }

  @Test func `the script has cases`() { #expect(Self.cases.count > 35) }

  @Test func `a closed pipe is said in one line`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("{ sleep 0.3; vigie check good.json --format html; echo $? >&2; } | true")
    #expect(outcome.error == "vigie: cannot write to standard output: the reader has closed the pipe\n2\n")
  }

  @Test func `a link to write to stays a link, and a file keeps its mode`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let line = """
      touch real.txt; chmod 600 real.txt; ln -s real.txt link.txt; vigie check good.json --output link.txt
      [ -L link.txt ] && [ -s real.txt ] && vigie check good.json --output real.txt && stat -c %a real.txt
      """
    let outcome = try place.run(line)
    #expect(outcome.output == "600\n")
    #expect(outcome.error == "")
  }

  @Test func `a pipe with a name is read as a file is`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("mkfifo pipe; cat good.json > pipe & vigie check pipe > /dev/null; echo $?")
    #expect(outcome.output == "0\n")
    #expect(outcome.error == "")
  }

  @Test func `the stack of the shell does not bound what may be nested`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let deep = String(repeating: "(1 + ", count: 120) + "1" + String(repeating: ")", count: 120)
    let outcome = try place.run("ulimit -s 256; vigie eval '\(deep)' good.json")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("121"))
    #expect(outcome.error == "")
  }
}
