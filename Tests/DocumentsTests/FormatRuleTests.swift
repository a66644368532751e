import Documents
import Findings
import Testing

struct FormatRuleTests {
  @Test func `every rule of form has an id of its own, a basis and words in four languages`() {
    #expect(Set(FormatRule.all.map(\.id)).count == FormatRule.all.count)
    for rule in FormatRule.all {
      #expect(rule.pack == "vigie" && rule.status == .format && rule.severity == .error)
      for language in Language.allCases {
        #expect(!rule.title[language].isEmpty && !rule.title[language].hasSuffix("."), "\(rule.id) \(language)")
        #expect(rule.help[language].hasSuffix("."), "\(rule.id) \(language)")
      }
      #expect(Set(Language.allCases.map { rule.title[$0] }).count == 4, "\(rule.id)")
    }
  }
}
