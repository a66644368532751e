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
    let pack = try Project.pack("action-plan")
    let bundle = try Project.bytes("rules/bundles/action-plan.bundle")
    #expect(PackBundle.write(pack) == bundle, "the bundle is out of date; run make schemas")
    let read = try Project.bundle("action-plan")
    #expect(read.digest == pack.digest)
    #expect(read.rules.map(\.descriptor) == pack.rules.map(\.descriptor))
    #expect(read.rules.map { unplaced("\($0.assertion)") } == pack.rules.map { unplaced("\($0.assertion)") })
    #expect(read.parameters.map(\.expression.text) == pack.parameters.map(\.expression.text))
    #expect(PackBundle.write(read) == bundle)
  }

  @Test func `a bundle that is cut off, too long or of another version is refused`() throws {
    var pack = try Project.pack("action-plan")
    pack.rules = Array(pack.rules.prefix(2))
    let bundle = PackBundle.write(pack)
    let damaged = "a.bundle: the rule bundle is damaged; vigie rules bundle writes it anew"
    let foreign = "a.bundle: this is no rule bundle of this version; vigie rules bundle writes one"
    let head = "vigie rule pack 1\n".utf8.count
    for length in stride(from: 0, to: bundle.count, by: 7) {
      #expect(refusal(of: Array(bundle.prefix(length))) == (length < head ? foreign : damaged), "\(length)")
    }
    #expect(refusal(of: bundle + [0]) == damaged)
    #expect(refusal(of: Array("vigie rule pack 3\n".utf8) + bundle.dropFirst(head)) == foreign)
    #expect(refusal(of: bundle) == nil)
  }

  @Test func `a bundle with any byte changed is refused or read`() throws {
    var pack = try Project.pack("action-plan")
    pack.rules = Array(pack.rules.prefix(2))
    var bundle = PackBundle.write(pack)
    var refusals = 0
    for place in stride(from: 0, to: bundle.count, by: 3) {
      let byte = bundle[place]
      bundle[place] = byte ^ 0x80
      refusals += refusal(of: bundle) == nil ? 0 : 1
      bundle[place] = byte
    }
    #expect(refusals > 50)
  }
}

/// Why a bundle is not read; nil when it is.
private func refusal(of bundle: [UInt8]) -> String? {
  do throws(PackError) {
    _ = try PackBundle.read(TextStore(copying: bundle), name: "a.bundle")
    return nil
  } catch {
    return error.text
  }
}

/// An assertion as text without the places of its expressions.
private func unplaced(_ text: String) -> String { text.replacing(/, span: .*/, with: "") }
