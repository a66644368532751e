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
  /// How many rules of a pack are in force for a report.
  public static func rulesInForce(_ inForce: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      en: "\(inForce) of \(all) rules are in force for this report",
      fr: "\(inForce) règles sur \(all) sont en vigueur pour ce rapport",
      nl: "\(inForce) van de \(all) regels zijn van kracht voor dit verslag",
      de: "\(inForce) von \(all) Regeln gelten für diesen Bericht")
  }
}
