import Findings

/// Why a rule did not apply or could not finish, where the rule itself does not say it.
enum Reasons {
  static func sameCause(_ rule: String) -> LocalizedText {
    LocalizedText(
      en: "The rule \(rule) has the finding at this place; it is not repeated.",
      fr: "La règle \(rule) constate déjà ce point\u{A0}; il n'est pas répété.",
      nl: "De regel \(rule) stelt dit op deze plaats al vast; het wordt niet herhaald.",
      de: "Die Regel \(rule) stellt dies an dieser Stelle bereits fest; es wird nicht wiederholt.")
  }

  static let noPrevious = LocalizedText(
    en: "The report of the period before was not given.", fr: "Le rapport de la période précédente n'a pas été fourni.",
    nl: "Het verslag van de vorige periode is niet meegegeven.",
    de: "Der Bericht über den vorigen Zeitraum wurde nicht angegeben.")

  static let previousUnusable = LocalizedText(
    en: "The report of the period before cannot be used.",
    fr: "Le rapport de la période précédente n'est pas exploitable.",
    nl: "Het verslag van de vorige periode is niet bruikbaar.",
    de: "Der Bericht über den vorigen Zeitraum ist nicht verwertbar.")

  static let nothingToLookAt = LocalizedText(
    en: "The report contains nothing that this rule looks at.",
    fr: "Le rapport ne contient rien que cette règle examine.",
    nl: "Het verslag bevat niets wat deze regel bekijkt.",
    de: "Der Bericht enthält nichts, was diese Regel betrachtet.")

  /// Stands in a message for a value that the report does not give.
  static let notStated = LocalizedText(
    en: "(not stated)", fr: "(non indiqué)", nl: "(niet vermeld)", de: "(nicht angegeben)")

  static let noFigures = LocalizedText(
    en: "The report does not give the figures.", fr: "Le rapport ne donne pas les chiffres.",
    nl: "Het verslag geeft de cijfers niet.", de: "Der Bericht nennt die Zahlen nicht.")

  static let periodUnknown = LocalizedText(
    en: "The reporting period cannot be read, so it is open whether the rule was in force.",
    fr: "La période de référence est illisible ; on ignore si la règle était en vigueur.",
    nl: "De verslagperiode is onleesbaar; of de regel gold, staat dus niet vast.",
    de: "Der Berichtszeitraum ist nicht lesbar; ob die Regel galt, bleibt offen.")

  static let submissionUnknown = LocalizedText(
    en: "The report does not say when it was submitted, so it is open whether the rule was in force.",
    fr: "Le rapport n'indique pas sa date de dépôt ; on ignore si la règle était en vigueur.",
    nl: "Het verslag vermeldt niet wanneer het is ingediend; of de regel gold, staat dus niet vast.",
    de: "Der Bericht nennt kein Einreichungsdatum; ob die Regel galt, bleibt offen.")

  static func notYetInForce(_ day: String) -> LocalizedText {
    LocalizedText(
      en: "The rule holds from \(Language.en.date(day)); the report is about an earlier period.",
      fr: "La règle vaut à partir du \(Language.fr.date(day)) ; le rapport porte sur une période antérieure.",
      nl: "De regel geldt vanaf \(Language.nl.date(day)); het verslag gaat over een eerdere periode.",
      de: "Die Regel gilt ab \(Language.de.date(day)); der Bericht betrifft einen früheren Zeitraum.")
  }

  static func noLongerInForce(_ day: String) -> LocalizedText {
    LocalizedText(
      en: "The rule held until \(Language.en.date(day)); the report is about a later period.",
      fr: "La règle valait jusqu'au \(Language.fr.date(day)) ; le rapport porte sur une période ultérieure.",
      nl: "De regel gold tot en met \(Language.nl.date(day)); het verslag gaat over een latere periode.",
      de: "Die Regel galt bis \(Language.de.date(day)); der Bericht betrifft einen späteren Zeitraum.")
  }

  static let unreadable = LocalizedText(
    en: "The report could not be read to its end; no rule was applied.",
    fr: "Le rapport n'a pas pu être lu jusqu'au bout ; aucune règle n'a été appliquée.",
    nl: "Het verslag kon niet tot het einde worden gelezen; er is geen enkele regel toegepast.",
    de: "Der Bericht konnte nicht bis zum Ende gelesen werden; es wurde keine Regel angewandt.")
}
