public import Findings

extension FormatRule {
  /// The report is well-formed JSON.
  public static let jsonSyntax = rule(
    "json-syntax", basis: [rfc8259("2")],
    title: LocalizedText(
      en: "The file is well-formed JSON", fr: "Le fichier est du JSON bien formé",
      nl: "Het bestand is welgevormde JSON", de: "Die Datei ist wohlgeformtes JSON"),
    help: LocalizedText(
      en: "Correct the file at this place, or export it again from the system that wrote it.",
      fr: "Corrigez le fichier à cet endroit ou exportez-le à nouveau depuis le système qui l'a produit.",
      nl: "Verbeter het bestand op deze plaats of exporteer het opnieuw uit het systeem dat het heeft aangemaakt.",
      de: "Berichtigen Sie die Datei an dieser Stelle oder exportieren Sie sie erneut aus dem erzeugenden System."))

  /// No object has two members of one name.
  public static let jsonDuplicateMember = rule(
    "json-duplicate-member", basis: [rfc8259("4")],
    title: LocalizedText(
      en: "The names of the members of an object differ", fr: "Les noms des membres d'un objet sont tous différents",
      nl: "De namen van de leden van een object verschillen",
      de: "Die Namen der Elemente eines Objekts sind verschieden"),
    help: LocalizedText(
      en: "Keep one of the two members; programs disagree on which of them counts.",
      fr: "Gardez un seul des deux membres : les programmes ne s'accordent pas sur celui qui compte.",
      nl: "Behoud een van de twee leden; programma's zijn het er niet over eens welk van de twee telt.",
      de: "Behalten Sie eines der beiden Elemente; Programme sind sich nicht einig, welches gilt."))

  /// The report is Unicode text in UTF-8.
  public static let jsonEncoding = rule(
    "json-encoding", basis: [rfc8259("8.1"), rfc8259("8.2")],
    title: LocalizedText(
      en: "A JSON file is encoded in UTF-8", fr: "Un fichier JSON est codé en UTF-8",
      nl: "Een JSON-bestand is gecodeerd in UTF-8", de: "Eine JSON-Datei ist in UTF-8 codiert"),
    help: LocalizedText(
      en: "Save the file as UTF-8, or set the export to UTF-8.",
      fr: "Enregistrez le fichier en UTF-8 ou réglez l'exportation sur UTF-8.",
      nl: "Sla het bestand op als UTF-8 of stel de export in op UTF-8.",
      de: "Speichern Sie die Datei als UTF-8 oder stellen Sie den Export auf UTF-8 ein."))
}
