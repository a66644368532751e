import Documents
import Findings
import Schemas
import Testing

struct RoundTripTests {
  @Test func `a thousand generated reports go to the other syntax and back without loss`() throws {
    let schema = try ReportSchema.load()
    var generator = ReportGenerator(schema: schema, seed: 1)
    for number in 0..<1000 {
      let report = generator.report()
      let json = try #require(bind(report.json, to: schema), "\(number)")
      try #require(json.isValid, "\(number): \(json.findings.map(\.message.en))")
      let xmlText = String(decoding: Converter.xml(json.bound, schema: schema), as: UTF8.self)
      let xml = try #require(bind(xmlText, to: schema), "\(number): \(xmlText)")
      try #require(xml.isValid, "\(number): \(xml.findings.map(\.message.en))")
      let back = Converter.json(xml.bound, schema: schema)
      #expect(back == Converter.json(json.bound, schema: schema), "\(number)")
      try #require(typedTree(json.bound) == typedTree(xml.bound), "\(number): the typed trees differ")
    }
  }

  @Test func `a number with an exponent becomes a plain decimal in XML`() throws {
    let schema = try ReportSchema.load()
    var generator = ReportGenerator(schema: schema, seed: 2)
    let text = generator.report().json
    let plain = String(text.replacing("\"amount\"", with: "\"amount\""))
    #expect(bind(plain, to: schema)?.isValid == true)
    #expect(LexicalNumber("1.20e3".utf8)?.plainText == "1200")
    #expect(LexicalNumber("-12e-4".utf8)?.plainText == "-0.0012")
    #expect(LexicalNumber("0e9".utf8)?.plainText == "0")
  }

  /// Kinds, payloads and texts of all values in the order of the schema, without positions.
  private func typedTree(_ bound: BoundDocument) -> String {
    func write(_ index: UInt32) -> String {
      guard index != BoundDocument.absent else { return "-" }
      let value = bound.values[Int(index)]
      switch value.kind {
      case .object, .list:
        let members = (0..<value.count).map { write(bound.members[value.offset + $0]) }
        return "\(value.kind)(" + members.joined(separator: ",") + ")"
      case .string: return "\"\(bound.string(value))\""
      default: return "\(value.kind):\(value.payload)/\(value.scale)\(value.flags.contains(.overflow) ? "!" : "")"
      }
    }
    return write(0)
  }
}
