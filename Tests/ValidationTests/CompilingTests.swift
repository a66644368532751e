import Documents
import Findings
import Schemas
import Testing

@testable import Validation

/// When the rules of a pack are compiled, and what is refused then.
struct CompilingTests {
  @Test func `rules that the program carries compiled decide like those that are compiled from their texts`() throws {
    let packs = try ShippedPackTests.ids.map { try Project.bundle($0) }
    let proven = packs.map { pack in
      var pack = pack
      pack.isProven = true
      return pack
    }
    let (whole, carried) = (try Project.checker(packs), try Project.checker(proven))
    var reader = ReportReader()
    for name in try Project.files(in: "samples") where name.hasSuffix(".json") {
      let source = Checker.Source(name: name, bytes: try Project.bytes(name))
      #expect(whole.check(source, reader: &reader) == carried.check(source, reader: &reader), "\(name)")
    }
  }

  @Test func `the compiled schema is fresh and is the same schema`() throws {
    let schema = try Project.schema(Project.reportSchema)
    let compact = try Project.bytes("schemas/csa-report-1.0.compact")
    #expect(
      schema.compactForm(digest: schema.fileDigest) == compact,
      "schemas/csa-report-1.0.compact is out of date; run make schemas")
    let file = TextStore(copying: try Project.bytes("schemas/\(Project.reportSchema)"))
    let read = try #require(Schema(compact: TextStore(copying: compact), file: file))
    #expect(read.compactForm(digest: schema.fileDigest) == compact)
    #expect(read.fileDigest == schema.fileDigest)
    for (index, node) in schema.nodes.enumerated() {
      #expect(read.labels(of: index).map(\.label) == schema.labels(of: index).map(\.label))
      for (one, other) in zip(node.properties, read.nodes[index].properties) {
        #expect(read.title(of: other) == schema.title(of: one), "\(one.name)")
      }
    }
  }

  @Test(arguments: ShippedPackTests.ids) func `a pack that is applied to every report is not compiled anew`(
    _ id: String
  ) throws {
    var pack = try Project.shippedPack(id)
    pack.isForEveryReport = true
    let schema = try Project.schema(Project.reportSchema)
    let restored = try #require(
      CompiledPack(restoring: pack, CompileTarget(schema: schema, digest: schema.fileDigest)))
    #expect(restored.applies == nil)
    for rule in restored.rules { #expect(rule.judgement.environment == nil, "\(rule.rule.descriptor.id)") }
  }

  @Test func `what was compiled for one schema is not used for another`() throws {
    var pack = try Project.bundle("action-plan")
    pack.isProven = true
    // The same schema but for a space, so that everything else must be the same.
    var json = JSONReader()
    let bytes = try Project.bytes("schemas/\(Project.reportSchema)") + [0x20]
    let schema = try Schema(compiling: json.read(bytes).document)
    let target = CompileTarget(schema: schema, digest: schema.fileDigest)
    #expect(CompiledPack(restoring: pack, target) == nil)
    let own = try Project.schema(Project.reportSchema)
    #expect(CompiledPack(restoring: pack, CompileTarget(schema: own, digest: own.fileDigest)) != nil)
    let checker = try Checker(schema: schema, packs: [pack], version: "0")
    let name = "samples/surge-nonConformant.json"
    let source = Checker.Source(name: name, bytes: try Project.bytes(name))
    var reader = ReportReader()
    let expected = try Project.checker([pack]).check(source, reader: &reader)
    #expect(checker.check(source, reader: &reader).findings == expected.findings)
  }

  @Test func `the order in which packs are evaluated does not show`() throws {
    let checker = try Project.checker(try ShippedPackTests.ids.map { try Project.bundle($0) })
    var options = Checker.Options()
    options.pool = WorkPool { count, work in
      for index in (0..<count).reversed() { work(index) }
    }
    var reader = ReportReader()
    for name in try Project.files(in: "samples") where name.hasSuffix(".xml") {
      let source = Checker.Source(name: name, bytes: try Project.bytes(name))
      let plain = checker.check(source, reader: &reader)
      #expect(checker.check(source, options: options, reader: &reader) == plain, "\(name)")
    }
  }

  @Test func `a fault in any part of a rule is refused when the pack is loaded from files`() throws {
    let good = try #require(try Project.pack("action-plan").rules.first { $0.descriptor.id == "A5-24" })
    var faults: [String] = []
    for part in ["applies", "assert", "at", "message"] {
      var rule = good
      let nothing = Expression(text: "nowhere", span: Span(start: 0, end: 7))
      switch part {
      case "applies": rule.applies = Rule.Condition(when: nothing, reason: rule.message)
      case "assert": rule.assertion = .expression(nothing)
      case "at": rule.places = [nothing]
      default: rule.message = LocalizedText(verbatim: "{nowhere}")
      }
      var pack = try Project.pack("action-plan")
      pack.rules = [rule]
      let error = #expect(throws: PackError.self) { try Project.checker([pack]) }
      faults.append(String((error?.message ?? "").prefix { $0 != ":" }))
    }
    #expect(faults == ["applies.when", "assert", "at.0", "message.en"])
  }
}
