import Findings

/// The findings of broken limits; each names the limit and what was seen.
enum LimitFinding {
  /// The input is larger than the limit; nothing of it has been read.
  static func bytes(_ seen: Int, limits: Limits) -> Finding {
    let limit = limits.bytes
    return Finding(
      rule: FormatRule.limitBytes,
      message: LocalizedText(
        en: "the file has \(seen) bytes; the limit is \(limit)",
        fr: "le fichier compte \(seen) octets ; la limite est de \(limit)",
        nl: "het bestand telt \(seen) bytes; de limiet is \(limit)",
        de: "die Datei hat \(seen) Byte; der Grenzwert ist \(limit)"),
      place: Place(span: Span(start: 0, end: 0), path: ""))
  }

  /// A value, element or collection opens one level below the deepest allowed.
  static func depth(_ place: Place, limits: Limits) -> Finding {
    let limit = limits.depth
    return Finding(
      rule: FormatRule.limitDepth,
      message: LocalizedText(
        en: "a value opens at depth \(limit + 1); the limit is \(limit)",
        fr: "une valeur s'ouvre à la profondeur \(limit + 1) ; la limite est \(limit)",
        nl: "een waarde begint op diepte \(limit + 1); de limiet is \(limit)",
        de: "ein Wert beginnt in Tiefe \(limit + 1); der Grenzwert ist \(limit)"),
      place: place)
  }

  /// One value more than allowed.
  static func nodes(_ place: Place, limits: Limits) -> Finding {
    let limit = limits.nodes
    return Finding(
      rule: FormatRule.limitNodes,
      message: LocalizedText(
        en: "value number \(limit + 1) begins here; the limit is \(limit)",
        fr: "la valeur numéro \(limit + 1) commence ici ; la limite est de \(limit)",
        nl: "hier begint waarde nummer \(limit + 1); de limiet is \(limit)",
        de: "hier beginnt Wert Nummer \(limit + 1); der Grenzwert ist \(limit)"),
      place: place)
  }

  /// A string, text, number or name is too long.
  static func string(_ place: Place, seen: Int, limits: Limits) -> Finding {
    let limit = limits.stringBytes
    return Finding(
      rule: FormatRule.limitString,
      message: LocalizedText(
        en: "a text has \(seen) bytes; the limit is \(limit)",
        fr: "un texte compte \(seen) octets ; la limite est de \(limit)",
        nl: "een tekst telt \(seen) bytes; de limiet is \(limit)",
        de: "ein Text hat \(seen) Byte; der Grenzwert ist \(limit)"),
      place: place)
  }

  /// An element has too many attributes, or too many namespaces are declared around it.
  static func attributes(_ place: Place, seen: Int, limits: Limits) -> Finding {
    let limit = limits.attributes
    return Finding(
      rule: FormatRule.limitAttributes,
      message: LocalizedText(
        en: "an element has \(seen) attributes or namespaces in force; the limit is \(limit)",
        fr: "un élément a \(seen) attributs ou espaces de noms en vigueur ; la limite est de \(limit)",
        nl: "een element heeft \(seen) attributen of geldende naamruimten; de limiet is \(limit)",
        de: "ein Element hat \(seen) Attribute oder geltende Namensräume; der Grenzwert ist \(limit)"),
      place: place)
  }
}
