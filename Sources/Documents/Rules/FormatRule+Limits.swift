public import Findings

extension FormatRule {
  /// The input is not larger than `Limits.bytes`.
  public static let limitBytes = limit(
    "limit-bytes",
    title: LocalizedText(
      en: "The file is not larger than the limit", fr: "Le fichier ne dépasse pas la taille limite",
      nl: "Het bestand is niet groter dan de limiet", de: "Die Datei ist nicht größer als der Grenzwert"))

  /// Nothing is nested deeper than `Limits.depth`.
  public static let limitDepth = limit(
    "limit-depth",
    title: LocalizedText(
      en: "Values are not nested deeper than the limit",
      fr: "L'imbrication des valeurs ne dépasse pas la limite",
      nl: "Waarden zijn niet dieper genest dan de limiet",
      de: "Werte sind nicht tiefer verschachtelt als der Grenzwert"))

  /// There are not more nodes than `Limits.nodes`.
  public static let limitNodes = limit(
    "limit-nodes",
    title: LocalizedText(
      en: "The file has no more values than the limit", fr: "Le fichier ne compte pas plus de valeurs que la limite",
      nl: "Het bestand heeft niet meer waarden dan de limiet", de: "Die Datei hat nicht mehr Werte als der Grenzwert"))

  /// No string, text or name is longer than `Limits.stringBytes`.
  public static let limitString = limit(
    "limit-string",
    title: LocalizedText(
      en: "No text is longer than the limit", fr: "Aucun texte ne dépasse la longueur limite",
      nl: "Geen tekst is langer dan de limiet", de: "Kein Text ist länger als der Grenzwert"))

  /// No element has more attributes, and no place more namespaces, than `Limits.attributes`.
  public static let limitAttributes = limit(
    "limit-attributes",
    title: LocalizedText(
      en: "Elements have no more attributes and namespaces than the limit",
      fr: "Les éléments n'ont pas plus d'attributs et d'espaces de noms que la limite",
      nl: "Elementen hebben niet meer attributen en naamruimten dan de limiet",
      de: "Elemente haben nicht mehr Attribute und Namensräume als der Grenzwert"))

  /// The file has content.
  public static let emptyFile = rule(
    "empty-file", basis: [rfc8259("2"), xml("2.1", anchor: "sec-well-formed")],
    title: LocalizedText(
      en: "The file is not empty", fr: "Le fichier n'est pas vide",
      nl: "Het bestand is niet leeg", de: "Die Datei ist nicht leer"),
    help: LocalizedText(
      en: "Export the report again and look at the size of the file before you send it.",
      fr: "Exportez à nouveau le rapport et vérifiez la taille du fichier avant de l'envoyer.",
      nl: "Exporteer het verslag opnieuw en kijk naar de grootte van het bestand voor u het verzendt.",
      de: "Exportieren Sie den Bericht erneut und prüfen Sie die Größe der Datei, bevor Sie sie senden."))

  /// The content is recognised as JSON or XML.
  public static let unknownSyntax = rule(
    "unknown-syntax", basis: [rfc8259("2"), xml("2.1", anchor: "sec-well-formed"), readers("Detection")],
    title: LocalizedText(
      en: "A report is JSON or XML", fr: "Un rapport est du JSON ou du XML",
      nl: "Een verslag is JSON of XML", de: "Ein Bericht ist JSON oder XML"),
    help: LocalizedText(
      en: "Export the report as JSON or XML. A report in JSON begins with {, one in XML with <.",
      fr: "Exportez le rapport en JSON ou en XML. Un rapport en JSON commence par {, un rapport en XML par <.",
      nl: "Exporteer het verslag als JSON of XML. Een verslag in JSON begint met {, een in XML met <.",
      de: "Exportieren Sie den Bericht als JSON oder XML. Ein Bericht in JSON beginnt mit {, einer in XML mit <."))

  /// A descriptor of a limit.
  private static func limit(_ id: String, title: LocalizedText) -> RuleDescriptor {
    rule(
      id, basis: [rfc8259("9"), readers("Limits")], title: title,
      help: LocalizedText(
        en: "No ordinary report comes near this limit: look for a fault in the export. If the file is right, raise the "
          + "limit.",
        fr:
          "Aucun rapport ordinaire n'approche de cette limite : cherchez une erreur dans l'exportation. Si le fichier "
          + "est correct, relevez la limite.",
        nl: "Geen gewoon verslag komt in de buurt van deze limiet: zoek een fout in de export. Als het bestand klopt, "
          + "verhoog dan de limiet.",
        de:
          "Kein gewöhnlicher Bericht kommt in die Nähe dieses Grenzwerts: Suchen Sie einen Fehler im Export. Wenn die "
          + "Datei stimmt, heben Sie den Grenzwert an."))
  }
}
