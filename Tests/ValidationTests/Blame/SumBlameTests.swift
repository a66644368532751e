import Testing

/// `sum`, `avg`, `sumBy` and the arithmetic operators.
struct SumBlameTests {
  @Test func `a sum blames the list first, then what is stated, and explains by the items`() throws {
    try Blaming(
      expression: "report.figures.sum() == report.total",
      json: #"{ "figures": «[»‹12›, ‹7›, ‹3›], "total": ‹23› }"#,
      xml: "«<figures»><figure>‹12›</figure><figure>‹7›</figure><figure>‹3›</figure></figures><total>‹23›</total>",
      workings: ["12 + 7 + 3 = 22 unequal 23"]
    ).expect()
  }

  @Test(arguments: [
    "report.services.map(s, s.users).sum() <= report.limit", "report.services.sumBy(s, s.users) <= report.limit",
  ]) func `a sum of members blames the list and explains by the members`(_ expression: String) throws {
    try Blaming(
      expression: expression,
      json: #"{ "limit": ‹18›, "services": «[»{ "users": ‹12› }, { "users": ‹7› }] }"#,
      xml: """
        <limit>‹18›</limit>«<services»><service><users>‹12›</users></service><service><users>‹7›</users></service></services>
        """, workings: ["12 + 7 = 19 greater 18"]
    ).expect()
  }

  @Test func `an absent member counts as nothing and is named where it belongs`() throws {
    try Blaming(
      expression: "report.services.map(s, s.?score.orValue(0)).sum() == report.total",
      json: #"{ "total": ‹5›, "services": «[»‹{› "id": "a" }, { "score": ‹4› }] }"#,
      xml: """
        <total>‹5›</total>«<services»>‹<service›><id>a</id></service><service><score>‹4›</score></service></services>
        """, missing: ["/services/0/score"], workings: ["0 + 4 = 4 unequal 5"]
    ).expect()
  }

  @Test func `the sum of an empty list is no calculation to show`() throws {
    try Blaming(
      expression: "report.figures.sum() == report.total",
      json: #"{ "figures": «[»], "total": ‹5› }"#, xml: "«<figures»/><total>‹5›</total>"
    ).expect()
  }

  @Test func `a long sum is cut short and says how many figures it leaves out`() throws {
    let figures = (1...108).map { "\($0)" }
    let marked = figures.prefix(100).map { "‹\($0)›" } + figures.dropFirst(100)
    try Blaming(
      expression: "report.figures.sum() == report.total",
      json: "{ \"figures\": «[»" + marked.joined(separator: ", ") + "], \"total\": ‹1› }",
      xml: "«<figures»>" + marked.map { "<figure>\($0)</figure>" }.joined() + "</figures><total>‹1›</total>",
      workings: ["1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + [100] = 5886 unequal 1"], omitted: 8
    ).expect()
  }

  @Test func `an average shows sum and number`() throws {
    try Blaming(
      expression: "report.figures.map(f, decimal(f)).avg() < 2.5",
      json: #"{ "figures": «[»‹2›, ‹4›] }"#, xml: "«<figures»><figure>‹2›</figure><figure>‹4›</figure></figures>",
      workings: ["( 2 + 4 ) / 2 = 3 greater 2.5"]
    ).expect()
  }

  @Test func `operators keep their brackets`() throws {
    try Blaming(
      expression: "report.total == (report.part + 2) * (report.whole - (report.limit - 1)) - -1",
      json: #"{ "total": «9», "part": ‹1›, "whole": ‹6›, "limit": ‹2› }"#,
      xml: "<total>«9»</total><part>‹1›</part><whole>‹6›</whole><limit>‹2›</limit>",
      workings: ["( 1 + 2 ) * ( 6 - ( 2 - 1 ) ) - ( -1 ) = 16 unequal 9"]
    ).expect()
  }

  @Test func `two calculations are shown against each other`() throws {
    try Blaming(
      expression: "report.part + report.whole <= report.total - report.limit",
      json: #"{ "part": «3», "whole": ‹4›, "total": ‹9›, "limit": ‹5› }"#,
      xml: "<part>«3»</part><whole>‹4›</whole><total>‹9›</total><limit>‹5›</limit>",
      workings: ["3 + 4 = 7 greater 9 - 5 = 4"]
    ).expect()
  }

  @Test func `a comparison without arithmetic has no calculation`() throws {
    try Blaming(
      expression: "report.services.filter(s, s.open).size() >= report.limit",
      json: #"{ "limit": ‹2›, "services": «[»‹{› "open": true }] }"#,
      xml: "<limit>‹2›</limit>«<services»>‹<service›><open>true</open></service></services>"
    ).expect()
  }

  @Test func `a calculation that did not decide is not shown`() throws {
    try Blaming(
      expression: "report.part + 1 > 0 && report.whole + 1 > 9",
      json: #"{ "part": 3, "whole": «4» }"#, xml: "<part>3</part><whole>«4»</whole>",
      workings: ["4 + 1 = 5 less 9"]
    ).expect()
  }
}
