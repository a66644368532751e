import Testing

/// Functions of dates and texts, definitions, `cel.bind` and the report before.
struct FunctionBlameTests {
  @Test func `a date that is moved is blamed on the date`() throws {
    try Blaming(
      expression: "report.from.addYears(1).addDays(-1) == report.to",
      json: #"{ "from": «"2025-01-01"», "to": ‹"2025-12-30"› }"#,
      xml: "<from>«2025-01-01»</from><to>‹2025-12-30›</to>"
    ).expect()
  }

  @Test func `the days between two dates are blamed on both`() throws {
    try Blaming(
      expression: "report.from.daysUntil(report.to) >= 364",
      json: #"{ "from": «"2025-01-01"», "to": ‹"2025-06-30"› }"#,
      xml: "<from>«2025-01-01»</from><to>‹2025-06-30›</to>"
    ).expect()
  }

  @Test(arguments: [
    "report.name.startsWith('x')", "report.name.matches('^[0-9]+$')", "report.name.upperAscii() == 'B'",
  ])
  func `a function of a text blames the text`(_ expression: String) throws {
    try Blaming(expression: expression, json: #"{ "name": «"abc"» }"#, xml: "<name>«abc»</name>").expect()
  }

  @Test func `a let is blamed on what its expression reads, however often it is used`() throws {
    try Blaming(
      expression: "both == report.total || both == report.limit",
      json: #"{ "part": «1», "whole": ‹2›, "total": ‹4›, "limit": ‹5› }"#,
      xml: "<part>«1»</part><whole>‹2›</whole><total>‹4›</total><limit>‹5›</limit>",
      lets: [("both", "report.part + report.whole")],
      workings: ["1 + 2 = 3 unequal 4", "1 + 2 = 3 unequal 5"]
    ).expect()
  }

  @Test func `a let that is a truth is blamed as if it stood there`() throws {
    try Blaming(
      expression: "covered || report.total == 0",
      json: #"{ "total": ‹1›, "checks": «[»{ "service": "a" }] }"#,
      xml: "<total>‹1›</total>«<checks»><check><service>a</service></check></checks>",
      lets: [("covered", "report.checks.exists(c, c.service == 'b')")]
    ).expect()
  }

  @Test func `a bound variable is blamed on what its value rests on`() throws {
    try Blaming(
      expression: "cel.bind(both, report.part + report.whole, both == report.total)",
      json: #"{ "part": «1», "whole": ‹2›, "total": ‹4› }"#,
      xml: "<part>«1»</part><whole>‹2›</whole><total>‹4›</total>", workings: ["1 + 2 = 3 unequal 4"]
    ).expect()
  }

  @Test func `a bound variable that was not read is not blamed`() throws {
    try Blaming(
      expression: "cel.bind(both, report.part + report.whole, report.total == 0 && both > 0)",
      json: #"{ "part": 1, "whole": 2, "total": «4» }"#, xml: "<part>1</part><whole>2</whole><total>«4»</total>"
    ).expect()
  }

  @Test func `the report of the period before has places of its own`() throws {
    try Blaming(
      expression: "report.total <= previous.total * 2",
      json: #"{ "total": «9» }"#, xml: "<total>«9»</total>",
      previous: (#"{ "limit": 1, "total": ‹4› }"#, "<limit>1</limit><total>‹4›</total>"),
      workings: ["4 * 2 = 8 less 9"]
    ).expect()
  }

  @Test func `a member that is absent in the report before is blamed there`() throws {
    try Blaming(
      expression: "!has(report.score) || has(previous.score)",
      json: #"{ "score": «9» }"#, xml: "<score>«9»</score>",
      previous: (#"‹{› "limit": 1 }"#, #"‹<report› xmlns="urn:example"><limit>1</limit></report>"#), missing: ["/score"]
    ).expect()
  }
}
