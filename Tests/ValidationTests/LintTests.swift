import Findings
import Testing
import Validation

/// What linting says of a pack, with the place in its file. The assertions begin on line 7.
struct LintTests {
  static func remarks(_ body: String) throws -> [String] {
    let pack = try RulePack.read(RulePack.rule(body))
    return try PackLint.run(pack, schema: try Project.schema(Project.reportSchema)).map(\.text)
  }

  private static let sayEmpty =
    "x.yaml:7:26: assert: “report.training” may be empty, and then “all” holds; write size(report.training) > 0 && … "
    + "where something must be there, or size(report.training) == 0 || … to say that nothing need be [possiblyEmptyAll]"
  private static let sayQuadratic =
    "x.yaml:8:9: assert: “report.training” is run through for each item of “report.services”; join them by a key, as in "
    + "report.training.exists(x, x.key == service.key && …) [quadraticShape]"
  private static let sayQuadraticInside =
    "x.yaml:7:35: assert: “report.measures” is run through for each item of “report.services”; join them by a key, as in "
    + "report.measures.exists(x, x.key == s.key && …) [quadraticShape]"
  private static let sayDoubles =
    "x.yaml:7:15: let.half: doubles are not exact and seldom equal; compare decimals [doubleEquality]"
  private static let applied = """
    applies:
      when: report.training.size() > 0
      reason: { en: a, fr: b, nl: c, de: d }
    assert: report.training.all(t, t.peopleTrained > 0)
    """

  static let cases: [(String, [String])] = [
    (#"assert: "report.training.all(t, t.peopleTrained > 0)""#, [sayEmpty]),
    ("assert: size(report.training) > 0 && report.training.all(t, t.peopleTrained > 0)", []),
    ("assert: report.training.size() == 0 || report.training.all(t, t.peopleTrained > 0)", []),
    ("assert: '!report.training.all(t, t.peopleTrained > 0)'", []),
    ("assert: \"['a', 'b'].all(l, report.services.exists(s, s.id == l))\"", []),
    (applied, []),
    (
      "let: { half: 'double(report.services.size()) == 1.5' }\nassert: half || report.services.size() > 1",
      [sayDoubles]
    ),
    (
      "for: { service: report.services }\nassert: report.training.exists(t, t.peopleTrained > size(service.surfaces))",
      [sayQuadratic]
    ),
    ("for: { service: report.services }\nassert: report.measures.exists(m, m.service == service.id)", []),
    (
      "assert: report.services.exists(s, report.measures.exists(m, m.service.startsWith(s.id)))",
      [sayQuadraticInside]
    ),
    ("assert: report.services.exists(s, report.measures.exists(m, m.service == s.id && s.surfaces.size() > 1))", []),
    ("assert: report.services.exists(s, report.measures.exists(m, m.service == 'a'))", []),
    (
      "let: { first: 'cel.bind(sent, size(report.training), sent + 1)', sent: 'first + 1' }\n"
        + "assert: report.services.exists(s, report.measures.exists(m, m.service == s.id && sent > first))", []
    ),
    ("kind: { codeList: { path: report.training.audience, codes: [moderators] } }", []),
  ]

  @Test(arguments: cases)
  func `what is seldom meant is told with its place`(_ body: String, _ remarks: [String]) throws {
    #expect(try Self.remarks(body) == remarks)
  }

  @Test func `the shipped packs need no remark`() throws {
    let schema = try Project.schema(Project.reportSchema)
    #expect(try PackLint.run(try Project.pack("action-plan"), schema: schema).map(\.text) == [])
  }
}
