import Findings

/// The words for faults inside tags and texts.
extension XMLWording {
  // MARK: - Texts and references

  static let bareAmpersand = LocalizedText(
    en: "a bare & stands here; it is written &amp;", fr: "un & isolé figure ici ; il s'écrit &amp;",
    nl: "hier staat een losse &; die wordt geschreven als &amp;",
    de: "hier steht ein bloßes &; es wird &amp; geschrieben")
  static let bareLess = LocalizedText(
    en: "a bare < stands here; it is written &lt;", fr: "un < isolé figure ici ; il s'écrit &lt;",
    nl: "hier staat een losse <; die wordt geschreven als &lt;", de: "hier steht ein bloßes <; es wird &lt; geschrieben"
  )
  static let openReference = LocalizedText(
    en: "a reference begins with & but has no semicolon; a bare & is written &amp;",
    fr: "une référence commence par & mais n'a pas de point-virgule ; un & isolé s'écrit &amp;",
    nl: "een verwijzing begint met & maar heeft geen puntkomma; een losse & wordt geschreven als &amp;",
    de: "eine Referenz beginnt mit &, hat aber kein Semikolon; ein bloßes & wird &amp; geschrieben")

  static func undeclaredEntity(_ name: String) -> LocalizedText {
    let text = Shown.quoted("&\(name);")
    return LocalizedText(
      en: "the entity \(text.en) does not exist; there are &lt; &gt; &amp; &apos; &quot; and numbers such as &#233;",
      fr: "l'entité \(text.fr) n'existe pas ; il y a &lt; &gt; &amp; &apos; &quot; et des numéros comme &#233;",
      nl: "de entiteit \(text.nl) bestaat niet; er zijn &lt; &gt; &amp; &apos; &quot; en nummers zoals &#233;",
      de: "die Entität \(text.de) gibt es nicht; es gibt &lt; &gt; &amp; &apos; &quot; und Nummern wie &#233;")
  }

  static func characterReference(_ text: String) -> LocalizedText {
    let text = Shown.quoted(text)
    return LocalizedText(
      en: "\(text.en) is not a character reference; these are &#233; with decimal and &#xE9; with hexadecimal digits",
      fr: "\(text.fr) n'est pas une référence de caractère ; celles-ci s'écrivent &#233; en décimal et &#xE9; en "
        + "hexadécimal",
      nl: "\(text.nl) is geen tekenverwijzing; die zijn &#233; met decimale en &#xE9; met hexadecimale cijfers",
      de: "\(text.de) ist keine Zeichenreferenz; diese sind &#233; mit dezimalen und &#xE9; mit hexadezimalen Ziffern")
  }

  static func forbiddenReference(_ text: String) -> LocalizedText {
    let text = Shown.quoted(text)
    return LocalizedText(
      en: "\(text.en) stands for a character that XML does not allow",
      fr: "\(text.fr) représente un caractère que le XML n'admet pas",
      nl: "\(text.nl) staat voor een teken dat XML niet toelaat",
      de: "\(text.de) steht für ein Zeichen, das XML nicht zulässt")
  }

  static func forbiddenCharacter(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the character \(there.en) stands here, which XML does not allow",
      fr: "le caractère \(there.fr) figure ici ; le XML ne l'admet pas",
      nl: "hier staat het teken \(there.nl), dat XML niet toelaat",
      de: "hier steht das Zeichen \(there.de), das XML nicht zulässt")
  }

  static let cdataEnd = LocalizedText(
    en: "]]> stands outside a CDATA section; it is written ]]&gt;",
    fr: "]]> figure hors d'une section CDATA ; il s'écrit ]]&gt;",
    nl: "]]> staat buiten een CDATA-sectie; het wordt geschreven als ]]&gt;",
    de: "]]> steht außerhalb eines CDATA-Abschnitts; es wird ]]&gt; geschrieben")
  static let hyphens = LocalizedText(
    en: "two hyphens stand inside a comment, where only its end may have them",
    fr: "deux traits d'union figurent dans un commentaire, où seule la fin peut en avoir",
    nl: "twee koppeltekens staan binnen commentaar, waar alleen het einde ze mag hebben",
    de: "zwei Bindestriche stehen in einem Kommentar, wo nur sein Ende sie haben darf")

  // MARK: - Tags

  static func nameExpected(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "a name is expected behind <, but there is \(there.en)",
      fr: "on attend un nom après <, mais on trouve \(there.fr)",
      nl: "na < wordt een naam verwacht, maar er staat \(there.nl)",
      de: "nach < wird ein Name erwartet, aber da steht \(there.de)")
  }

  static func attributeOrClose(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "an attribute or the end of the tag is expected, but there is \(there.en)",
      fr: "on attend un attribut ou la fin de la balise, mais on trouve \(there.fr)",
      nl: "een attribuut of het einde van de tag wordt verwacht, maar er staat \(there.nl)",
      de: "ein Attribut oder das Ende des Tags wird erwartet, aber da steht \(there.de)")
  }

  static func greaterRequired(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "> is expected at the end of the tag, but there is \(there.en)",
      fr: "on attend > à la fin de la balise, mais on trouve \(there.fr)",
      nl: "aan het einde van de tag wordt > verwacht, maar er staat \(there.nl)",
      de: "am Ende des Tags wird > erwartet, aber da steht \(there.de)")
  }

  static func spaceRequired(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "a space is expected before the next attribute, but there is \(there.en)",
      fr: "on attend une espace avant l'attribut suivant, mais on trouve \(there.fr)",
      nl: "voor het volgende attribuut wordt een spatie verwacht, maar er staat \(there.nl)",
      de: "vor dem nächsten Attribut wird ein Leerzeichen erwartet, aber da steht \(there.de)")
  }

  static func unquoted(_ there: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "an attribute value stands in quotes, but there is \(there.en)",
      fr: "une valeur d'attribut se met entre guillemets, mais on trouve \(there.fr)",
      nl: "een attribuutwaarde staat tussen aanhalingstekens, maar er staat \(there.nl)",
      de: "ein Attributwert steht in Anführungszeichen, aber da steht \(there.de)")
  }

  static let lessInAttribute = LocalizedText(
    en: "a < stands in an attribute value, where it is written &lt;; perhaps a closing quote is missing",
    fr: "un < figure dans une valeur d'attribut, où il s'écrit &lt; ; il manque peut-être un guillemet fermant",
    nl: "een < staat in een attribuutwaarde, waar het als &lt; wordt geschreven; misschien ontbreekt een sluitend "
      + "aanhalingsteken",
    de: "ein < steht in einem Attributwert, wo es &lt; geschrieben wird; vielleicht fehlt ein schließendes "
      + "Anführungszeichen")

  static func attributeWithoutValue(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the attribute \(name.en) has no value", fr: "l'attribut \(name.fr) n'a pas de valeur",
      nl: "het attribuut \(name.nl) heeft geen waarde", de: "das Attribut \(name.de) hat keinen Wert")
  }

  static func repeatedAttribute(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the element has a second attribute \(name.en)", fr: "l'élément a un deuxième attribut \(name.fr)",
      nl: "het element heeft een tweede attribuut \(name.nl)", de: "das Element hat ein zweites Attribut \(name.de)")
  }

  // MARK: - Namespaces

  static func undeclaredPrefix(_ prefix: String) -> LocalizedText {
    let name = Shown.quoted(prefix)
    return LocalizedText(
      en: "the prefix \(name.en) is not declared", fr: "le préfixe \(name.fr) n'est pas déclaré",
      nl: "het prefix \(name.nl) is niet gedeclareerd", de: "das Präfix \(name.de) ist nicht deklariert")
  }

  static func reservedNamespace(_ prefix: String) -> LocalizedText {
    let name = Shown.quoted(prefix.isEmpty ? "xmlns" : prefix)
    return LocalizedText(
      en:
        "the namespace declaration of \(name.en) is not allowed: it is empty, or the prefix or the namespace is reserved",
      fr:
        "la déclaration d'espace de noms de \(name.fr) n'est pas admise : elle est vide, ou le préfixe ou l'espace de "
        + "noms est réservé",
      nl: "de naamruimtedeclaratie van \(name.nl) is niet toegestaan: ze is leeg, of het prefix of de naamruimte is "
        + "gereserveerd",
      de: "die Namensraumdeklaration von \(name.de) ist nicht zulässig: Sie ist leer, oder Präfix oder Namensraum sind "
        + "reserviert")
  }

  static func colon(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the colons in \(name.en) do not make a prefix and a name",
      fr: "les deux-points dans \(name.fr) ne forment pas un préfixe et un nom",
      nl: "de dubbele punten in \(name.nl) vormen geen prefix en naam",
      de: "die Doppelpunkte in \(name.de) ergeben kein Präfix mit Namen")
  }
}
