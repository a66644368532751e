import Documents
import Findings
import Schemas
import Testing
import Validation

/// A rule that needs more steps than its report allows cannot tell, and says which loop it was.
struct BudgetTests {
  static let schema = """
    {"$id": "urn:example:numbers", "x-root": "report", "type": "object", "required": ["numbers"],
     "properties": {"numbers": {"type": "array", "items": {"type": "integer"}, "x-item": "number"}}}
    """

  /// The outcome of one assertion on a list of as many different numbers.
  ///
  /// - Parameters:
  ///   - few: What a `let` of that name gives.
  ///   - element: The name of each number, when the rule has one outcome for each.
  private func outcome(
    _ assertion: String, few: String? = nil, for element: String? = nil, count: Int
  ) throws -> Outcome {
    try #require(try outcomes(assertion, few: few, for: element, count: count).first)
  }

  private func outcomes(
    _ assertion: String, few: String? = nil, for element: String? = nil, count: Int
  ) throws -> [Outcome] {
    let text = #"{"en": "e", "fr": "f", "nl": "n", "de": "d"}"#
    let definitions = few.map { #""let": {"few": "\#($0)"},"# } ?? ""
    let loop = element.map { #""for": {"\#($0)": "report.numbers"},"# } ?? ""
    let bundle = """
      {"digest": "", "pack": {"id": "p", "version": "1", "schema": "urn:example:numbers", "title": \(text),
       "sources": {"s": {"title": "t"}}}, "rules": [
       {"file": "loops.yaml", "id": "L-1", "title": \(text), "severity": "error", "status": "plausibility",
        "basis": [{"source": "s", "clause": "c"}],
        \(loop) \(definitions) "assert": "\(assertion)", "message": \(text), "help": \(text)}]}
      """
    var reader = JSONReader()
    let schema = try Schema(compiling: reader.read(Array(Self.schema.utf8)).document)
    let pack = try PackReader.read(json: Array(bundle.utf8), name: "pack.json")
    let checker = try Checker(schema: schema, packs: [pack], version: "0")
    let numbers = (0..<count).map(String.init).joined(separator: ",")
    let document = reader.read(Array(#"{"numbers": [\#(numbers)]}"#.utf8)).document
    return checker.outcomes(of: Binder.bind(document, to: schema).bound, isValid: true).outcomes
  }

  @Test func `the reason names the rule, the loop, its place and its size in four languages`() throws {
    let inner = "report.numbers.all(c, a * b * c < 0 || c >= 0)"
    let found = try outcome("report.numbers.all(a, report.numbers.all(b, \(inner)))", count: 200)
    let wanted = LocalizedText(
      en: "The rule L-1 used up its budget of 41,400 steps on this report in the loop “\(inner)” "
        + "(loops.yaml, assert, column 45), which runs over 200 elements.",
      fr: "La règle L-1 a épuisé son budget de \(Language.fr.integer(41_400)) pas sur ce rapport dans la boucle "
        + "« \(inner) » (loops.yaml, assert, colonne 45), qui parcourt 200 éléments.",
      nl: "De regel L-1 heeft haar budget van 41.400 stappen op dit verslag opgebruikt in de lus “\(inner)” "
        + "(loops.yaml, assert, kolom 45), die over 200 elementen loopt.",
      de:
        "Die Regel L-1 hat ihr Budget von \(Language.de.integer(41_400)) Schritten bei diesem Bericht in der Schleife "
        + "„\(inner)“ (loops.yaml, assert, Spalte 45) aufgebraucht, die über 200 Elemente läuft.")
    #expect(found == Outcome(rule: "L-1", outcome: .cantTell, reason: wanted))
  }

  @Test func `a loop in a let is placed there`() throws {
    let loop = "report.numbers.all(a, report.numbers.all(b, report.numbers.all(c, a * b * c < 0 || c >= 0)))"
    let found = try outcome("few", few: loop, count: 200)
    #expect(found.outcome == .cantTell)
    #expect(found.reason?.en.contains("(loops.yaml, let.few, column 45)") == true)
  }

  @Test func `the budget grows with the report, so that what is linear never runs out`() throws {
    for count in [10, 1_000, 20_000] {
      let found = try outcome("report.numbers.all(a, report.numbers.exists_one(b, b == a))", count: count)
      #expect(found.outcome == .passed)
    }
  }

  @Test(
    arguments: [
      ("n in report.numbers.map(m, m + 0)", nil),
      ("report.numbers.map(m, m + 0).filter(m, m >= 0).size() > n", nil),
      ("few >= n", "report.numbers.map(m, m + 0).max()"),
      ("n >= 0 && few.exists(m, m == n)", "report.numbers.map(m, m + 0)"),
    ] as [(String, String?)])
  func `what is the same for every element is worked out once`(_ assertion: String, _ few: String?) throws {
    let found = try outcomes(assertion, few: few, for: "n", count: 3_000)
    #expect(found.count == 3_000)
    #expect(found.filter { $0.outcome != .passed }.map(\.path) == [])
  }

  @Test func `what depends on the element is worked out for each`() throws {
    let found = try outcomes("few.sum() == 3 * n", few: "[n, n, n].map(m, m + 0)", for: "n", count: 50)
    #expect(found.filter { $0.outcome != .passed }.map(\.path) == [])
  }
}
