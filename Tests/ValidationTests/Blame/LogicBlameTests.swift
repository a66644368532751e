import Testing

/// `&&`, `||`, `!` and `?:`.
struct LogicBlameTests {
  @Test func `a false and blames its false operand`() throws {
    try Blaming(
      expression: "report.total > 0 && report.limit > 0",
      json: #"{ "total": 5, "limit": «0» }"#, xml: "<total>5</total><limit>«0»</limit>"
    ).expect()
  }

  @Test func `a false and blames both operands when both are false`() throws {
    try Blaming(
      expression: "report.total > 0 && report.limit > 0",
      json: #"{ "total": «0», "limit": ‹0› }"#, xml: "<total>«0»</total><limit>‹0›</limit>"
    ).expect()
  }

  @Test func `behind a guard that does not hold nothing is blamed`() throws {
    try Blaming(
      expression: "has(report.risk) && has(report.risk.level) && report.risk.level < report.limit",
      json: #"«{» "limit": 3 }"#, xml: #"«<report» xmlns="urn:example"><limit>3</limit></report>"#,
      missing: ["/risk"]
    ).expect()
  }

  @Test func `a true and blames both operands`() throws {
    try Blaming(
      expression: "!(report.total > 0 && report.limit > 0)",
      json: #"{ "total": «5», "limit": ‹4› }"#, xml: "<total>«5»</total><limit>‹4›</limit>"
    ).expect()
  }

  @Test func `a false or blames all operands`() throws {
    try Blaming(
      expression: "report.total > 9 || report.limit > 9 || report.part > 9",
      json: #"{ "total": «5», "limit": ‹4›, "part": ‹3›, "whole": 2 }"#,
      xml: "<total>«5»</total><limit>‹4›</limit><part>‹3›</part><whole>2</whole>"
    ).expect()
  }

  @Test func `a true or blames the operand that holds`() throws {
    try Blaming(
      expression: "!(report.total > 9 || report.limit > 3)",
      json: #"{ "total": 5, "limit": «4» }"#, xml: "<total>5</total><limit>«4»</limit>"
    ).expect()
  }

  @Test func `a negation blames what its operand rests on`() throws {
    try Blaming(
      expression: "!!!report.services[0].open",
      json: #"{ "services": [ { "id": "a", "open": «true» } ] }"#,
      xml: "<services><service><id>a</id><open>«true»</open></service></services>"
    ).expect()
  }

  @Test func `a conditional blames the branch that was taken and then its condition`() throws {
    try Blaming(
      expression: "report.total > 3 ? report.limit > 9 : report.part > 9",
      json: #"{ "total": ‹5›, "limit": «4», "part": 3 }"#,
      xml: "<total>‹5›</total><limit>«4»</limit><part>3</part>"
    ).expect()
  }
}
