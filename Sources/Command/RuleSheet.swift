import CEL
import Findings
import Rendering
import Validation

/// What `vigie rules show` prints of one rule.
enum RuleSheet {
  static func text(_ rule: Rule, pack: Pack, in language: Language) -> String {
    var out = head(rule.descriptor, in: language)
    if let strand = pack.strands.first(where: { $0.id == rule.descriptor.strand }) {
      out += "\(strand.id) \(visible(strand.title[language]))\n"
    }
    out += foot(rule.descriptor, in: language)
    out += "\n\(visible(rule.message[language]))\n"
    if let applies = rule.applies { out += "\napplies.when: \(applies.when.text)\n" }
    if rule.needsPrevious { out += "needs: previous\n" }
    if let binding = rule.binding { out += "for \(binding.name): \(binding.expression.text)\n" }
    for named in rule.lets { out += "let \(named.name): \(named.expression.text)\n" }
    switch rule.assertion {
    case .expression(let expression): out += "assert: \(expression.text)\n"
    case .kind(let call):
      out += "kind: \(call.kind.rawValue)\n"
      for parameter in call.parameters {
        out += "  \(parameter.name): \(visible(parameter.texts.joined(separator: ", ")))\n"
      }
    }
    for example in rule.examples { out += "\(example.expect.rawValue): \(visible(example.title))\n" }
    return out
  }

  /// A rule of form has no expression and no examples.
  static func text(_ rule: RuleDescriptor, in language: Language) -> String {
    head(rule, in: language) + foot(rule, in: language)
  }

  private static func head(_ rule: RuleDescriptor, in language: Language) -> String {
    "\(rule.id)  \(visible(rule.title[language]))\n\(Words.severity(rule.severity)[language])\n"
  }

  private static func foot(_ rule: RuleDescriptor, in language: Language) -> String {
    var out = ""
    for citation in rule.basis {
      out += "\(visible(citation.title)), \(visible(citation.clause))" + (citation.url.map { " <\($0)>" } ?? "") + "\n"
    }
    return out + "\n\(visible(rule.help[language]))\n"
  }
}
