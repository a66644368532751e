import Testing

/// `filter`, `map`, `size`, indices, `isUnique`, `distinct` and the functions that give an item.
struct ListBlameTests {
  @Test func `a filter blames the list and explains by the items that it keeps`() throws {
    try Blaming(
      expression: "report.services.filter(s, !s.open).size() == 0",
      json: #"{ "services": «[»‹{› "open": false }, { "open": true }] }"#,
      xml: """
        «<services»>‹<service›><open>false</open></service><service><open>true</open></service></services>
        """
    ).expect()
  }

  @Test func `a filter that keeps nothing blames what its items were compared with`() throws {
    try Blaming(
      expression: "report.services.filter(s, s.users > report.limit).size() > 0",
      json: #"{ "limit": ‹9›, "services": «[»{ "users": 8 }] }"#,
      xml: "<limit>‹9›</limit>«<services»><service><users>8</users></service></services>"
    ).expect()
  }

  @Test func `a chain of filter and map blames the list and what the kept items give`() throws {
    try Blaming(
      expression: "report.services.filter(s, s.open).map(s, s.id).join(',') == report.name",
      json: #"{ "name": ‹"b"›, "services": «[»‹{› "id": ‹"a"›, "open": true }, { "id": "b", "open": false }] }"#,
      xml: """
        <name>‹b›</name>«<services»>‹<service›><id>‹a›</id><open>true</open></service>
        <service><id>b</id><open>false</open></service></services>
        """
    ).expect()
  }

  @Test func `a size blames what is counted`() throws {
    try Blaming(
      expression: "size(report.figures) == report.total",
      json: #"{ "total": ‹3›, "figures": «[»1, 2] }"#,
      xml: "<total>‹3›</total>«<figures»><figure>1</figure><figure>2</figure></figures>"
    ).expect()
  }

  @Test func `the size of a text blames the text`() throws {
    try Blaming(expression: "report.name.size() > 3", json: #"{ "name": «"abc"» }"#, xml: "<name>«abc»</name>").expect()
  }

  @Test func `an index blames the item`() throws {
    try Blaming(
      expression: "report.figures[1] > 3",
      json: #"{ "figures": [1, «2»] }"#, xml: "<figures><figure>1</figure><figure>«2»</figure></figures>"
    ).expect()
  }

  @Test func `isUnique blames each repetition and explains it by the first`() throws {
    try Blaming(
      expression: "report.services.map(s, s.id).isUnique()",
      json: #"{ "services": [{ "id": ‹"a"› }, { "id": "b" }, { "id": «"a"» }, { "id": ‹"a"› }] }"#,
      xml: """
        <services><service><id>‹a›</id></service><service><id>b</id></service><service><id>«a»</id></service>
        <service><id>‹a›</id></service></services>
        """
    ).expect()
  }

  @Test func `distinct blames the repetitions, beside the list that it is compared with`() throws {
    try Blaming(
      expression: "report.figures.distinct().size() == report.figures.size()",
      json: #"{ "figures": ‹[›‹1›, 2, «1»] }"#,
      xml: "‹<figures›><figure>‹1›</figure><figure>2</figure><figure>«1»</figure></figures>"
    ).expect()
  }

  @Test(arguments: [("max", "< 9"), ("min", "> 9")])
  func `the greatest and the smallest blame the item`(_ function: String, _ bound: String) throws {
    let isMax = function == "max"
    let (first, last) = isMax ? ("1", "«9»") : ("«1»", "9")
    try Blaming(
      expression: "report.figures.\(function)() \(bound)", json: "{ \"figures\": [\(first), 4, \(last)] }",
      xml: "<figures><figure>\(first)</figure><figure>4</figure><figure>\(last)</figure></figures>"
    ).expect()
  }
}
