import Documents
import Findings
import Testing
import Validation

/// What stops a pack when it is loaded, with the place in its file. The assertions begin on line 7.
struct RefusalTests {
  @Test(arguments: [
    (
      #"assert: "report.servces.size() > 0""#,
      "x.yaml:7:17: assert: “report” has no field “servces”; did you mean “services”?"
    ),
    (
      "assert: 'report.provider.lei == ''x'''",
      "x.yaml:7:10: assert: “report.provider.lei” is optional; guard it with has(report.provider.lei) && …, or write "
        + "report.provider.?lei.orValue(…)"
    ),
    (
      #"assert: "report.services.exists(s, s.kind == \"mesaging\")""#,
      "x.yaml:7:46: assert: “mesaging” is not a code of serviceKind; did you mean “messaging”?"
    ),
    (
      "assert: >\n  report.services.exists(s,\n    s.kind == 'hostin')",
      "x.yaml:9:15: assert: “hostin” is not a code of serviceKind; did you mean “hosting”?"
    ),
    (
      "let:\n  many: report.services.size()\nassert: report.services.size() > 0",
      "x.yaml:8:3: let.many: nobody uses this name"
    ),
    (
      "for: { service: report.period }\nassert: service.id == 'a'",
      "x.yaml:7:17: for.service: the expression gives report.period, not a list"
    ),
    (
      "let: { report: report.services }\nassert: report.services.size() > 0",
      "x.yaml:7:8: let.report: the name is taken already"
    ),
    (
      "assert: size(report.measures) > 0 && report.measures.all(m, has(m.medianHours) && m.medianHours > report.resources.?budget.orValue(0))",
      "x.yaml:7:83: assert: “>” wants figures of one unit, not hours and EUR"
    ),
    (
      "assert: has(report.period) || report.services.size() > 2",
      "x.yaml:7:9: assert: the assertion is true for every report that meets the schema"
    ),
    (
      "assert: parameters.most > 3",
      "x.yaml:7:9: assert: the assertion reads nothing of the report, so it is the same for every one"
    ),
    (
      "kind: { cardinality: { path: report.services, min: 0 } }",
      "x.yaml:7:1: kind: the assertion is true for every report that meets the schema"
    ),
    ("at: [report.services]", "x.yaml:1:1: a rule says what must hold: in CEL behind assert, or as a kind"),
    (
      "assert: report.services.size() > 0\nat: [report.services, report.provder]",
      "x.yaml:8:30: at.1: “report” has no field “provder”; did you mean “provider”?"
    ),
    (
      "assert: report.services.size() > 0\nkind: { required: { path: report.provider.lei } }",
      "x.yaml:8:7: a rule has either assert or kind, not both"
    ),
  ])
  func `a mistake stops the pack and is named with its place`(_ body: String, _ message: String) throws {
    #expect(try RulePack.refusal(body) == message)
  }

  @Test(arguments: [
    (
      "kind:\n  requred: { path: report.provider.lei }",
      "x.yaml:8:3: /kind has no member “requred”; did you mean “required”?"
    ),
    (
      "kind:\n  sumEquals:\n    part: [report.services.id]\n    total: report.services.id",
      "x.yaml:9:5: /kind/sumEquals has no member “part”; did you mean “parts”?"
    ),
    ("kind:\n  range:\n    min: 2", "x.yaml:9:5: /kind/range: “path” is missing"),
    (
      "kind:\n  required: { path: report.provider.leii }",
      "x.yaml:8:37: kind.required.path: “report.provider” has no field “leii”; did you mean “lei”?"
    ),
    (
      "kind:\n  codeList:\n    path: report.provider.size\n    codes: [large, 'medum']",
      "x.yaml:10:21: kind.codeList.codes.1: “medum” is not a code of providerSize; did you mean “medium”?"
    ),
    (
      "kind: { range: { path: report.provider.lei, max: 3 } }",
      "x.yaml:7:24: kind.range.path: “path” must be a number or a date, not string"
    ),
    (
      "kind: { periodContinuity: {} }",
      "x.yaml:7:9: kind.periodContinuity: “previous” is the report of the period before; a rule that reads it says "
        + "needs: previous"
    ),
    (
      "kind: {}",
      "x.yaml:7:7: a rule has one kind with its parameters, such as kind: { required: { path: service.id } }"
    ),
  ])
  func `a wrong or missing parameter of a kind is named with its place`(_ body: String, _ message: String) throws {
    #expect(try RulePack.refusal(body) == message)
  }

  @Test(arguments: [
    (
      "message:\n  en: \"{n}\"\n  fr: \"{n} x\"\n  nl: \"y\"\n  de: \"{n} z\"",
      "x.yaml:12:8: message.nl: the placeholders differ from those of en: {n}"
    ),
    (
      "message:\n  en: \"a {m}\"\n  fr: \"b {m}\"\n  nl: \"c {m}\"\n  de: \"d {m}\"",
      "x.yaml:10:11: message.en: “m” is not known; did you mean “n”?"
    ),
    (
      "message:\n  en: \"{n|percnt}\"\n  fr: \"{n}\"\n  nl: \"{n}\"\n  de: \"{n}\"",
      "x.yaml:10:11: message.en: there is no format “percnt”; did you mean “percent”?"
    ),
    (
      "message:\n  en: \"{n|code:targte}\"\n  fr: \"{n|code:targte}\"\n  nl: \"{n|code:targte}\"\n  de: \"{n|code:targte}\"",
      "x.yaml:10:11: message.en: there is no code list “targte”; did you mean “target”?"
    ),
    (
      "message:\n  en: \"{n\"\n  fr: \"{n}\"\n  nl: \"{n}\"\n  de: \"{n}\"",
      "x.yaml:10:8: message.en: there is a { without its }"
    ),
  ])
  func `a placeholder that is unknown or missing in a language is named with its place`(
    _ message: String, _ refusal: String
  ) throws {
    #expect(try RulePack.refusal("let: { n: report.services.size() }\nassert: n > 0", message: message) == refusal)
  }

  @Test(arguments: [
    ("{n|code}", "code names the code list whose labels are shown, such as code:target"),
    ("{n|field}", "field names the type whose members are meant, such as field:report.measures"),
    ("{n|integer:2}", "integer takes no detail"),
    ("{n|percent:few}", "percent takes the number of places behind the point, such as percent:1"),
    ("{n|field:measures}", "there is no type “measures”; did you mean “report.measures”?"),
    ("{n|field:report.meassures}", "“report” has no field “meassures”; did you mean “measures”?"),
    (
      "{n|field:report.complaints.knownCSAM.acounts}",
      "“report.complaints.knownCSAM” has no field “acounts”; did you mean “accounts”?"
    ),
    ("{n|field:material}", "there is no type “material”; types begin with “report”"),
    ("{n|field:report.measures.service}", "“report.measures.service” has no fields that a message could name"),
    ("{n|field:report.measures}", "field wants the name of a field or a list of names, not int"),
  ])
  func `a format that does not fit is named with its place`(_ placeholder: String, _ refusal: String) throws {
    let message = "message:\n" + ["en", "fr", "nl", "de"].map { "  \($0): \"\(placeholder)\"\n" }.joined()
    #expect(
      try RulePack.refusal("let: { n: report.services.size() }\nassert: n > 0", message: message)
        == "x.yaml:10:11: message.en: " + refusal)
  }

  @Test func `messages may name what a kind gives`() throws {
    let body = "kind: { cardinality: { path: report.services, max: parameters.most } }"
    let names = "{count|integer} {max|integer}"
    #expect(
      try RulePack.refusal(
        body, message: "message: { en: '\(names) a', fr: '\(names) b', nl: '\(names) c', de: '\(names) d' }") == "")
    #expect(
      try RulePack.refusal(body, message: "message: { en: '{sum}', fr: '{sum}', nl: '{sum}', de: '{sum}' }") != "")
  }
}
