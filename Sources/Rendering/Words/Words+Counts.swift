import Findings

/// Phrases with a number in them.
extension Words {
  static let errors = counted(
    LocalizedText(en: "{n} error", fr: "{n} erreur", nl: "{n} fout", de: "{n} Fehler"),
    LocalizedText(en: "{n} errors", fr: "{n} erreurs", nl: "{n} fouten", de: "{n} Fehler"))
  static let warnings = counted(
    LocalizedText(en: "{n} warning", fr: "{n} avertissement", nl: "{n} waarschuwing", de: "{n} Warnung"),
    LocalizedText(en: "{n} warnings", fr: "{n} avertissements", nl: "{n} waarschuwingen", de: "{n} Warnungen"))
  static let notes = counted(
    LocalizedText(en: "{n} note", fr: "{n} remarque", nl: "{n} opmerking", de: "{n} Hinweis"),
    LocalizedText(en: "{n} notes", fr: "{n} remarques", nl: "{n} opmerkingen", de: "{n} Hinweise"))
  static let rules = counted(
    LocalizedText(en: "{n} rule", fr: "{n} règle", nl: "{n} regel", de: "{n} Regel"),
    LocalizedText(en: "{n} rules", fr: "{n} règles", nl: "{n} regels", de: "{n} Regeln"))
  static let passed = counted(
    LocalizedText(en: "{n} met", fr: "{n} respectée", nl: "{n} nageleefd", de: "{n} erfüllt"),
    LocalizedText(en: "{n} met", fr: "{n} respectées", nl: "{n} nageleefd", de: "{n} erfüllt"))
  static let failed = counted(
    LocalizedText(en: "{n} not met", fr: "{n} non respectée", nl: "{n} niet nageleefd", de: "{n} nicht erfüllt"),
    LocalizedText(en: "{n} not met", fr: "{n} non respectées", nl: "{n} niet nageleefd", de: "{n} nicht erfüllt"))
  static let undecided = counted(
    LocalizedText(en: "{n} undecided", fr: "{n} indécise", nl: "{n} onbeslist", de: "{n} nicht entschieden"),
    LocalizedText(en: "{n} undecided", fr: "{n} indécises", nl: "{n} onbeslist", de: "{n} nicht entschieden"))
  static let inapplicable = counted(
    LocalizedText(
      en: "{n} not applicable", fr: "{n} sans objet", nl: "{n} niet van toepassing", de: "{n} nicht anwendbar"),
    LocalizedText(
      en: "{n} not applicable", fr: "{n} sans objet", nl: "{n} niet van toepassing", de: "{n} nicht anwendbar"))
  static let hours = counted(
    LocalizedText(en: "{n} hour", fr: "{n} heure", nl: "{n} uur", de: "{n} Stunde"),
    LocalizedText(en: "{n} hours", fr: "{n} heures", nl: "{n} uur", de: "{n} Stunden"))
  static let days = counted(
    LocalizedText(en: "{n} day", fr: "{n} jour", nl: "{n} dag", de: "{n} Tag"),
    LocalizedText(en: "{n} days", fr: "{n} jours", nl: "{n} dagen", de: "{n} Tage"))
  static let fullTimeEquivalents = counted(
    LocalizedText(en: "{n} FTE", fr: "{n} ETP", nl: "{n} VTE", de: "{n} VZÄ"),
    LocalizedText(en: "{n} FTE", fr: "{n} ETP", nl: "{n} VTE", de: "{n} VZÄ"))
  static let bytes = counted(
    LocalizedText(en: "{n} byte", fr: "{n} octet", nl: "{n} byte", de: "{n} Byte"),
    LocalizedText(en: "{n} bytes", fr: "{n} octets", nl: "{n} bytes", de: "{n} Byte"))
  static let lines = counted(
    LocalizedText(en: "{n} line", fr: "{n} ligne", nl: "{n} regel", de: "{n} Zeile"),
    LocalizedText(en: "{n} lines", fr: "{n} lignes", nl: "{n} regels", de: "{n} Zeilen"))
  static let places = counted(
    LocalizedText(en: "{n} place", fr: "{n} endroit", nl: "{n} plaats", de: "{n} Stelle"),
    LocalizedText(en: "{n} places", fr: "{n} endroits", nl: "{n} plaatsen", de: "{n} Stellen"))
  static let reports = counted(
    LocalizedText(
      en: "{n} report checked", fr: "{n} rapport vérifié", nl: "{n} verslag gecontroleerd",
      de: "{n} Bericht geprüft"),
    LocalizedText(
      en: "{n} reports checked", fr: "{n} rapports vérifiés", nl: "{n} verslagen gecontroleerd",
      de: "{n} Berichte geprüft"))
  static let moreToRepair = counted(
    LocalizedText(
      en: "{n} more rule with findings is listed below", fr: "{n} autre règle avec constats figure ci-dessous",
      nl: "{n} andere regel met bevindingen staat hieronder", de: "{n} weitere Regel mit Feststellungen steht unten"),
    LocalizedText(
      en: "{n} more rules with findings are listed below", fr: "{n} autres règles avec constats figurent ci-dessous",
      nl: "{n} andere regels met bevindingen staan hieronder",
      de: "{n} weitere Regeln mit Feststellungen stehen unten"))

  private static func counted(_ one: LocalizedText, _ other: LocalizedText) -> Counted {
    Counted(one: one, other: other)
  }
}
