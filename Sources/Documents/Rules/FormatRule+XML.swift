public import Findings

extension FormatRule {
  /// The report is well-formed XML.
  public static let xmlSyntax = rule(
    "xml-syntax", basis: [xml("2.1", anchor: "sec-well-formed")],
    title: LocalizedText(
      en: "The file is well-formed XML", fr: "Le fichier est du XML bien formé",
      nl: "Het bestand is welgevormde XML", de: "Die Datei ist wohlgeformtes XML"),
    help: LocalizedText(
      en: "Correct the file at this place, or export it again from the system that wrote it.",
      fr: "Corrigez le fichier à cet endroit ou exportez-le à nouveau depuis le système qui l'a produit.",
      nl: "Verbeter het bestand op deze plaats of exporteer het opnieuw uit het systeem dat het heeft aangemaakt.",
      de: "Berichtigen Sie die Datei an dieser Stelle oder exportieren Sie sie erneut aus dem erzeugenden System."))

  /// Every prefix is declared.
  public static let xmlNamespace = rule(
    "xml-namespace",
    basis: [
      Citation(
        source: "xmlnames", title: "Namespaces in XML 1.0, 3rd edition", clause: "§5",
        url: "https://www.w3.org/TR/2009/REC-xml-names-20091208/#nsc-NSDeclared")
    ],
    title: LocalizedText(
      en: "The namespaces of the file are in order", fr: "Les espaces de noms du fichier sont en ordre",
      nl: "De naamruimten van het bestand zijn in orde", de: "Die Namensräume der Datei sind in Ordnung"),
    help: LocalizedText(
      en: "Declare each prefix with xmlns:prefix=\"…\" on the element or on one around it.",
      fr: "Déclarez chaque préfixe par xmlns:préfixe=\"…\" sur l'élément ou sur un élément qui le contient.",
      nl: "Declareer elk prefix met xmlns:prefix=\"…\" op het element of op een element eromheen.",
      de: "Deklarieren Sie jedes Präfix mit xmlns:präfix=\"…\" am Element oder an einem umgebenden Element."))

  /// The report has no document type declaration.
  public static let xmlDoctype = rule(
    "xml-doctype", basis: [xml("2.8", anchor: "sec-prolog-dtd"), readers("DOCTYPE")],
    title: LocalizedText(
      en: "A report has no DOCTYPE", fr: "Un rapport n'a pas de DOCTYPE",
      nl: "Een verslag heeft geen DOCTYPE", de: "Ein Bericht hat keinen DOCTYPE"),
    help: LocalizedText(
      en: "Remove the DOCTYPE and write the text of each entity in its place. A DOCTYPE can make a small file grow "
        + "without bound or read other files, so none is read.",
      fr:
        "Supprimez le DOCTYPE et écrivez le texte de chaque entité à sa place. Un DOCTYPE peut faire grandir un petit "
        + "fichier sans limite ou lire d'autres fichiers ; aucun n'est donc lu.",
      nl:
        "Verwijder de DOCTYPE en schrijf de tekst van elke entiteit op haar plaats. Een DOCTYPE kan een klein bestand "
        + "grenzeloos doen groeien of andere bestanden lezen; daarom wordt er geen gelezen.",
      de: "Entfernen Sie den DOCTYPE und schreiben Sie den Text jeder Entität an ihre Stelle. Ein DOCTYPE kann eine "
        + "kleine Datei grenzenlos wachsen lassen oder andere Dateien lesen; darum wird keiner gelesen."))

  /// The encoding of the report is known and the bytes are text in it.
  public static let xmlEncoding = rule(
    "xml-encoding", basis: [xml("4.3.3", anchor: "charencoding"), readers("Encodings")],
    title: LocalizedText(
      en: "The file is text in the encoding that it declares",
      fr: "Le fichier est du texte dans l'encodage qu'il déclare",
      nl: "Het bestand is tekst in de codering die het aangeeft",
      de: "Die Datei ist Text in der Codierung, die sie angibt"),
    help: LocalizedText(
      en: "Save the file as UTF-8 and declare encoding=\"UTF-8\", or leave the encoding out.",
      fr: "Enregistrez le fichier en UTF-8 et déclarez encoding=\"UTF-8\", ou ne déclarez pas d'encodage.",
      nl: "Sla het bestand op als UTF-8 en geef encoding=\"UTF-8\" aan, of laat de codering weg.",
      de: "Speichern Sie die Datei als UTF-8 und geben Sie encoding=\"UTF-8\" an, oder lassen Sie die Angabe weg."))
}
