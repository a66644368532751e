public import Findings

/// The product's own words in four languages, in the idiom of Belgian and Union administration.
///
/// Everything that a renderer says and that neither a rule pack nor a report says stands in this folder.
public enum Words {
  /// The verdict as a sentence.
  public static func verdict(_ verdict: Verdict) -> LocalizedText {
    switch verdict {
    case .conformant:
      LocalizedText(
        en: "The report conforms", fr: "Le rapport est conforme", nl: "Het verslag is conform",
        de: "Der Bericht ist konform")
    case .nonConformant:
      LocalizedText(
        en: "The report does not conform", fr: "Le rapport n’est pas conforme", nl: "Het verslag is niet conform",
        de: "Der Bericht ist nicht konform")
    case .indeterminate:
      LocalizedText(
        en: "Conformity could not be determined", fr: "La conformité n’a pas pu être établie",
        nl: "De conformiteit kon niet worden vastgesteld", de: "Die Konformität konnte nicht festgestellt werden")
    }
  }

  /// The verdict in one or two words, for a table.
  public static func shortVerdict(_ verdict: Verdict) -> LocalizedText {
    switch verdict {
    case .conformant: LocalizedText(en: "conforms", fr: "conforme", nl: "conform", de: "konform")
    case .nonConformant:
      LocalizedText(en: "does not conform", fr: "non conforme", nl: "niet conform", de: "nicht konform")
    case .indeterminate:
      LocalizedText(en: "not determined", fr: "non établi", nl: "niet vastgesteld", de: "nicht festgestellt")
    }
  }

  /// What a verdict rests on; `{severity}` is the threshold.
  static func meaning(of verdict: Verdict) -> LocalizedText {
    switch verdict {
    case .conformant:
      LocalizedText(
        en: "Every applicable rule that counts towards the verdict (threshold: {severity}) was checked in full and is "
          + "met.",
        fr: "Toutes les règles applicables qui comptent pour le verdict (seuil\u{A0}: {severity}) ont été entièrement "
          + "vérifiées et sont respectées.",
        nl: "Alle toepasselijke regels die voor het oordeel meetellen (drempel: {severity}), zijn volledig "
          + "gecontroleerd en worden nageleefd.",
        de: "Alle anwendbaren Regeln, die für das Ergebnis zählen (Schwelle: {severity}), wurden vollständig geprüft "
          + "und sind erfüllt.")
    case .nonConformant:
      LocalizedText(
        en: "At least one applicable rule that counts towards the verdict (threshold: {severity}) is not met.",
        fr: "Au moins une règle applicable qui compte pour le verdict (seuil\u{A0}: {severity}) n’est pas respectée.",
        nl: "Ten minste één toepasselijke regel die voor het oordeel meetelt (drempel: {severity}), wordt niet "
          + "nageleefd.",
        de: "Mindestens eine anwendbare Regel, die für das Ergebnis zählt (Schwelle: {severity}), ist nicht erfüllt.")
    case .indeterminate:
      LocalizedText(
        en: "The report could not be read to its end, or a rule that counts towards the verdict (threshold: "
          + "{severity}) could not be decided. This does not mean that the report breaches an obligation.",
        fr: "Le rapport n’a pas pu être lu jusqu’au bout, ou une règle qui compte pour le verdict (seuil\u{A0}: "
          + "{severity}) n’a pas pu être tranchée. Cela ne signifie pas que le rapport enfreint une obligation.",
        nl: "Het verslag kon niet volledig worden gelezen, of een regel die voor het oordeel meetelt (drempel: "
          + "{severity}), kon niet worden beslist. Dit betekent niet dat het verslag een verplichting schendt.",
        de: "Der Bericht konnte nicht vollständig gelesen werden, oder eine Regel, die für das Ergebnis zählt "
          + "(Schwelle: {severity}), konnte nicht entschieden werden. Das bedeutet nicht, dass der Bericht eine Pflicht "
          + "verletzt.")
    }
  }

  /// The name of a severity.
  public static func severity(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(en: "error", fr: "erreur", nl: "fout", de: "Fehler")
    case .warning: LocalizedText(en: "warning", fr: "avertissement", nl: "waarschuwing", de: "Warnung")
    case .note: LocalizedText(en: "note", fr: "remarque", nl: "opmerking", de: "Hinweis")
    }
  }

  /// What gives a rule its force.
  public static func status(_ status: RuleStatus) -> LocalizedText {
    switch status {
    case .law: LocalizedText(en: "law in force", fr: "droit en vigueur", nl: "geldend recht", de: "geltendes Recht")
    case .expectation:
      LocalizedText(
        en: "expectation, not law", fr: "attente sans force de loi", nl: "verwachting, geen wet",
        de: "Erwartung ohne Gesetzeskraft")
    case .proposal:
      LocalizedText(
        en: "legislative proposal", fr: "proposition législative", nl: "wetgevingsvoorstel",
        de: "Gesetzgebungsvorschlag")
    case .voluntary:
      LocalizedText(
        en: "voluntary framework", fr: "cadre volontaire", nl: "vrijwillig kader", de: "freiwilliger Rahmen")
    case .plausibility:
      LocalizedText(
        en: "plausibility check", fr: "contrôle de plausibilité", nl: "plausibiliteitscontrole",
        de: "Plausibilitätsprüfung")
    case .format:
      LocalizedText(
        en: "form of the file", fr: "forme du fichier", nl: "vorm van het bestand", de: "Form der Datei")
    }
  }

  /// How a rule ended, as the heading of a list or a column.
  public static func outcome(_ outcome: OutcomeKind) -> LocalizedText {
    switch outcome {
    case .passed: LocalizedText(en: "met", fr: "respectées", nl: "nageleefd", de: "erfüllt")
    case .failed: LocalizedText(en: "not met", fr: "non respectées", nl: "niet nageleefd", de: "nicht erfüllt")
    case .inapplicable:
      LocalizedText(en: "not applicable", fr: "sans objet", nl: "niet van toepassing", de: "nicht anwendbar")
    case .cantTell: LocalizedText(en: "undecided", fr: "indécises", nl: "onbeslist", de: "nicht entschieden")
    }
  }

  /// The languages, each in itself.
  public static func name(of language: Language) -> String {
    switch language {
    case .en: "English"
    case .fr: "Français"
    case .nl: "Nederlands"
    case .de: "Deutsch"
    }
  }
}
