import Findings

/// What types and forms are called in messages.
enum TypeWords {
  static let or = LocalizedText(en: " or ", fr: " ou ", nl: " of ", de: " oder ")

  static func of(_ type: TypeSet) -> LocalizedText {
    switch type {
    case .null: LocalizedText(verbatim: "null")
    case .boolean: LocalizedText(verbatim: "true/false")
    case .integer:
      LocalizedText(en: "a whole number", fr: "un nombre entier", nl: "een geheel getal", de: "eine ganze Zahl")
    case .number: LocalizedText(en: "a number", fr: "un nombre", nl: "een getal", de: "eine Zahl")
    case .string: LocalizedText(en: "a text", fr: "un texte", nl: "een tekst", de: "ein Text")
    case .array: LocalizedText(en: "a list", fr: "une liste", nl: "een lijst", de: "eine Liste")
    default: LocalizedText(en: "an object", fr: "un objet", nl: "een object", de: "ein Objekt")
    }
  }

  static func bounds(minimum: SchemaNode.Bound?, maximum: SchemaNode.Bound?) -> LocalizedText {
    let low = minimum.map { ($0.isExclusive ? "> " : "≥ ") + $0.text }
    let high = maximum.map { ($0.isExclusive ? "< " : "≤ ") + $0.text }
    if let minimum, let maximum, !minimum.isExclusive, !maximum.isExclusive {
      return LocalizedText(
        en: "\(minimum.text) to \(maximum.text)", fr: "de \(minimum.text) à \(maximum.text)",
        nl: "\(minimum.text) tot en met \(maximum.text)", de: "\(minimum.text) bis \(maximum.text)")
    }
    return LocalizedText(verbatim: [low, high].compactMap { $0 }.joined(separator: ", "))
  }

  /// The form that a text must have, to follow “is not” (en), « n'est pas » (fr), “is geen” (nl) and „ist“ (de).
  static func form(_ shape: SchemaNode) -> LocalizedText {
    if shape.format == .date {
      return LocalizedText(
        en: "a date of the calendar, written YYYY-MM-DD", fr: "une date du calendrier, écrite AAAA-MM-JJ",
        nl: "kalenderdatum, geschreven als JJJJ-MM-DD", de: "kein Kalenderdatum in der Form JJJJ-MM-TT")
    }
    let pattern = shape.pattern?.source ?? ""
    switch shape.definition {
    case "country":
      return LocalizedText(
        en: "a country code of ISO 3166-1 alpha-2, such as BE", fr: "un code de pays ISO 3166-1 alpha-2, tel que BE",
        nl: "landcode volgens ISO 3166-1 alpha-2, zoals BE", de: "kein Ländercode nach ISO 3166-1 alpha-2 wie BE")
    case "language":
      return LocalizedText(
        en: "a language tag of BCP 47, such as nl or nl-BE",
        fr: "une étiquette de langue BCP 47, telle que nl ou nl-BE",
        nl: "taalcode volgens BCP 47, zoals nl of nl-BE", de: "kein Sprachkürzel nach BCP 47 wie nl oder nl-BE")
    case "webAddress":
      return LocalizedText(
        en: "a web address that begins with https:// or http://",
        fr: "une adresse web commençant par https:// ou http://", nl: "webadres dat met https:// of http:// begint",
        de: "keine Webadresse, die mit https:// oder http:// beginnt")
    case "identifier":
      return LocalizedText(
        en: "an identifier: 1 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit",
        fr:
          "un identifiant : 1 à 64 lettres, chiffres, points, tirets ou soulignés, commençant par une lettre ou un chiffre",
        nl:
          "identificatiecode: 1 tot 64 letters, cijfers, punten, koppeltekens of underscores, met een letter of cijfer vooraan",
        de:
          "keine Kennung: 1 bis 64 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche, zuerst ein Buchstabe oder eine Ziffer"
      )
    case "lei":
      return LocalizedText(
        en: "a legal entity identifier of 20 characters",
        fr: "un identifiant d'entité juridique (LEI) de 20 caractères",
        nl: "LEI-code van 20 tekens", de: "keine LEI-Kennung aus 20 Zeichen")
    case "text", "line", "content":
      return LocalizedText(
        en: "free of control characters", fr: "exempt de caractères de commande", nl: "tekst zonder stuurtekens",
        de: "nicht frei von Steuerzeichen")
    default:
      return LocalizedText(
        en: "of the form \(pattern)", fr: "de la forme \(pattern)", nl: "waarde van de vorm \(pattern)",
        de: "nicht von der Form \(pattern)")
    }
  }
}
