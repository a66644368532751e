import Findings

/// Words around calculations and the places that a finding names.
extension Words {
  static let calculation = LocalizedText(en: "calculation", fr: "calcul", nl: "berekening", de: "Rechnung")

  /// What a result should have been; `{n}` is a figure of the report.
  static let stated = LocalizedText(
    en: "stated {n}", fr: "déclaré\u{A0}: {n}", nl: "opgegeven: {n}", de: "angegeben: {n}")
  /// `{n}` is a figure of the rule.
  static let expected = LocalizedText(
    en: "expected {n}", fr: "attendu\u{A0}: {n}", nl: "verwacht: {n}", de: "erwartet: {n}")
  /// `{n}` is another calculation with its result.
  static let butOther = LocalizedText(en: "but {n}", fr: "mais {n}", nl: "maar {n}", de: "aber {n}")
  static let lessThan = LocalizedText(
    en: "less than {n}", fr: "inférieur à {n}", nl: "kleiner dan {n}", de: "kleiner als {n}")
  static let equalTo = LocalizedText(en: "equal to {n}", fr: "égal à {n}", nl: "gelijk aan {n}", de: "gleich {n}")
  static let moreThan = LocalizedText(
    en: "more than {n}", fr: "supérieur à {n}", nl: "groter dan {n}", de: "größer als {n}")
  static let tolerance = LocalizedText(
    en: "tolerance {n}", fr: "tolérance {n}", nl: "tolerantie {n}", de: "Toleranz {n}")

  static let moreFigures = Counted(
    one: LocalizedText(
      en: "… ({n} more figure)", fr: "… ({n} autre nombre)", nl: "… (nog {n} getal)", de: "… ({n} weitere Zahl)"),
    other: LocalizedText(
      en: "… ({n} more figures)", fr: "… ({n} autres nombres)", nl: "… (nog {n} getallen)",
      de: "… ({n} weitere Zahlen)"))
  static let moreCalculations = Counted(
    one: LocalizedText(
      en: "and {n} more calculation", fr: "et {n} autre calcul", nl: "en nog {n} berekening",
      de: "und {n} weitere Rechnung"),
    other: LocalizedText(
      en: "and {n} more calculations", fr: "et {n} autres calculs", nl: "en nog {n} berekeningen",
      de: "und {n} weitere Rechnungen"))
  static let morePlaces = Counted(
    one: LocalizedText(
      en: "and {n} more place", fr: "et {n} autre endroit", nl: "en nog {n} plaats", de: "und {n} weitere Stelle"),
    other: LocalizedText(
      en: "and {n} more places", fr: "et {n} autres endroits", nl: "en nog {n} plaatsen",
      de: "und {n} weitere Stellen"))
  static let unlistedPlaces = Counted(
    one: LocalizedText(
      en: "{n} more place was found and is not listed.", fr: "{n} autre endroit a été relevé et n’est pas énuméré.",
      nl: "Nog {n} plaats is gevonden en staat niet in de lijst.",
      de: "{n} weitere Stelle wurde gefunden und ist nicht aufgeführt."),
    other: LocalizedText(
      en: "{n} more places were found and are not listed.",
      fr: "{n} autres endroits ont été relevés et ne sont pas énumérés.",
      nl: "Nog {n} plaatsen zijn gevonden en staan niet in de lijst.",
      de: "{n} weitere Stellen wurden gefunden und sind nicht aufgeführt."))
}
