import CEL
import Documents
import Findings
import Foundation
import Schemas
import Testing

@testable import Validation

/// Whether the rules notice when a conformant report is changed: `make mutation`.
///
/// A regulator holds the report of the period before, so each report is checked beside its own.
struct MutationTests {
  /// A change of one value.
  private enum Change: String, CaseIterable, Sendable {
    case remove, zero, double, negate, swapCode, dayLater, yearLater, emptyText
  }

  private struct Mutant: Sendable {
    let path: String
    let change: Change
    let report: JSONValue
  }

  /// How a mutant was noticed.
  private enum Notice {
    case found, unchecked, survived
  }

  /// How many mutants of a section were noticed.
  private struct Score {
    /// By a finding.
    var found = 0
    /// Without one, but a rule that passed no longer does: the result says that it was not checked.
    var unchecked = 0
    var all = 0

    var text: String { "\(found) of \(all) found, \(unchecked) more no longer checked" }
    var permille: Int { (found + unchecked) * 1000 / max(all, 1) }
  }

  /// The rules that have passed somewhere.
  private static func passed(in result: Result) -> Set<String> {
    Set(result.outcomes.filter { $0.outcome == .passed }.map(\.rule))
  }

  private static var isAsked: Bool { ProcessInfo.processInfo.environment["VIGIE_MUTATION"] != nil }

  /// What is noticed of each mutant, in their order; every core takes its part.
  private static func notices(
    of mutants: [Mutant], in name: String, previous: Checker.Source, _ checker: Checker, whole: Set<String>
  ) async -> [Notice] {
    let parts = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return await withTaskGroup(of: (Int, [Notice]).self) { group in
      for part in 0..<parts {
        group.addTask {
          var reader = ReportReader()
          let own = stride(from: part, to: mutants.count, by: parts)
          return (part, own.map { notice(of: mutants[$0], in: name, previous: previous, checker, whole, &reader) })
        }
      }
      var notices = Array(repeating: Notice.survived, count: mutants.count)
      for await (part, made) in group {
        for (step, notice) in made.enumerated() { notices[part + step * parts] = notice }
      }
      return notices
    }
  }

  private static func notice(
    of mutant: Mutant, in name: String, previous: Checker.Source, _ checker: Checker, _ whole: Set<String>,
    _ reader: inout ReportReader
  ) -> Notice {
    let source = Checker.Source(name: name, bytes: Array(mutant.report.text.utf8))
    let result = checker.check(source, previous: previous, reader: &reader)
    if !result.findings.isEmpty { return .found }
    return passed(in: result).isSuperset(of: whole) ? .survived : .unchecked
  }

  @Test(.enabled(if: isAsked)) func `what changes in a conformant report is noticed`() async throws {
    let checker = try Project.checker(try ShippedPackTests.ids.map { try Project.pack($0) })
    var sections: [String: Score] = [:]
    var survivors: [String: [String]] = [:]
    for name in ["samples/large-network-conformant.json", "samples/small-hosting-conformant.json"] {
      var json = JSONReader()
      var reader = ReportReader()
      let bytes = try Project.bytes(name)
      let before = try #require(SampleTests.previous(of: name))
      let previous = Checker.Source(name: before, bytes: try Project.bytes(before))
      let unchanged = checker.check(Checker.Source(name: name, bytes: bytes), previous: previous, reader: &reader)
      #expect(unchanged.findings.isEmpty)
      let whole = Self.passed(in: unchanged)
      let mutants = Self.mutants(of: JSONValue(json.read(bytes).document))
      let notices = await Self.notices(of: mutants, in: name, previous: previous, checker, whole: whole)
      for (mutant, notice) in zip(mutants, notices) {
        let section = mutant.path.split(separator: "/").first.map(String.init) ?? "report"
        sections[section, default: Score()].all += 1
        switch notice {
        case .found: sections[section, default: Score()].found += 1
        case .unchecked: sections[section, default: Score()].unchecked += 1
        case .survived:
          let field = mutant.path.replacing(/\/[0-9]+/, with: "[]")
          survivors["\(field) \(mutant.change.rawValue)", default: []].append(name)
        }
      }
    }
    let total = sections.values.reduce(into: Score()) { total, score in
      total.found += score.found
      total.unchecked += score.unchecked
      total.all += score.all
    }
    for (section, score) in sections.sorted(by: { $0.key < $1.key }) { print("mutation: \(section): \(score.text)") }
    let reasons = try Self.reasons()
    var unexplained: [String] = []
    for (survivor, reports) in survivors.sorted(by: { $0.key < $1.key }) {
      let reason = reasons.first { survivor.wholeMatch(of: $0.pattern) != nil }?.reason
      print("mutation: survives: \(survivor) × \(reports.count): \(reason ?? "not explained")")
      if reason == nil { unexplained.append(survivor) }
    }
    print("mutation: all: \(total.text), \(total.permille) ‰; \(unexplained.count) kinds not explained")
    #expect(total.permille >= 950)
    #expect(unexplained == [])
    let unused = reasons.filter { reason in !survivors.keys.contains { $0.wholeMatch(of: reason.pattern) != nil } }
    #expect(unused.map(\.text) == [], "Tests/Data/mutation-survivors.txt explains what does not survive")
  }

  /// `Tests/Data/mutation-survivors.txt`: a pattern of field and change, a tab, the reason.
  private static func reasons() throws -> [(text: String, pattern: Regex<AnyRegexOutput>, reason: String)] {
    let text = String(decoding: try Project.bytes("Tests/Data/mutation-survivors.txt"), as: UTF8.self)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return (String(parts[0]), try Regex(String(parts[0])), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  // MARK: - Mutants

  private static func mutants(of report: JSONValue) -> [Mutant] {
    var mutants: [Mutant] = []
    visit(report, "") { path, change, edit in
      mutants.append(Mutant(path: path, change: change, report: edit))
    }
    return mutants
  }

  /// Goes through a value and gives, for each change of a part of it, the whole value changed.
  private static func visit(_ value: JSONValue, _ path: String, _ take: (String, Change, JSONValue) -> Void) {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() {
        var without = members
        without.remove(at: index)
        take(path + "/" + member.name, .remove, .object(without))
        changes(member.value, path + "/" + member.name) { path, change, new in
          var changed = members
          changed[index].value = new
          take(path, change, .object(changed))
        }
      }
    case .array(let items):
      for (index, item) in items.enumerated() {
        var without = items
        without.remove(at: index)
        take("\(path)/\(index)", .remove, .array(without))
        changes(item, "\(path)/\(index)") { path, change, new in
          var changed = items
          changed[index] = new
          take(path, change, .array(changed))
        }
      }
    default: break
    }
  }

  private static func changes(_ value: JSONValue, _ path: String, _ take: (String, Change, JSONValue) -> Void) {
    switch value {
    case .literal(let text):
      guard let number = Double(text), number != 0 else { return }
      take(path, .zero, .literal("0"))
      take(path, .negate, .literal("-" + text))
      take(path, .double, .literal(Int(text).map { String($0 * 2) } ?? String(number * 2)))
    case .string(let text):
      if let day = CivilDate(text) {
        for (change, length) in [(Change.dayLater, Int64(1)), (.yearLater, 365)] {
          if let later = CivilDate(days: day.days + length) { take(path, change, .string(later.description)) }
        }
      } else {
        take(path, .emptyText, .string(""))
        if text.wholeMatch(of: /[a-z][A-Za-z]+/) != nil {
          take(path, .swapCode, .string(text == "other" ? "none" : "other"))
        }
      }
    default: visit(value, path, take)
    }
  }
}
