import Testing

/// `/`, `approx`, `within`, `ratioEquals` and `round`.
struct RatioBlameTests {
  @Test func `a ratio within a tolerance blames the rate, the part and the whole`() throws {
    try Blaming(
      expression: "approx(report.rate, decimal(report.part) / report.whole, 0.0005)",
      json: #"{ "part": ‹3›, "whole": ‹60›, "rate": «0.07» }"#,
      xml: "<part>‹3›</part><whole>‹60›</whole><rate>«0.07»</rate>", workings: ["3 / 60 = 0.05 unequal 0.07"]
    ).expect()
  }

  @Test func `ratioEquals shows its division`() throws {
    try Blaming(
      expression: "ratioEquals(report.part, report.whole, report.rate, 2)",
      json: #"{ "part": «3», "whole": ‹60›, "rate": ‹0.07› }"#,
      xml: "<part>«3»</part><whole>‹60›</whole><rate>‹0.07›</rate>", workings: ["3 / 60 = 0.05 unequal 0.07"]
    ).expect()
  }

  @Test func `a part that is a sum is put in brackets`() throws {
    try Blaming(
      expression: "ratioEquals(report.part + report.limit, report.whole, report.rate, 2)",
      json: #"{ "part": «3», "limit": ‹3›, "whole": ‹60›, "rate": ‹0.07› }"#,
      xml: "<part>«3»</part><limit>‹3›</limit><whole>‹60›</whole><rate>‹0.07›</rate>",
      workings: ["( 3 + 3 ) / 60 = 0.1 unequal 0.07"]
    ).expect()
  }

  @Test func `within blames both figures`() throws {
    try Blaming(
      expression: "within(report.total, report.limit, 50)",
      json: #"{ "total": «12», "limit": ‹5› }"#, xml: "<total>«12»</total><limit>‹5›</limit>"
    ).expect()
  }

  @Test func `a rounded result says so`() throws {
    try Blaming(
      expression: "(decimal(report.part) / report.whole).round(2) == report.rate",
      json: #"{ "part": «1», "whole": ‹3›, "rate": ‹0.34› }"#,
      xml: "<part>«1»</part><whole>‹3›</whole><rate>‹0.34›</rate>", workings: ["1 / 3 ~ 0.33 unequal 0.34"]
    ).expect()
  }
}
