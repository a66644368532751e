import Testing

/// `==`, `!=`, `<`, `<=`, `>`, `>=` and `in`.
struct ComparisonBlameTests {
  @Test(arguments: ["==", "<", "<="]) func `a comparison blames both sides`(_ operation: String) throws {
    try Blaming(
      expression: "report.total \(operation) report.limit",
      json: #"{ "limit": ‹4›, "total": «5» }"#, xml: "<limit>‹4›</limit><total>«5»</total>"
    ).expect()
  }

  @Test(arguments: ["!=", "<", ">"]) func `so it does where both are equal`(_ operation: String) throws {
    try Blaming(
      expression: "report.total \(operation) report.limit",
      json: #"{ "limit": ‹5›, "total": «5» }"#, xml: "<limit>‹5›</limit><total>«5»</total>"
    ).expect()
  }

  @Test(arguments: ["report.name == 'b'", "'b' == report.name", "report.name != 'a'"])
  func `beside a text only the value is blamed`(_ expression: String) throws {
    try Blaming(expression: expression, json: #"{ "name": «"a"» }"#, xml: "<name>«a»</name>").expect()
  }

  @Test func `one place read twice is blamed once`() throws {
    try Blaming(
      expression: "report.total + 0 == report.total + 1",
      json: #"{ "total": «5» }"#, xml: "<total>«5»</total>", workings: ["5 + 0 = 5 unequal 5 + 1 = 6"]
    ).expect()
  }

  @Test func `a membership blames the element and then the list`() throws {
    try Blaming(
      expression: "report.total in report.figures",
      json: #"{ "total": «5», "figures": ‹[›1, 2] }"#,
      xml: "<total>«5»</total>‹<figures›><figure>1</figure><figure>2</figure></figures>"
    ).expect()
  }

  @Test func `a membership in what items give blames the list and explains it by them`() throws {
    try Blaming(
      expression: "report.name in report.services.map(s, s.id)",
      json: #"{ "name": «"c"», "services": ‹[›{ "id": ‹"a"› }, { "id": ‹"b"› }] }"#,
      xml: "<name>«c»</name>‹<services›><service><id>‹a›</id></service><service><id>‹b›</id></service></services>"
    ).expect()
  }

  @Test(arguments: ["report.name in ['a', 'b']", "!(report.name in ['c'])", "!(report.total in [5])"])
  func `a membership in constants blames the element`(_ expression: String) throws {
    let isName = expression.contains("name")
    try Blaming(
      expression: expression,
      json: isName ? #"{ "name": «"c"», "total": 5 }"# : #"{ "name": "c", "total": «5» }"#,
      xml: isName ? "<name>«c»</name><total>5</total>" : "<name>c</name><total>«5»</total>"
    ).expect()
  }

  @Test func `a text in a list of the report blames the list`() throws {
    try Blaming(
      expression: "'c' in report.services.map(s, s.id)",
      json: #"{ "services": «[»{ "id": ‹"a"› }] }"#, xml: "«<services»><service><id>‹a›</id></service></services>"
    ).expect()
  }
}
