import Testing

/// `all`.
struct AllBlameTests {
  @Test func `every element that fails is blamed, with what it fails by`() throws {
    try Blaming(
      expression: "report.services.all(s, s.open)",
      json: """
        { "services": [
          «{» "id": "a", "open": ‹false› },
          { "id": "b", "open": true },
          ‹{› "id": "c", "open": ‹false› }
        ] }
        """,
      xml: """
        <services>
          «<service»><id>a</id><open>‹false›</open></service>
          <service><id>b</id><open>true</open></service>
          ‹<service›><id>c</id><open>‹false›</open></service>
        </services>
        """
    ).expect()
  }

  @Test func `a scalar that fails is one place`() throws {
    try Blaming(
      expression: "report.figures.all(f, f < report.limit)",
      json: #"{ "limit": ‹5›, "figures": [3, «7», 4, ‹9›] }"#,
      xml: """
        <limit>‹5›</limit><figures><figure>3</figure><figure>«7»</figure><figure>4</figure><figure>‹9›</figure></figures>
        """
    ).expect()
  }

  @Test func `an absent member is blamed where it belongs`() throws {
    try Blaming(
      expression: "report.services.all(s, has(s.score) && s.score > 0)",
      json: #"{ "services": [ { "id": "a", "score": 1 }, «‹{›» "id": "b" } ] }"#,
      xml: "<services><service><id>a</id><score>1</score></service>«‹<service›»><id>b</id></service></services>",
      missing: ["/services/1/score"]
    ).expect()
  }

  @Test func `with two variables the item is what is blamed`() throws {
    try Blaming(
      expression: "report.figures.all(i, f, f > i)",
      json: #"{ "figures": [3, «1»] }"#, xml: "<figures><figure>3</figure><figure>«1»</figure></figures>"
    ).expect()
  }

  @Test func `computed elements are blamed on what the list rests on`() throws {
    try Blaming(
      expression: "report.services.map(s, s.users + 1).all(n, n > 5)",
      json: #"{ "services": «[»{ "id": "a", "users": ‹2› }] }"#,
      xml: "«<services»><service><id>a</id><users>‹2›</users></service></services>"
    ).expect()
  }

  @Test func `a true all blames the list`() throws {
    try Blaming(
      expression: "!report.figures.all(f, f > 0)",
      json: #"{ "figures": «[»3, 1] }"#, xml: "«<figures»><figure>3</figure><figure>1</figure></figures>"
    ).expect()
  }

  @Test func `a hundred elements are listed and the others are counted`() throws {
    let figures = (0..<130).map { $0 == 0 ? "«-1»" : $0 < 100 ? "‹-\($0)›" : "-\($0)" }
    try Blaming(
      expression: "report.figures.all(f, f > 0)",
      json: "{ \"figures\": [" + figures.joined(separator: ", ") + "] }",
      xml: "<figures>" + figures.map { "<figure>\($0)</figure>" }.joined() + "</figures>", omitted: 30
    ).expect()
  }
}
