import Testing

@testable import CEL

struct CheckerTests {
  @Test(arguments: [
    ("report.servces.size() > 0", "[servces] “report” has no field “servces”; did you mean “services”?"),
    ("reprot.total > 0", "[reprot] “reprot” is not known; did you mean “report”?"),
    ("parameters.minimun > 0", "[minimun] “parameters” has no “minimun”; did you mean “minimum”?"),
    ("report.services.al(s, true)", "[al] there is no function “al”; did you mean “all”?"),
    ("report.total.addDay(1)", "[addDay] there is no function “addDay”; did you mean “addDays”?"),
    ("total(1)", "[total] there is no function “total”"),
    ("size", "[size] “size” is a function; it needs parentheses"),
    ("contains('a', 'b')", "[contains] “contains” is called as x.contains(…)"),
    (
      "report.services.id == 'a'",
      "[id] “report.services” is a list; take “id” from its items with map, all, exists or filter"
    ),
    ("report.total + 1.5", "[report.total + 1.5] int and double do not mix; write decimal(…) around the int"),
    ("report.period.to + 1", "[report.period.to + 1] a date is moved with d.addDays(n), addMonths(n) or addYears(n)"),
    ("report.total == 'x'", "[report.total == 'x'] “==” cannot compare int with string"),
    ("report.total && true", "[report.total] “&&” wants a bool here, not int"),
    ("has(report)", "[has(report)] “has” wants one member, as in has(x.f)"),
    ("report.total = 1", "[=] “=” is not an operator; compare with “==”"),
    ("report.total ==", "[] the expression is not complete"),
    ("", "[] the expression is empty"),
    ("'a'.matches('(')", "['('] the pattern is not a regular expression of RE2: missing ): ("),
    ("date('2025-02-29') == report.period.to", "['2025-02-29'] there is no such date; dates are written 2025-12-31"),
    ("Foo{a: 1}", "[Foo{a: 1}] “Foo{…}” builds a message; the rule language has no messages"),
    ("report.services.max()", "[report.services.max()] “max” needs items that have an order; service has none"),
    ("report.services.all(s.id, true)", "[s.id] “all” wants a plain name for its variable here"),
    (
      "double(1) < decimal(2)",
      "[double(1) < decimal(2)] a decimal and a double do not mix exactly; write decimal(…) around the double"
    ),
  ])
  func `a mistake is refused where it is, with advice`(_ text: String, _ message: String) {
    #expect(Sample.refusal(text) == message)
  }

  @Test(arguments: [
    (
      "report.services.all(s, s.kind == 'mesaging')",
      "“mesaging” is not a code of serviceKind; did you mean “messaging”?"
    ),
    ("report.services.all(s, 'hostin' != s.kind)", "“hostin” is not a code of serviceKind; did you mean “hosting”?"),
    ("report.services.all(s, s.kind in ['hosting', 'mesaging'])", "did you mean “messaging”?"),
    ("report.services.all(s, has(s.covers) && 'newCSM' in s.covers)", "did you mean “newCSAM”?"),
    ("report.services.all(s, s.?covers.orValue([]).exists(c, c == 'solicitaton'))", "did you mean “solicitation”?"),
    (
      "report.services.all(s, s.kind == (s.private ? 'hosting' : 'xyz'))",
      "“xyz” is not a code of serviceKind; there are"
    ),
    ("report.services.map(s, s.kind) == ['hosting', 'mesaging']", "did you mean “messaging”?"),
  ])
  func `an unknown code is refused with the nearest one`(_ text: String, _ message: String) {
    #expect(Sample.refusal(text).contains(message))
  }

  @Test func `an assertion must be a bool`() {
    #expect(
      Sample.refusal("report.total", expecting: .bool)
        == "[report.total] the expression gives int; it must give bool")
  }

  @Test(arguments: [
    ("report.services.map(s, s.id)", "list(string)"), ("report.services", "list(service)"),
    ("report.services.filter(s, s.private)", "list(service)"), ("report.?budget", "optional_type(decimal)"),
    ("report.?budget.orValue(0)", "decimal"), ("report.?budget.orValue(0.5)", "decimal"),
    ("report.technologies.map(t, t.?flagged.orValue(0)).sum()", "int"), ("[1, 2].avg()", "decimal"),
    ("decimal(1) / 3", "decimal"), ("[].sum()", "dyn"), ("{'a': 1}.a", "int"), ("[1, 'a']", "list(dyn)"),
    ("report.services[0].kind", "code of serviceKind"), ("report.period.to.addDays(1)", "date"),
    ("report.services.map(s, s.?covers.orValue([])).flatten()", "list(code of target)"),
    ("true ? report.total : decimal(1)", "decimal"), ("[decimal(1), 0.5]", "list(decimal)"),
    ("report.?services[?0]", "optional_type(service)"),
  ])
  func `types are deduced`(_ text: String, _ type: String) throws {
    #expect(try Program.compile(text, in: Sample.environment()).type.description == type)
  }

  @Test func `a program tells which names it uses`() throws {
    let program = try Program.compile("report.total > parameters.minimum", in: Sample.environment())
    #expect(program.usedNames == ["report", "parameters.minimum"])
  }
}
