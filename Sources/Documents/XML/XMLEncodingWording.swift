import Findings

/// The words for faults of the encoding of an XML file.
enum XMLEncodingWording {
  private static let known = "UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252, US-ASCII"

  /// An encoding that is not read.
  static func unsupported(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the encoding \(name.en) is not read; these are: \(known)",
      fr: "l'encodage \(name.fr) n'est pas lu ; sont lus : \(known)",
      nl: "de codering \(name.nl) wordt niet gelezen; wel gelezen worden: \(known)",
      de: "die Codierung \(name.de) wird nicht gelesen; gelesen werden: \(known)")
  }

  /// The declaration says one thing and the bytes another.
  static func contradiction(declared: String, found: String) -> LocalizedText {
    let declared = Shown.quoted(declared)
    return LocalizedText(
      en: "the file declares the encoding \(declared.en), but its bytes are \(found)",
      fr: "le fichier déclare l'encodage \(declared.fr), mais ses octets sont en \(found)",
      nl: "het bestand geeft de codering \(declared.nl) aan, maar de bytes zijn \(found)",
      de: "die Datei gibt die Codierung \(declared.de) an, aber ihre Bytes sind \(found)")
  }

  /// UTF-16 without the byte order mark that XML 1.0 §4.3.3 demands.
  static func noMark(_ form: String) -> LocalizedText {
    LocalizedText(
      en: "the file looks like \(form), but the byte order mark of UTF-16 is missing",
      fr: "le fichier semble être en \(form), mais l'indicateur d'ordre des octets de l'UTF-16 manque",
      nl: "het bestand lijkt \(form), maar de bytevolgordemarkering van UTF-16 ontbreekt",
      de: "die Datei sieht nach \(form) aus, aber die Bytereihenfolge-Marke von UTF-16 fehlt")
  }

  /// Half a surrogate pair or half a code unit in UTF-16.
  static let halfPair = LocalizedText(
    en: "half of a character stands here; UTF-16 needs both halves",
    fr: "une moitié de caractère figure ici ; l'UTF-16 exige les deux moitiés",
    nl: "hier staat een half teken; UTF-16 heeft beide helften nodig",
    de: "hier steht ein halbes Zeichen; UTF-16 braucht beide Hälften")

  /// A byte that stands for nothing in an 8-bit encoding.
  static func noCharacter(_ byte: UInt8, in name: String) -> LocalizedText {
    let byte = Shown.byte(byte)
    return LocalizedText(
      en: "\(byte.en) stands for no character in \(name)", fr: "\(byte.fr) ne représente aucun caractère en \(name)",
      nl: "\(byte.nl) staat voor geen teken in \(name)", de: "\(byte.de) steht für kein Zeichen in \(name)")
  }
}
