import Testing

/// `vigie rules select` and packs that say which reports they concern.
struct SelectTests {
  @Test func `a pack that does not concern the report is named with the reason and what says so`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("vigie rules select --rules belgium --rules au-bose --lang en good.json")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        belgium 1.0.0: applies
          Expectations for providers that serve Belgium
          25:25 /provider/countriesServed/0 = BE
          8 of 8 rules are in force for this report
        au-bose 1.0.0: does not apply
          Australia: Basic Online Safety Expectations
          The pack is for providers that offer services in Australia; the report does not name Australia among the countries served.
          25:24 /provider/countriesServed

        """)
  }

  @Test func `a check says which packs it did not apply, and applies those that are named`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let chosen = try place.run("vigie check good.json")
    #expect(chosen.output.contains("Australia: Basic Online Safety Expectations: The pack is for providers"))
    #expect(!chosen.output.contains("au-bose 1.0.0"))
    let named = try place.run("vigie check --rules au-bose good.json")
    #expect(named.output.contains("au-bose 1.0.0"))
    #expect(!named.output.contains("The pack is for providers"))
  }

  @Test func `what cannot be read is told with its place`() throws {
    let place = try Workplace()
    defer { place.remove() }
    let outcome = try place.run("printf '{' > bad.json; vigie rules select bad.json")
    #expect(outcome.code == 3)
    #expect(outcome.error.hasPrefix("vigie: bad.json:1:"))
  }
}
