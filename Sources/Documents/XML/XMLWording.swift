import Findings

/// The words for faults of XML syntax.
enum XMLWording {
  static let doctype = LocalizedText(
    en: "the file has a DOCTYPE, and none is read in a report",
    fr: "le fichier a un DOCTYPE, et aucun n'est lu dans un rapport",
    nl: "het bestand heeft een DOCTYPE en in een verslag wordt er geen gelezen",
    de: "die Datei hat einen DOCTYPE, und in einem Bericht wird keiner gelesen")

  static func mismatch(open: String, closed: String) -> LocalizedText {
    let open = Shown.quoted(open)
    let closed = Shown.quoted(closed)
    return LocalizedText(
      en: "the end tag \(closed.en) stands where the element \(open.en) is still open",
      fr: "la balise fermante \(closed.fr) figure là où l'élément \(open.fr) est encore ouvert",
      nl: "de eindtag \(closed.nl) staat waar het element \(open.nl) nog open is",
      de: "das End-Tag \(closed.de) steht, wo das Element \(open.de) noch offen ist")
  }

  // MARK: - Ends

  static func endInElement(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the file ends before the element \(name.en) is closed",
      fr: "le fichier se termine avant la fermeture de l'élément \(name.fr)",
      nl: "het bestand eindigt voordat het element \(name.nl) gesloten is",
      de: "die Datei endet, bevor das Element \(name.de) geschlossen ist")
  }

  static let endInTag = LocalizedText(
    en: "the file ends inside a tag", fr: "le fichier se termine à l'intérieur d'une balise",
    nl: "het bestand eindigt binnen een tag", de: "die Datei endet innerhalb eines Tags")
  static let endInAttribute = LocalizedText(
    en: "the file ends inside an attribute value, whose closing quote is missing",
    fr: "le fichier se termine dans une valeur d'attribut, dont le guillemet fermant manque",
    nl: "het bestand eindigt binnen een attribuutwaarde, waarvan het sluitende aanhalingsteken ontbreekt",
    de: "die Datei endet in einem Attributwert, dessen schließendes Anführungszeichen fehlt")
  static let endInComment = LocalizedText(
    en: "the file ends inside a comment, which --> would close",
    fr: "le fichier se termine dans un commentaire, que --> fermerait",
    nl: "het bestand eindigt binnen commentaar, dat met --> wordt gesloten",
    de: "die Datei endet in einem Kommentar, den --> schließen würde")
  static let endInInstruction = LocalizedText(
    en: "the file ends inside a processing instruction, which ?> would close",
    fr: "le fichier se termine dans une instruction de traitement, que ?> fermerait",
    nl: "het bestand eindigt binnen een verwerkingsinstructie, die met ?> wordt gesloten",
    de: "die Datei endet in einer Verarbeitungsanweisung, die ?> schließen würde")
  static let endInCDATA = LocalizedText(
    en: "the file ends inside a CDATA section, which ]]> would close",
    fr: "le fichier se termine dans une section CDATA, que ]]> fermerait",
    nl: "het bestand eindigt binnen een CDATA-sectie, die met ]]> wordt gesloten",
    de: "die Datei endet in einem CDATA-Abschnitt, den ]]> schließen würde")

  // MARK: - Around the root

  static let noRoot = LocalizedText(
    en: "the file has no element", fr: "le fichier ne contient aucun élément", nl: "het bestand bevat geen element",
    de: "die Datei enthält kein Element")
  static let secondRoot = LocalizedText(
    en: "the root element is closed, but another tag follows",
    fr: "l'élément racine est fermé, mais une autre balise suit",
    nl: "het hoofdelement is gesloten, maar er volgt nog een tag",
    de: "das Wurzelelement ist geschlossen, aber es folgt ein weiteres Tag")

  static func behindRoot(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the root element is closed, but \(there.en) follows",
      fr: "l'élément racine est fermé, mais \(there.fr) suit",
      nl: "het hoofdelement is gesloten, maar er volgt \(there.nl)",
      de: "das Wurzelelement ist geschlossen, aber es folgt \(there.de)")
  }

  static func textBeforeRoot(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the root element is expected, but there is \(there.en)",
      fr: "on attend l'élément racine, mais on trouve \(there.fr)",
      nl: "het hoofdelement wordt verwacht, maar er staat \(there.nl)",
      de: "das Wurzelelement wird erwartet, aber da steht \(there.de)")
  }

  static let endTagFirst = LocalizedText(
    en: "an end tag stands where no element is open",
    fr: "une balise fermante figure là où aucun élément n'est ouvert",
    nl: "er staat een eindtag waar geen element open is", de: "ein End-Tag steht, wo kein Element offen ist")

  static func declaration(_ text: String) -> LocalizedText {
    let text = Shown.quoted(text)
    return LocalizedText(
      en: "the XML declaration is \(text.en); it reads <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      fr: "la déclaration XML est \(text.fr) ; elle s'écrit <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      nl: "de XML-declaratie is \(text.nl); ze luidt <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      de: "die XML-Deklaration ist \(text.de); sie lautet <?xml version=\"1.0\" encoding=\"UTF-8\"?>")
  }

  static let reservedName = LocalizedText(
    en: "the XML declaration stands at the very beginning of a file, before white space and everything else",
    fr: "la déclaration XML se place au tout début d'un fichier, avant tout blanc et tout le reste",
    nl: "de XML-declaratie staat helemaal aan het begin van een bestand, voor witruimte en al het andere",
    de: "die XML-Deklaration steht ganz am Anfang einer Datei, vor Leerraum und allem anderen")

  /// A fault that has no words of its own.
  static func generic(_ code: Int, _ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the text is not well-formed XML at \(there.en) (libxml2 code \(code))",
      fr: "le texte n'est pas du XML bien formé à \(there.fr) (code libxml2 \(code))",
      nl: "de tekst is geen welgevormde XML bij \(there.nl) (libxml2-code \(code))",
      de: "der Text ist kein wohlgeformtes XML bei \(there.de) (libxml2-Code \(code))")
  }
}
