import CEL
import Documents
import Findings

extension ErrorReasons {
  /// The steps of a rule ran out in a loop: which rule, which loop and where it stands, how many elements it has.
  static func exhausted(_ limit: Int, _ loop: EvaluationError.Loop, rule: CompiledRule) -> LocalizedText {
    let id = rule.rule.descriptor.id
    let place = part(of: rule, loop.expression).map { "\(rule.rule.file), \($0)" } ?? "pack.yaml"
    let text = BoundDocument.cut(loop.text)
    return LocalizedText(
      en: "The rule \(id) used up its budget of \(Language.en.integer(limit)) steps on this report in the loop "
        + "“\(text)” (\(place), column \(loop.column)), which runs over \(Language.en.integer(loop.count)) elements.",
      fr: "La règle \(id) a épuisé son budget de \(Language.fr.integer(limit)) pas sur ce rapport dans la boucle "
        + "« \(text) » (\(place), colonne \(loop.column)), qui parcourt \(Language.fr.integer(loop.count)) éléments.",
      nl: "De regel \(id) heeft haar budget van \(Language.nl.integer(limit)) stappen op dit verslag opgebruikt in de "
        + "lus “\(text)” (\(place), kolom \(loop.column)), die over \(Language.nl.integer(loop.count)) elementen loopt.",
      de: "Die Regel \(id) hat ihr Budget von \(Language.de.integer(limit)) Schritten bei diesem Bericht in der "
        + "Schleife „\(text)“ (\(place), Spalte \(loop.column)) aufgebraucht, die über "
        + "\(Language.de.integer(loop.count)) Elemente läuft.")
  }

  /// The member of the rule's file that holds an expression; nil for one of `pack.yaml`.
  private static func part(of compiled: CompiledRule, _ expression: String) -> String? {
    // A kind is an assertion too; its text is the CEL that `vigie rules explain` shows.
    if compiled.assertion.text == expression { return "assert" }
    let rule = compiled.rule
    if let named = rule.lets.first(where: { $0.expression.text == expression }) { return "let.\(named.name)" }
    if let named = rule.binding, named.expression.text == expression { return "for.\(named.name)" }
    return rule.applies?.when.text == expression ? "applies.when" : nil
  }
}
