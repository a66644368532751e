import Findings

/// The words for faults of JSON syntax.
enum JSONWording {
  /// The file ends where something was due.
  static func end(_ expected: JSONFault.Expected) -> LocalizedText {
    let due = noun(expected)
    return LocalizedText(
      en: "the file ends where \(due.en) is expected", fr: "le fichier se termine là où l'on attend \(due.fr)",
      nl: "het bestand eindigt waar \(due.nl) wordt verwacht", de: "die Datei endet, wo \(due.de) erwartet wird")
  }

  /// A comma with nothing behind it.
  static func trailingComma(before byte: UInt8) -> LocalizedText {
    let bracket = Shown.quoted(String(Character(Unicode.Scalar(byte))))
    return LocalizedText(
      en: "a comma stands before \(bracket.en) with nothing between them",
      fr: "une virgule précède \(bracket.fr) sans rien entre les deux",
      nl: "een komma staat voor \(bracket.nl) met niets ertussen",
      de: "ein Komma steht vor \(bracket.de), und nichts ist dazwischen")
  }

  /// Something else stands where something was due.
  static func unexpected(_ expected: JSONFault.Expected, in source: [UInt8], at offset: Int) -> LocalizedText {
    let byte = source[offset]
    let next = offset + 1 < source.count ? source[offset + 1] : 0
    if byte == UInt8(ascii: "#") || (byte == UInt8(ascii: "/") && (next == byte || next == UInt8(ascii: "*"))) {
      return comment
    }
    if byte == UInt8(ascii: "'"), [.value, .valueOrBracket, .name, .nameOrBrace].contains(expected) {
      return singleQuote
    }
    let there = Shown.word(in: source, at: offset)
    if expected == .endOfFile {
      return LocalizedText(
        en: "the value of the document is complete, but \(there.en) follows",
        fr: "la valeur du document est complète, mais \(there.fr) suit",
        nl: "de waarde van het document is volledig, maar er volgt \(there.nl)",
        de: "der Wert des Dokuments ist vollständig, aber es folgt \(there.de)")
    }
    if expected == .value || expected == .valueOrBracket, isLetter(byte) {
      return LocalizedText(
        en: "\(there.en) is not a value; text stands in double quotes, and the only words are true, false and null",
        fr: "\(there.fr) n'est pas une valeur ; un texte se met entre guillemets doubles, et les seuls mots sont true, "
          + "false et null",
        nl: "\(there.nl) is geen waarde; tekst staat tussen dubbele aanhalingstekens en de enige woorden zijn true, "
          + "false en null",
        de: "\(there.de) ist kein Wert; Text steht in doppelten Anführungszeichen, und die einzigen Wörter sind true, "
          + "false und null")
    }
    let due = noun(expected)
    return LocalizedText(
      en: "\(due.en) is expected, but there is \(there.en)", fr: "on attend \(due.fr), mais on trouve \(there.fr)",
      nl: "\(due.nl) wordt verwacht, maar er staat \(there.nl)",
      de: "\(due.de) wird erwartet, aber da steht \(there.de)")
  }

  /// A fault inside a string or a number.
  static func message(_ fault: JSONFault, in source: [UInt8]) -> LocalizedText {
    let text = Shown.quoted(String(decoding: source[fault.start..<min(fault.end, source.count)], as: UTF8.self))
    switch fault.kind {
    case .control: return control(source[fault.start])
    case .unicodeEscape:
      return LocalizedText(
        en: "four hexadecimal digits are expected behind \\u, but there is \(text.en)",
        fr: "on attend quatre chiffres hexadécimaux après \\u, mais on trouve \(text.fr)",
        nl: "na \\u worden vier hexadecimale cijfers verwacht, maar er staat \(text.nl)",
        de: "nach \\u werden vier hexadezimale Ziffern erwartet, aber da steht \(text.de)")
    case .leadingZero:
      return LocalizedText(
        en: "a number does not begin with a zero followed by digits, but there is \(text.en)",
        fr: "un nombre ne commence pas par un zéro suivi de chiffres, mais on trouve \(text.fr)",
        nl: "een getal begint niet met een nul gevolgd door cijfers, maar er staat \(text.nl)",
        de: "eine Zahl beginnt nicht mit einer Null vor weiteren Ziffern, aber da steht \(text.de)")
    case .digit(let part): return digit(behind: part, there: Shown.word(in: source, at: fault.start))
    default:
      return LocalizedText(
        en: "\(text.en) is not an escape; a backslash itself is written \\\\",
        fr: "\(text.fr) n'est pas une séquence d'échappement ; la barre oblique inverse elle-même s'écrit \\\\",
        nl: "\(text.nl) is geen escapereeks; een backslash zelf wordt geschreven als \\\\",
        de: "\(text.de) ist keine Escape-Folge; ein Backslash selbst wird \\\\ geschrieben")
    }
  }

  // MARK: - Parts

  private static func noun(_ expected: JSONFault.Expected) -> LocalizedText {
    switch expected {
    case .value: LocalizedText(en: "a value", fr: "une valeur", nl: "een waarde", de: "ein Wert")
    case .valueOrBracket:
      LocalizedText(en: "a value or ]", fr: "une valeur ou ]", nl: "een waarde of ]", de: "ein Wert oder ]")
    case .name:
      LocalizedText(
        en: "a name in double quotes", fr: "un nom entre guillemets doubles",
        nl: "een naam tussen dubbele aanhalingstekens", de: "ein Name in doppelten Anführungszeichen")
    case .nameOrBrace:
      LocalizedText(
        en: "a name in double quotes or }", fr: "un nom entre guillemets doubles ou }",
        nl: "een naam tussen dubbele aanhalingstekens of }", de: "ein Name in doppelten Anführungszeichen oder }")
    case .colon: LocalizedText(en: "a colon", fr: "un deux-points", nl: "een dubbele punt", de: "ein Doppelpunkt")
    case .commaOrBrace:
      LocalizedText(en: "a comma or }", fr: "une virgule ou }", nl: "een komma of }", de: "ein Komma oder }")
    case .commaOrBracket:
      LocalizedText(en: "a comma or ]", fr: "une virgule ou ]", nl: "een komma of ]", de: "ein Komma oder ]")
    case .endOfFile:
      LocalizedText(
        en: "the end of the file", fr: "la fin du fichier", nl: "het einde van het bestand", de: "das Ende der Datei")
    }
  }

  private static func control(_ byte: UInt8) -> LocalizedText {
    let code = Shown.code(Unicode.Scalar(byte))
    let escape =
      switch byte {
      case 0x08: "\\b"
      case 0x09: "\\t"
      case 0x0A: "\\n"
      case 0x0C: "\\f"
      case 0x0D: "\\r"
      default: "\\u" + Shown.hex(UInt32(byte), 4)
      }
    return LocalizedText(
      en: "the control character \(code) stands in a string, where it is written \(escape)",
      fr: "le caractère de contrôle \(code) figure dans une chaîne, où il s'écrit \(escape)",
      nl: "het stuurteken \(code) staat in een tekenreeks, waar het als \(escape) wordt geschreven",
      de: "das Steuerzeichen \(code) steht in einer Zeichenkette, wo es \(escape) geschrieben wird")
  }

  private static func digit(behind part: JSONFault.NumberPart, there: LocalizedText) -> LocalizedText {
    let place =
      switch part {
      case .sign:
        LocalizedText(
          en: "behind the sign of a number", fr: "après le signe d'un nombre", nl: "na het teken van een getal",
          de: "nach dem Vorzeichen einer Zahl")
      case .point:
        LocalizedText(
          en: "behind the decimal point", fr: "après le point décimal", nl: "na de decimale punt",
          de: "nach dem Dezimalpunkt")
      case .exponent:
        LocalizedText(
          en: "in the exponent of a number", fr: "dans l'exposant d'un nombre", nl: "in de exponent van een getal",
          de: "im Exponenten einer Zahl")
      }
    return LocalizedText(
      en: "a digit is expected \(place.en), but there is \(there.en)",
      fr: "on attend un chiffre \(place.fr), mais on trouve \(there.fr)",
      nl: "\(place.nl) wordt een cijfer verwacht, maar er staat \(there.nl)",
      de: "\(place.de) wird eine Ziffer erwartet, aber da steht \(there.de)")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static let comment = LocalizedText(
    en: "a comment stands here; JSON has none", fr: "un commentaire figure ici ; le JSON n'en a pas",
    nl: "hier staat commentaar; JSON kent dat niet", de: "hier steht ein Kommentar; JSON kennt keine")

  private static let singleQuote = LocalizedText(
    en: "text stands in double quotes, but there is a single quote",
    fr: "un texte se met entre guillemets doubles, mais on trouve un guillemet simple",
    nl: "tekst staat tussen dubbele aanhalingstekens, maar er staat een enkel aanhalingsteken",
    de: "Text steht in doppelten Anführungszeichen, aber da steht ein einfaches")
}
