import Findings

/// The words for faults of YAML.
enum YAMLWording {
  static func encoding(_ form: String) -> LocalizedText {
    LocalizedText(
      en: "the file is encoded in \(form); a rule pack is UTF-8",
      fr: "le fichier est codé en \(form) ; un jeu de règles "
        + "est en UTF-8", nl: "het bestand is gecodeerd in \(form); een regelpakket is UTF-8",
      de: "die Datei ist in \(form) codiert; ein Regelpaket ist UTF-8")
  }

  /// Comments and white space, but no value.
  static func noDocument(_ source: [UInt8]) -> Finding {
    Finding(
      rule: FormatRule.emptyFile,
      message: LocalizedText(
        en: "the file has nothing but comments and white space",
        fr: "le fichier ne contient que des commentaires et des blancs",
        nl: "het bestand bevat alleen commentaar en witruimte", de: "die Datei enthält nur Kommentare und Leerraum"),
      place: Place(span: Span(start: 0, end: source.count), path: ""))
  }

  static func duplicateKey(_ name: String) -> LocalizedText {
    let name = Shown.quoted(name)
    return LocalizedText(
      en: "the mapping has a second key \(name.en)", fr: "le tableau associatif a une deuxième clé \(name.fr)",
      nl: "de mapping heeft een tweede sleutel \(name.nl)", de: "die Abbildung hat einen zweiten Schlüssel \(name.de)")
  }

  static func feature(_ kind: YAMLFault.Kind) -> LocalizedText {
    switch kind {
    case .alias:
      LocalizedText(
        en: "an alias stands here; a rule pack has none", fr: "un alias figure ici ; un jeu de règles n'en a pas",
        nl: "hier staat een alias; een regelpakket heeft er geen", de: "hier steht ein Alias; ein Regelpaket hat keine")
    case .tag:
      LocalizedText(
        en: "a tag stands here; a rule pack has none", fr: "une étiquette figure ici ; un jeu de règles n'en a pas",
        nl: "hier staat een tag; een regelpakket heeft er geen", de: "hier steht ein Tag; ein Regelpaket hat keine")
    case .merge:
      LocalizedText(
        en: "a merge key stands here; a rule pack has none",
        fr: "une clé de fusion figure ici ; un jeu de règles n'en a pas",
        nl: "hier staat een samenvoegsleutel; een regelpakket heeft er geen",
        de: "hier steht ein Merge-Schlüssel; ein Regelpaket hat keine")
    case .collectionAsKey:
      LocalizedText(
        en: "a mapping or sequence stands here as a key; a key is a text",
        fr: "un tableau associatif ou une séquence figure ici comme clé ; une clé est un texte",
        nl: "hier staat een mapping of reeks als sleutel; een sleutel is een tekst",
        de: "hier steht eine Abbildung oder Liste als Schlüssel; ein Schlüssel ist ein Text")
    case .secondDocument:
      LocalizedText(
        en: "a second document begins here; a file of a rule pack has one",
        fr: "un deuxième document commence ici ; un fichier de jeu de règles n'en a qu'un",
        nl: "hier begint een tweede document; een bestand van een regelpakket heeft er een",
        de: "hier beginnt ein zweites Dokument; eine Datei eines Regelpakets hat eines")
    default:
      LocalizedText(
        en: "an anchor stands here; a rule pack has none", fr: "une ancre figure ici ; un jeu de règles n'en a pas",
        nl: "hier staat een anker; een regelpakket heeft er geen", de: "hier steht ein Anker; ein Regelpaket hat keine")
    }
  }

  /// The words for a problem of libyaml, which has its own in English.
  static func problem(_ problem: String, _ there: LocalizedText) -> LocalizedText {
    if let text = problems[problem] { return text }
    if problem.hasPrefix("did not find expected") { return expected(problem, there) }
    return LocalizedText(
      en: "the YAML cannot be read at \(there.en) (libyaml: \(problem))",
      fr: "le YAML ne peut pas être lu à \(there.fr) (libyaml : \(problem))",
      nl: "de YAML kan niet worden gelezen bij \(there.nl) (libyaml: \(problem))",
      de: "das YAML kann bei \(there.de) nicht gelesen werden (libyaml: \(problem))")
  }

  private static func expected(_ problem: String, _ there: LocalizedText) -> LocalizedText {
    let due: LocalizedText =
      switch problem {
      case "did not find expected ',' or ']'":
        LocalizedText(en: "a comma or ]", fr: "une virgule ou ]", nl: "een komma of ]", de: "ein Komma oder ]")
      case "did not find expected ',' or '}'":
        LocalizedText(en: "a comma or }", fr: "une virgule ou }", nl: "een komma of }", de: "ein Komma oder }")
      case "did not find expected '-' indicator":
        LocalizedText(
          en: "a - or less indentation", fr: "un - ou une indentation moindre", nl: "een - of minder inspringing",
          de: "ein - oder weniger Einrückung")
      case "did not find expected key":
        LocalizedText(
          en: "a key or less indentation", fr: "une clé ou une indentation moindre",
          nl: "een sleutel of minder inspringing",
          de: "ein Schlüssel oder weniger Einrückung")
      default: LocalizedText(en: "a value", fr: "une valeur", nl: "een waarde", de: "ein Wert")
      }
    return LocalizedText(
      en: "\(due.en) is expected, but there is \(there.en)", fr: "on attend \(due.fr), mais on trouve \(there.fr)",
      nl: "\(due.nl) wordt verwacht, maar er staat \(there.nl)",
      de: "\(due.de) wird erwartet, aber da steht \(there.de)")
  }

  private static let tab = LocalizedText(
    en: "a tab stands in the indentation; YAML indents with spaces",
    fr: "une tabulation figure dans l'indentation ; le YAML s'indente avec des espaces",
    nl: "een tab staat in de inspringing; YAML springt in met spaties",
    de: "ein Tabulator steht in der Einrückung; YAML rückt mit Leerzeichen ein")

  private static let problems: [String: LocalizedText] = [
    "mapping values are not allowed in this context": LocalizedText(
      en: "a colon stands where no key can be; a text with a colon and a space stands in quotes",
      fr: "un deux-points figure là où aucune clé n'est possible ; un texte avec deux-points et espace se met entre "
        + "guillemets",
      nl: "een dubbele punt staat waar geen sleutel kan staan; een tekst met een dubbele punt en een spatie staat "
        + "tussen aanhalingstekens",
      de: "ein Doppelpunkt steht, wo kein Schlüssel sein kann; ein Text mit Doppelpunkt und Leerzeichen steht in "
        + "Anführungszeichen"),
    "could not find expected ':'": LocalizedText(
      en: "a key without a colon ends here", fr: "une clé sans deux-points se termine ici",
      nl: "hier eindigt een sleutel zonder dubbele punt", de: "hier endet ein Schlüssel ohne Doppelpunkt"),
    "found character that cannot start any token": LocalizedText(
      en: "this character begins no value; a text that begins with it stands in quotes",
      fr: "ce caractère ne commence aucune valeur ; un texte qui commence ainsi se met entre guillemets",
      nl: "dit teken begint geen waarde; een tekst die ermee begint, staat tussen aanhalingstekens",
      de: "dieses Zeichen beginnt keinen Wert; ein Text, der damit beginnt, steht in Anführungszeichen"),
    "found unexpected end of stream": LocalizedText(
      en: "the file ends inside a text in quotes", fr: "le fichier se termine dans un texte entre guillemets",
      nl: "het bestand eindigt binnen een tekst tussen aanhalingstekens",
      de: "die Datei endet in einem Text in Anführungszeichen"),
    "found unknown escape character": LocalizedText(
      en: "the escape is unknown; a backslash itself is written \\\\, or the text stands in single quotes",
      fr: "la séquence d'échappement est inconnue ; la barre oblique inverse s'écrit \\\\, ou le texte se met entre "
        + "guillemets simples",
      nl: "de escapereeks is onbekend; een backslash zelf wordt geschreven als \\\\, of de tekst staat tussen enkele "
        + "aanhalingstekens",
      de:
        "die Escape-Folge ist unbekannt; ein Backslash selbst wird \\\\ geschrieben, oder der Text steht in einfachen "
        + "Anführungszeichen"),
    "block sequence entries are not allowed in this context": LocalizedText(
      en: "a - stands where no sequence can begin", fr: "un - figure là où aucune séquence ne peut commencer",
      nl: "een - staat waar geen reeks kan beginnen", de: "ein - steht, wo keine Liste beginnen kann"),
    "control characters are not allowed": LocalizedText(
      en: "a control character stands here, which YAML does not allow",
      fr: "un caractère de contrôle figure ici ; le YAML ne l'admet pas",
      nl: "hier staat een stuurteken, dat YAML niet toelaat", de: "hier steht ein Steuerzeichen, das YAML nicht zulässt"
    ),
    "found a tab character that violates indentation": tab,
    "found a tab character where an indentation space is expected": tab,
    "found undefined tag handle": feature(.tag),
    "found duplicate %YAML directive": feature(.secondDocument),
  ]
}
