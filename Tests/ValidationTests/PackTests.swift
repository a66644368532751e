import Findings
import Testing
import Validation

struct PackTests {
  @Test func `every example of the action plan pack holds in both syntaxes`() throws {
    let pack = try Project.pack("action-plan")
    let runner = try ExampleRunner(
      pack: pack, schema: try Project.schema(Project.reportSchema),
      schemaBytes: try Project.bytes("schemas/\(Project.reportSchema)"), version: "0")
    let (count, failures) = runner.run()
    print("\(pack.rules.count) rules, \(count) examples")
    #expect(failures.map { "\($0.file): \($0.example): \($0.message)" } == [])
    #expect(count >= pack.rules.count * 2)
  }

  @Test func `each strand has at least eight rules and the pack at least fifty-six`() throws {
    let pack = try Project.pack("action-plan")
    #expect(pack.rules.count >= 56)
    #expect(pack.strands.map(\.id) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"])
    for strand in pack.strands {
      #expect(pack.rules.count { $0.descriptor.strand == strand.id } >= 8, "\(strand.id)")
    }
    #expect(pack.indicators.count >= 12)
  }

  @Test func `the file of a rule begins with its id and its strand`() throws {
    for rule in try Project.pack("action-plan").rules {
      #expect(rule.file.hasPrefix(rule.descriptor.id + "-"))
      #expect(rule.descriptor.id.hasPrefix((rule.descriptor.strand ?? "?") + "-"))
    }
  }

  @Test func `no text of a rule is the same in two languages`() throws {
    for rule in try Project.pack("action-plan").rules {
      for text in [rule.descriptor.title, rule.descriptor.help, rule.message] + (rule.applies.map { [$0.reason] } ?? [])
      {
        #expect(Set(Language.allCases.map { text[$0] }).count == 4, "\(rule.descriptor.id): \(text.en)")
      }
    }
  }

  @Test func `only verified articles are called law`() throws {
    let law: Set = ["dsa", "interim-regulation", "standard-form"]
    for rule in try Project.pack("action-plan").rules where rule.descriptor.status == .law {
      #expect(rule.descriptor.basis.contains { law.contains($0.source) }, "\(rule.descriptor.id)")
    }
  }

  @Test func `the bundle is fresh and holds the same pack`() throws {
    let files = try Project.packFiles("action-plan")
    let pack = try Project.pack("action-plan")
    let bundle = try Project.bytes("rules/bundles/action-plan.json")
    #expect(PackBundle.write(files, digest: pack.digest) == bundle, "the bundle is out of date; run make schemas")
    let read = try PackReader.read(bundle: bundle, name: "bundle")
    #expect(read.digest == pack.digest)
    #expect(read.rules.map(\.descriptor) == pack.rules.map(\.descriptor))
    #expect(read.rules.map { unplaced("\($0.assertion)") } == pack.rules.map { unplaced("\($0.assertion)") })
    #expect(read.parameters.map(\.expression.text) == pack.parameters.map(\.expression.text))
  }
}

/// An assertion as text without the places of its expressions.
private func unplaced(_ text: String) -> String { text.replacing(/, span: .*/, with: "") }
