import Foundation
import Testing
import Validation

/// Packs of very many characters are loaded or refused at a place, whatever the characters are.
struct LargePackTests {
  /// The answer to a pack with one rule: "" when it loads.
  ///
  /// - Parameter head: `pack.yaml`; that of the action plan without it.
  private static func answer(to rule: String, head: String? = nil) throws -> String {
    let files = [
      PackReader.File(
        name: "pack.yaml", bytes: try head.map { Array($0.utf8) } ?? Project.bytes("rules/action-plan/pack.yaml")),
      PackReader.File(name: "base.json", bytes: try Project.bytes("rules/action-plan/base.json")),
      PackReader.File(name: "rule.yaml", bytes: Array(rule.utf8)),
    ]
    do {
      _ = try Project.checker([try Project.packReader().read(files)])
      return ""
    } catch let error as PackError {
      return error.text
    }
  }

  private static func rule() throws -> String {
    String(decoding: try Project.bytes("rules/action-plan/A7-01-service-has-channel.yaml"), as: UTF8.self)
  }

  @Test func `a million characters of comment do not matter`() throws {
    #expect(try Self.answer(to: Self.rule() + "#" + String(repeating: "x", count: 1_000_000)) == "")
  }

  @Test(arguments: ["[", "{a: "]) func `nesting without end is refused where it is too deep`(_ open: String) throws {
    let answer = try Self.answer(to: String(repeating: open, count: 250_000))
    #expect(answer == "rule.yaml:1:\(64 * open.count + 1): a value opens at depth 65; the limit is 64")
  }

  @Test func `unknown members without end are refused at the first`() throws {
    let rule = (0..<80_000).map { "k\($0): 1234\n" }.joined()
    #expect(try Self.answer(to: rule) == "rule.yaml:1:1: The file has no member “k0”")
  }

  @Test func `a key without end is refused at its second place`() throws {
    let answer = try Self.answer(to: String(repeating: "key: 1\n", count: 20_000))
    #expect(answer == "rule.yaml:2:1: the mapping has a second key “key”")
  }

  @Test func `an assertion without end is refused`() throws {
    let lines = try Self.rule().split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("assert:") ? "assert: " + String(repeating: "1 == 1 && ", count: 100_000) + "true" : String($0)
    }
    #expect(try Self.answer(to: lines.joined(separator: "\n")).hasSuffix("the expression is longer than 65536 bytes"))
  }

  @Test func `lets that use each other without end are refused where the chain is too long`() throws {
    let chain = (0..<40_000).map { "  v\($0): " + ($0 == 0 ? "1" : "v\($0 - 1) + 1") + "\n" }.joined()
    let rule = try Self.rule().replacingOccurrences(of: "assert:", with: "let:\n\(chain)assert:")
    let answer = try Self.answer(to: rule)
    #expect(
      answer.hasSuffix("with the definitions that it uses the expression is nested 501 levels; 500 are the most"))
    #expect(answer.contains("let.v250"))
  }

  @Test func `definitions without end are refused where the chain of them is too long`() throws {
    let chain = (0..<40_000).map { "  v\($0): " + ($0 == 0 ? "1" : "v\($0 - 1) + 1") + "\n" }.joined()
    let head = String(decoding: try Project.bytes("rules/action-plan/pack.yaml"), as: UTF8.self)
    let answer = try Self.answer(
      to: Self.rule(), head: head.replacingOccurrences(of: "definitions:\n", with: "definitions:\n" + chain))
    #expect(
      answer.hasSuffix(
        "definitions.v250: with the definitions that it uses the expression is nested 501 levels; 500 are the most"))
  }

  @Test func `members that a pack does not have are refused at the first, however many`() throws {
    let head = String(decoding: try Project.bytes("rules/action-plan/pack.yaml"), as: UTF8.self)
    let line = head.split(separator: "\n", omittingEmptySubsequences: false).count
    let answer = try Self.answer(
      to: Self.rule(), head: head + (0..<80_000).map { "k\($0): 1234\n" }.joined())
    #expect(answer == "pack.yaml:\(line):1: The file has no member “k0”")
  }
}
