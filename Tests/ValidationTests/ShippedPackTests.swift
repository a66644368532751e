import Documents
import Findings
import Schemas
import Testing

@testable import Validation

/// What holds for every pack inside the program.
struct ShippedPackTests {
  static let ids: [String] = {
    let files = (try? Project.files(in: "rules")) ?? []
    return files.filter { $0.hasSuffix("/pack.yaml") }.map { String($0.split(separator: "/")[1]) }
  }()

  @Test func `there are the packs of the law, of frameworks and of plausibility`() {
    #expect(Self.ids.count >= 8)
  }

  @Test(arguments: ids) func `every example holds in both syntaxes`(_ id: String) throws {
    // With the compiled form that the program carries.
    let pack = try Project.shippedPack(id)
    let runner = try ExampleRunner(pack: pack, schema: try Project.schema(Project.reportSchema), version: "0")
    let (count, failures) = runner.run()
    print("\(id): \(pack.rules.count) rules, \(count) examples")
    #expect(failures.map { "\($0.file): \($0.example): \($0.message)" } == [])
    #expect(count >= pack.rules.count * 2)
  }

  @Test(arguments: ids) func `no list in a message names a field of the report by its raw name`(_ id: String) throws {
    let pack = try Project.shippedPack(id)
    let schema = try Project.schema(Project.reportSchema)
    let runner = try ExampleRunner(pack: pack, schema: schema, version: "0")
    // Those that no sentence has by chance.
    let names = Set(schema.nodes.flatMap(\.properties).map(\.name).filter { $0.contains(where: \.isUppercase) })
    var reader = ReportReader()
    var raw: Set<String> = []
    for rule in pack.rules where rule.message.en.contains("|list}") || rule.message.en.contains("|field:") {
      var alone = pack
      (alone.rules, alone.indicators) = ([rule], [])
      let checker = try Project.checker([alone])
      for example in rule.examples where example.expect == .failed {
        let report = Checker.Source(name: "report", bytes: try runner.patched(example.patch))
        let previous = try example.previous.map { Checker.Source(name: "previous", bytes: try runner.patched($0)) }
        let result = checker.check(report, previous: previous, reader: &reader)
        for finding in result.findings where finding.rule == rule.descriptor.id {
          for language in Language.allCases {
            let words = finding.message[language].split { !$0.isLetter && !$0.isNumber }.map(String.init)
            raw.formUnion(words.filter(names.contains).map { "\(finding.rule): \($0)" })
          }
        }
      }
    }
    #expect(raw.sorted() == [])
  }

  @Test(arguments: ids) func `the bundle is fresh and holds the same pack`(_ id: String) throws {
    let pack = try Project.pack(id)
    let bundle = try Project.bytes("rules/bundles/\(id).bundle")
    let schema = try Project.schema(Project.reportSchema)
    #expect(try PackBundle.write(pack, schema: schema) == bundle, "the bundle is out of date; run make schemas")
    let read = try Project.bundle(id)
    #expect(read.digest == pack.digest)
    #expect(read.applies?.when.text == pack.applies?.when.text)
    #expect(read.rules.map(\.descriptor) == pack.rules.map(\.descriptor))
    #expect(read.rules.map(\.isConfidential) == pack.rules.map(\.isConfidential))
    #expect(read.parameters.map(\.expression.text) == pack.parameters.map(\.expression.text))
    #expect(try PackBundle.write(read, schema: schema) == bundle)
  }

  @Test(arguments: ids) func `every rule has its compiled form in the bundle`(_ id: String) throws {
    let pack = try Project.bundle(id)
    #expect(pack.compact?.head.isEmpty != true)
    for rule in pack.rules {
      #expect(rule.compact.condition.isEmpty == (rule.applies == nil), "\(rule.descriptor.id)")
      var isWhole = rule.binding == nil && rule.lets.isEmpty
      if case .expression = rule.assertion { isWhole = false }
      #expect(rule.compact.judgement.isEmpty == isWhole, "\(rule.descriptor.id)")
    }
  }

  @Test(arguments: ids) func `lint has nothing to say`(_ id: String) throws {
    let schema = try Project.schema(Project.reportSchema)
    #expect(try PackLint.run(try Project.pack(id), schema: schema).map(\.text) == [])
  }

  @Test(arguments: ids) func `the file of a rule begins with its id`(_ id: String) throws {
    for rule in try Project.pack(id).rules { #expect(rule.file.hasPrefix(rule.descriptor.id + "-"), "\(rule.file)") }
  }

  @Test(arguments: ids) func `every rule fails in one example and passes in another`(_ id: String) throws {
    for rule in try Project.pack(id).rules {
      let expected = Set(rule.examples.map(\.expect))
      #expect(expected.isSuperset(of: [.failed, .passed]), "\(rule.descriptor.id)")
      #expect(rule.examples.contains { $0.expect == .failed && $0.at != nil }, "\(rule.descriptor.id) shows no place")
    }
  }

  @Test(arguments: ids) func `no text is the same in two languages, and French and German quote as they should`(
    _ id: String
  ) throws {
    for rule in try Project.pack(id).rules {
      let texts =
        [rule.descriptor.title, rule.descriptor.help, rule.message] + (rule.applies.map { [$0.reason] } ?? [])
      for text in texts {
        #expect(Set(Language.allCases.map { text[$0] }).count == 4, "\(rule.descriptor.id): \(text.en)")
        #expect(!text.fr.contains("“") && !text.fr.contains("\""), "\(rule.descriptor.id): \(text.fr)")
        #expect(!text.de.contains("”") && !text.de.contains("\""), "\(rule.descriptor.id): \(text.de)")
        for language in Language.allCases {
          #expect(text[language].count <= 620, "\(rule.descriptor.id) is long in \(language): \(text[language])")
        }
      }
    }
  }

  @Test(arguments: ids) func `only law and arithmetic make a report non-conformant outside the action plan`(
    _ id: String
  ) throws {
    for rule in try Project.pack(id).rules where rule.descriptor.severity == .error {
      let allowed: [RuleStatus] =
        id == "action-plan"
        ? [.law, .expectation, .plausibility]
        : ["plausibility", "privacy"].contains(id)
          ? [] : [.law, .plausibility]
      #expect(allowed.contains(rule.descriptor.status), "\(rule.descriptor.id)")
    }
  }

  @Test func `a rule yields to rules that there are, and never in a circle`() throws {
    let rules = try Self.ids.flatMap { try Project.pack($0).rules }
    #expect(
      rules.filter { !$0.yieldsTo.isEmpty }.map(\.descriptor.id) == [
        "A1-08", "A5-18", "A5-19", "A5-20", "A5-24", "AU-05", "PL-12a", "PL-12b", "PL-12c", "PL-12d", "PL-12e",
        "PL-12f", "PL-21a", "PL-21b", "PL-71a", "PL-71b", "PL-71c", "PL-71d", "PL-71e", "PL-72", "PL-73", "PL-74a",
        "PL-74b", "PL-74c", "PL-75", "PL-76b", "PL-79", "PL-80b", "PL-81a", "PL-81b", "PL-81c", "PL-81d", "PL-83a",
        "PL-83b", "PL-84a", "PL-84b", "PL-84c", "PL-84d", "PL-85a", "PL-86a", "PL-86b", "PL-86c", "PL-86d", "PL-87a",
        "PL-87b", "PL-88a", "PL-88b", "PL-88c", "PL-89a", "PL-89b", "PL-89c", "PL-89d", "PL-89e", "PL-89f", "PL-89i",
        "PL-89j", "PL-89k", "PL-89l", "UK-03", "OECD-01a", "OECD-01b", "OECD-01c",
      ])
    let targets = Dictionary(uniqueKeysWithValues: rules.map { ($0.descriptor.id, $0.yieldsTo) })
    for id in targets.keys.sorted() {
      // In a circle every finding would give way to another.
      var reached: Set<String> = []
      var open = targets[id] ?? []
      while let next = open.popLast() {
        guard reached.insert(next).inserted else { continue }
        #expect(targets[next] != nil, "\(id) yields to \(next)")
        open += targets[next] ?? []
      }
      #expect(!reached.contains(id), "\(id)")
    }
  }

  @Test func `one cause gives one finding across packs`() throws {
    let name = "samples/published/snap-eu-2025-nonConformant.json"
    func findings(_ ids: [String]) throws -> [String] {
      var reader = ReportReader()
      let checker = try Project.checker(try ids.map { try Project.pack($0) })
      let result = checker.check(Checker.Source(name: name, bytes: try Project.bytes(name)), reader: &reader)
      let outcome = result.outcomes.first { $0.rule == "A5-24" }
      return result.findings.map(\.rule).filter { !$0.hasPrefix("structure") }.sorted() + [outcome?.reason?.en ?? ""]
    }
    #expect(try findings(["action-plan"]) == ["A5-23", "A5-24", ""])
    #expect(
      try findings(["action-plan", "eu-interim-derogation"]) == [
        "A5-23", "INT-33d", "The rule INT-33d has the finding at this place; it is not repeated.",
      ])
  }

  @Test func `no rule of any pack has a finding on a conformant report`() throws {
    let checker = try Project.checker(try Self.ids.map { try Project.pack($0) })
    for name in SampleTests.names where name.hasSuffix("-conformant.json") || name.hasSuffix("-conformant.xml") {
      var reader = ReportReader()
      let source = Checker.Source(name: name, bytes: try Project.bytes(name))
      let earlier = try SampleTests.previous(of: name).map { Checker.Source(name: $0, bytes: try Project.bytes($0)) }
      // Alone, and beside the report of the period before.
      var both: [Checker.Source?] = [nil]
      if let earlier { both.append(earlier) }
      for previous in both {
        let result = checker.check(source, previous: previous, reader: &reader)
        let found = result.findings.map { "\($0.rule) \($0.place.path)" }
        #expect(found == [], "\(name), \(previous?.name ?? "alone")")
        #expect(result.packs.count + result.inapplicablePacks.count == Self.ids.count)
      }
    }
  }
}
