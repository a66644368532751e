import CEL
import Findings
import Rendering
import Validation

/// What `vigie rules explain` prints of one rule.
struct ExplanationSheet {
  let rule: Rule
  let pack: Pack
  let explanation: RuleExplanation
  let language: Language

  var text: String {
    var out = "\(rule.descriptor.id)  \(visible(rule.descriptor.title[language]))\n"
    if case .kind(let call) = rule.assertion { out += visible(KindSentence.of(call)[language]) + "\n" }
    out += section(Self.basis, rule.descriptor.basis.map { "\($0.title), \($0.clause)" })
    out += section(LocalizedText(verbatim: "CEL"), cel)
    let width = explanation.names.map(\.name.count).max() ?? 0
    out += section(
      Self.names,
      explanation.names.map { $0.name + String(repeating: " ", count: width - $0.name.count) + "  " + $0.type })
    out += section(Self.cost, cost)
    out += section(
      Self.examples,
      rule.examples.map { "\(Words.outcome($0.expect)[language]): \($0.title)" })
    return out
  }

  private func section(_ title: LocalizedText, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(title[language])\n" + lines.map { "  \(visible($0))\n" }.joined()
  }

  private var cel: [String] {
    var lines: [String] = []
    if let applies = rule.applies { lines.append("applies.when: \(applies.when.text)") }
    if let binding = rule.binding { lines.append("for \(binding.name): \(binding.expression.text)") }
    for named in rule.lets { lines.append("let \(named.name): \(named.expression.text)") }
    if case .kind(let call) = rule.assertion {
      lines.append("kind \(call.kind.rawValue): \(explanation.assertion)")
    } else {
      lines.append("assert: \(explanation.assertion)")
    }
    return lines
  }

  private var cost: [String] {
    switch explanation.cost.degree {
    case 0: return [Self.constant[language]]
    case 1: return [Self.linear[language] + " " + explanation.cost.leading.map { $0[0] }.joined(separator: ", ")]
    case let degree:
      let name = degree == 2 ? Self.quadratic[language] : "O(n^\(degree))"
      return explanation.cost.leading.map { name + " " + $0.joined(separator: " × ") }
    }
  }

  private static let basis = LocalizedText(en: "Basis", fr: "Fondement", nl: "Grondslag", de: "Grundlage")
  private static let names = LocalizedText(en: "Names", fr: "Noms", nl: "Namen", de: "Namen")
  private static let cost = LocalizedText(en: "Cost", fr: "Coût", nl: "Kosten", de: "Aufwand")
  private static let examples = LocalizedText(en: "Examples", fr: "Exemples", nl: "Voorbeelden", de: "Beispiele")
  private static let constant = LocalizedText(
    en: "constant: the same for every report", fr: "constant : le même pour tout rapport",
    nl: "constant: hetzelfde voor elk verslag", de: "konstant: derselbe für jeden Bericht")
  private static let linear = LocalizedText(
    en: "linear in", fr: "linéaire selon", nl: "lineair in", de: "linear in")
  private static let quadratic = LocalizedText(
    en: "quadratic in", fr: "quadratique selon", nl: "kwadratisch in", de: "quadratisch in")
}
