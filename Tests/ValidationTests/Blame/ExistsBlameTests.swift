import Testing

/// `exists` and `exists_one`.
struct ExistsBlameTests {
  @Test func `a false exists blames the list`() throws {
    try Blaming(
      expression: "report.services.exists(s, s.id == 'c')",
      json: #"{ "services": «[»{ "id": "a" }, { "id": "b" }] }"#,
      xml: "«<services»><service><id>a</id></service><service><id>b</id></service></services>"
    ).expect()
  }

  @Test func `an empty list is blamed too`() throws {
    try Blaming(
      expression: "report.services.exists(s, s.id == report.name)",
      json: #"{ "name": ‹"c"›, "services": «[»] }"#, xml: "<name>‹c›</name>«<services»/>"
    ).expect()
  }

  @Test func `beside the list what its items were compared with is blamed, and the outer binding`() throws {
    try Blaming(
      expression: "report.services.all(s, report.checks.exists(c, c.service == s.id && c.found >= report.limit))",
      json: """
        {
          "limit": ‹1›, "services": [{ "id": "a" }, «{» "id": ‹"b"› }],
          "checks": ‹[›{ "service": "a", "found": 2 }, { "service": "b", "found": 0 }]
        }
        """,
      xml: """
        <limit>‹1›</limit><services><service><id>a</id></service>«<service»><id>‹b›</id></service></services>
        ‹<checks›><check><service>a</service><found>2</found></check>
        <check><service>b</service><found>0</found></check></checks>
        """
    ).expect()
  }

  @Test func `a true exists blames every element that matches`() throws {
    try Blaming(
      expression: "!report.services.exists(s, s.users > 5)",
      json: #"{ "services": [«{» "users": ‹6› }, { "users": 5 }, ‹{› "users": ‹7› }] }"#,
      xml: """
        <services>«<service»><users>‹6›</users></service><service><users>5</users></service>
        ‹<service›><users>‹7›</users></service></services>
        """
    ).expect()
  }

  @Test func `exists_one blames the elements that match when there are several`() throws {
    try Blaming(
      expression: "report.services.exists_one(s, s.open)",
      json: #"{ "services": [«{» "open": ‹true› }, { "open": false }, ‹{› "open": ‹true› }] }"#,
      xml: """
        <services>«<service»><open>‹true›</open></service><service><open>false</open></service>
        ‹<service›><open>‹true›</open></service></services>
        """
    ).expect()
  }

  @Test func `exists_one without a match blames the list and what its items were compared with`() throws {
    try Blaming(
      expression: "report.services.exists_one(s, s.id == report.name)",
      json: #"{ "name": ‹"c"›, "services": «[»{ "id": "a" }] }"#,
      xml: "<name>‹c›</name>«<services»><service><id>a</id></service></services>"
    ).expect()
  }
}
