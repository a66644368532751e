import Findings

/// The rules without findings: what could not be decided, what is met, what does not apply.
struct RulesHTML {
  let result: Result
  let level: Int

  func write(to page: inout HTMLWriter) {
    let endings = RuleEnding.all(of: result)
    let lists: [(kind: OutcomeKind, title: LocalizedText)] = [
      (.cantTell, Words.undecidedRules), (.passed, Words.passedRules), (.inapplicable, Words.inapplicableRules),
    ]
    for (kind, title) in lists {
      let rules = endings.filter { $0.kind == kind }
      // What is undecided bears on the verdict, so it is not folded away.
      let attributes: HTMLWriter.Attributes =
        kind == .cantTell && !rules.isEmpty ? ["class": "rules", "open": ""] : ["class": "rules"]
      page.element("details", attributes) { page in
        page.element("summary") { page in
          page.words(title)
          page.text(" ")
          page.element("span", ["class": "number"]) { page in page.words { $0.integer(rules.count) } }
        }
        if rules.isEmpty {
          page.element("p", ["class": "meta"]) { $0.words(Words.none) }
        } else {
          page.element("ul", ["class": "rulelist"]) { page in
            for rule in rules { page.element("li") { write(rule, to: &$0) } }
          }
        }
      }
    }
  }

  private func write(_ rule: RuleEnding, to page: inout HTMLWriter) {
    page.code(rule.id)
    page.text(" ")
    if let title = rule.descriptor?.title { page.words(title) }
    for (reason, paths) in rule.reasons {
      page.element("span", ["class": "reason"]) { page in
        page.prose(reason)
        for path in paths.filter({ !$0.isEmpty }).prefix(Self.pathLimit) {
          page.text(" ")
          page.code(path)
        }
        if paths.count > Self.pathLimit {
          page.text(" … ")
          page.words(Words.places.filled(paths.count))
        }
      }
    }
  }

  /// How many paths a reason names; the number of all stands behind them.
  private static let pathLimit = 5
}
