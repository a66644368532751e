public import Findings

/// What the commands about packs say.
extension Words {
  public static let packApplies = LocalizedText(
    en: "applies", fr: "s’applique", nl: "is van toepassing", de: "ist anwendbar")
  public static let packDoesNotApply = LocalizedText(
    en: "does not apply", fr: "ne s’applique pas", nl: "is niet van toepassing", de: "ist nicht anwendbar")
  public static let packUndecided = LocalizedText(
    en: "cannot be told, so it is applied", fr: "l’applicabilité ne peut être établie ; il est donc appliqué",
    nl: "toepasselijkheid niet vast te stellen; wordt dus toegepast",
    de: "Anwendbarkeit nicht feststellbar; wird daher angewandt")
  public static let matrix = LocalizedText(
    en: "Obligations and the rules that check them", fr: "Obligations et règles qui les vérifient",
    nl: "Verplichtingen en de regels die ze nagaan", de: "Pflichten und die Regeln, die sie prüfen")
  static let clause = LocalizedText(en: "provision", fr: "disposition", nl: "bepaling", de: "Vorschrift")
  /// How many rows of the standard form a rule reads.
  public static func formRowsRead(_ read: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "Rules read \(read) of the \(all) rows of the EU standard form.",
      fr: "Des règles lisent \(read) des \(all) lignes du formulaire type de l’UE.",
      nl: "Regels lezen \(read) van de \(all) rijen van het EU-standaardformulier.",
      de: "Regeln lesen \(read) der \(all) Zeilen des EU-Standardformulars.")
  }
  /// How many rules of a pack are in force for a report.
  public static func rulesInForce(_ inForce: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "\(inForce) of \(all) rules are in force for this report",
      fr: "\(inForce) règles sur \(all) sont en vigueur pour ce rapport",
      nl: "\(inForce) van de \(all) regels zijn van kracht voor dit verslag",
      de: "\(inForce) von \(all) Regeln gelten für diesen Bericht")
  }
}
