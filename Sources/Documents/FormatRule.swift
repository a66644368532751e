public import Findings

/// The rules of form that the readers apply; each rests on the specification of its syntax.
public enum FormatRule {
  /// The report is well-formed JSON.
  public static let jsonSyntax = RuleDescriptor(
    id: "json-syntax", pack: "vigie",
    title: LocalizedText(
      en: "The file is well-formed JSON", fr: "Le fichier est du JSON bien formé",
      nl: "Het bestand is welgevormde JSON", de: "Die Datei ist wohlgeformtes JSON"),
    severity: .error, status: .format,
    basis: [Citation(source: "rfc8259", title: "RFC 8259", clause: "§2", url: "https://www.rfc-editor.org/rfc/rfc8259")],
    help: LocalizedText(
      en: "Correct the file at this place, or export it again from the system that wrote it.",
      fr: "Corrigez le fichier à cet endroit ou exportez-le à nouveau depuis le système qui l'a produit.",
      nl: "Verbeter het bestand op deze plaats of exporteer het opnieuw uit het systeem dat het heeft aangemaakt.",
      de: "Berichtigen Sie die Datei an dieser Stelle oder exportieren Sie sie erneut aus dem erzeugenden System."))
}
