public import Findings

/// The rules of form that a schema applies. One descriptor per kind of fault; the message says the rest.
public enum StructureRule {
  /// Every rule of structure, in the order in which `vigie rules list` prints them.
  public static let all = [memberMissing, memberUnknown, type, code, range, form, items, xml]

  static let memberMissing = rule(
    "structure-member-missing", "§6.5.3 required",
    title: LocalizedText(
      en: "Every required member is there", fr: "Tous les éléments obligatoires sont présents",
      nl: "Alle verplichte elementen zijn aanwezig", de: "Alle Pflichtangaben sind vorhanden"),
    help: LocalizedText(
      en: "Add it. If the section does not apply to you, leave it empty and say so, with the reason, in notApplicable.",
      fr:
        "Ajoutez-le. Si la rubrique ne vous concerne pas, laissez-la vide et indiquez-le, motif à l'appui, dans notApplicable.",
      nl:
        "Voeg het toe. Is de rubriek niet op u van toepassing, laat haar dan leeg en vermeld dat met de reden in notApplicable.",
      de:
        "Ergänzen Sie die Angabe. Betrifft Sie der Abschnitt nicht, lassen Sie ihn leer und geben Sie das mit Begründung in notApplicable an."
    ))

  static let memberUnknown = rule(
    "structure-member-unknown", "§10.3.2.3 additionalProperties",
    title: LocalizedText(
      en: "Only known members are used", fr: "Seuls des éléments connus sont utilisés",
      nl: "Alleen bekende elementen worden gebruikt", de: "Nur bekannte Angaben werden verwendet"),
    help: LocalizedText(
      en: "Correct the name or remove the member; what is yours alone belongs in extensions.",
      fr: "Corrigez le nom ou supprimez l'élément ; ce qui vous est propre a sa place dans extensions.",
      nl: "Verbeter de naam of schrap het element; wat alleen van u is, hoort in extensions.",
      de: "Berichtigen Sie den Namen oder streichen Sie die Angabe; Eigenes gehört in extensions."))

  static let type = rule(
    "structure-type", "§6.1.1 type",
    title: LocalizedText(
      en: "Every value has its type", fr: "Chaque valeur a le type voulu", nl: "Elke waarde heeft het juiste type",
      de: "Jeder Wert hat den vorgesehenen Typ"),
    help: LocalizedText(
      en: "Give a value of the type that is expected; leave an optional member out rather than giving null.",
      fr: "Indiquez une valeur du type attendu ; omettez un élément facultatif plutôt que de donner null.",
      nl: "Geef een waarde van het verwachte type; laat een facultatief element weg in plaats van null te geven.",
      de: "Geben Sie einen Wert des erwarteten Typs an; lassen Sie eine freiwillige Angabe weg, statt null anzugeben."))

  static let code = rule(
    "structure-code", "§6.1.2 enum",
    title: LocalizedText(
      en: "Codes come from their list", fr: "Les codes proviennent de leur liste", nl: "Codes komen uit hun lijst",
      de: "Codes stammen aus ihrer Liste"),
    help: LocalizedText(
      en: "Use one of the codes of the list, in exactly this spelling.",
      fr: "Utilisez l'un des codes de la liste, exactement dans cette graphie.",
      nl: "Gebruik een van de codes van de lijst, precies zo gespeld.",
      de: "Verwenden Sie einen der Codes der Liste in genau dieser Schreibweise."))

  static let range = rule(
    "structure-range", "§6.2",
    title: LocalizedText(
      en: "Numbers are within their bounds", fr: "Les nombres respectent leurs bornes",
      nl: "Getallen liggen binnen hun grenzen", de: "Zahlen liegen innerhalb ihrer Grenzen"),
    help: LocalizedText(
      en: "Correct the figure. A share is written between 0 and 1, not in percent.",
      fr: "Corrigez le chiffre. Une part s'écrit entre 0 et 1, et non en pourcentage.",
      nl: "Verbeter het cijfer. Een aandeel wordt tussen 0 en 1 geschreven, niet als percentage.",
      de: "Berichtigen Sie die Zahl. Ein Anteil wird zwischen 0 und 1 angegeben, nicht in Prozent."))

  static let form = rule(
    "structure-form", "§6.3",
    title: LocalizedText(
      en: "Texts, dates and identifiers have their form", fr: "Textes, dates et identifiants ont la forme voulue",
      nl: "Teksten, data en identificatiecodes hebben hun vorm", de: "Texte, Daten und Kennungen haben ihre Form"),
    help: LocalizedText(
      en: "Write the value in the form that is expected.", fr: "Écrivez la valeur sous la forme attendue.",
      nl: "Schrijf de waarde in de verwachte vorm.", de: "Schreiben Sie den Wert in der erwarteten Form."))

  static let items = rule(
    "structure-items", "§6.4",
    title: LocalizedText(
      en: "Lists have the right number of items", fr: "Les listes ont le bon nombre d'éléments",
      nl: "Lijsten hebben het juiste aantal elementen", de: "Listen haben die richtige Zahl von Einträgen"),
    help: LocalizedText(
      en: "Complete or shorten the list.", fr: "Complétez ou raccourcissez la liste.",
      nl: "Vul de lijst aan of kort ze in.",
      de: "Ergänzen oder kürzen Sie die Liste."))

  static let xml = RuleDescriptor(
    id: "structure-xml", pack: "vigie",
    title: LocalizedText(
      en: "The XML form follows the mapping of the schema", fr: "La forme XML suit la correspondance du schéma",
      nl: "De XML-vorm volgt de afbeelding van het schema", de: "Die XML-Form folgt der Abbildung des Schemas"),
    severity: .error, status: .format,
    basis: [Citation(source: "csa-report", title: "csa-report 1.0, XML Schema", clause: "XML mapping")],
    help: LocalizedText(
      en:
        "Compare with a report that vigie init or vigie convert has written, or check the file against the XML Schema.",
      fr: "Comparez avec un rapport produit par vigie init ou vigie convert, ou validez le fichier avec le schéma XML.",
      nl:
        "Vergelijk met een verslag dat vigie init of vigie convert heeft geschreven, of toets het bestand aan het XML-schema.",
      de:
        "Vergleichen Sie mit einem Bericht von vigie init oder vigie convert, oder prüfen Sie die Datei gegen das XML-Schema."
    ))

  private static func rule(
    _ id: String, _ clause: String, title: LocalizedText, help: LocalizedText
  ) -> RuleDescriptor {
    RuleDescriptor(
      id: id, pack: "vigie", title: title, severity: .error, status: .format,
      basis: [
        Citation(
          source: "json-schema-2020-12", title: "JSON Schema 2020-12, Validation and Core", clause: clause,
          url: "https://json-schema.org/draft/2020-12/json-schema-validation")
      ], help: help)
  }
}
