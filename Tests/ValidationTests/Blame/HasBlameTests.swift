import Testing

/// `has`, optional members and `orValue`.
struct HasBlameTests {
  @Test func `an absent member is blamed on its parent, where it belongs`() throws {
    try Blaming(
      expression: "has(report.services[0].score)",
      json: #"{ "services": [«{» "id": "a" }] }"#,
      xml: "<services>«<service»><id>a</id></service></services>", missing: ["/services/0/score"]
    ).expect()
  }

  @Test func `a member below an absent one is blamed on the absent one`() throws {
    try Blaming(
      expression: "has(report.risk) && has(report.risk.level)",
      json: #"«{» "total": 1 }"#, xml: #"«<report» xmlns="urn:example"><total>1</total></report>"#,
      missing: ["/risk"]
    ).expect()
  }

  @Test func `a member that should not be there is blamed itself`() throws {
    try Blaming(
      expression: "!has(report.note)", json: #"{ "note": «"x"» }"#, xml: "<note>«x»</note>"
    ).expect()
  }

  @Test func `a value that stands in for an absent member is blamed where the member belongs`() throws {
    try Blaming(
      expression: "report.services[0].?score.orValue(0) >= report.limit",
      json: #"{ "limit": ‹1›, "services": [«{» "id": "a" }] }"#,
      xml: "<limit>‹1›</limit><services>«<service»><id>a</id></service></services>", missing: ["/services/0/score"]
    ).expect()
  }

  @Test func `a member that is there is blamed itself`() throws {
    try Blaming(
      expression: "report.?score.orValue(9) >= report.limit",
      json: #"{ "limit": ‹2›, "score": «1» }"#, xml: "<limit>‹2›</limit><score>«1»</score>"
    ).expect()
  }

  @Test func `an empty optional passes the blame on to what is used instead`() throws {
    try Blaming(
      expression: "report.services[0].?score.or(report.?score).orValue(0) > 5",
      json: #"{ "score": ‹3›, "services": [«{» "id": "a" }] }"#,
      xml: "<score>‹3›</score><services>«<service»><id>a</id></service></services>", missing: ["/services/0/score"]
    ).expect()
  }

  @Test func `optMap blames the member that it maps`() throws {
    try Blaming(
      expression: "report.?score.optMap(s, s * 2).orValue(0) > 9",
      json: #"{ "score": «3» }"#, xml: "<score>«3»</score>"
    ).expect()
  }
}
