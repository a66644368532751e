import CEL
import Findings

/// What a kind says with its parameters, as a sentence.
enum KindSentence {
  static func of(_ call: KindCall) -> LocalizedText {
    func text(_ name: String) -> String {
      call.parameters.first { $0.name == name }?.texts.joined(separator: ", ") ?? ""
    }
    let path = text("path")
    let sentence: LocalizedText =
      switch call.kind {
      case .required:
        LocalizedText(
          en: "\(path) is stated", fr: "\(path) est indiqué", nl: "\(path) is vermeld", de: "\(path) ist angegeben")
      case .forbidden:
        LocalizedText(
          en: "\(path) is not stated", fr: "\(path) n'est pas indiqué", nl: "\(path) is niet vermeld",
          de: "\(path) ist nicht angegeben")
      case .cardinality:
        LocalizedText(
          en: "the number of values of \(path) is", fr: "le nombre de valeurs de \(path) est",
          nl: "het aantal waarden van \(path) is", de: "die Zahl der Werte von \(path) ist"
        ).followed(by: limits(call))
      case .codeList:
        LocalizedText(
          en: "\(path) is one of \(text("codes"))", fr: "\(path) est l'un de \(text("codes"))",
          nl: "\(path) is een van \(text("codes"))", de: "\(path) ist eines von \(text("codes"))")
      case .pattern:
        LocalizedText(
          en: "\(path) has the form \(text("pattern"))", fr: "\(path) a la forme \(text("pattern"))",
          nl: "\(path) heeft de vorm \(text("pattern"))", de: "\(path) hat die Form \(text("pattern"))")
      case .range:
        LocalizedText(en: "\(path) is", fr: "\(path) est", nl: "\(path) is", de: "\(path) ist")
          .followed(by: limits(call))
      case .sumEquals: sum(text("parts"), text("total"), text("tolerance"))
      case .ratio: ratio(text("part"), text("whole"), text("rate"), text("digits"))
      case .unique: unique(path, text("key"))
      case .refersTo:
        LocalizedText(
          en: "\(path) is one of the values of \(text("key"))", fr: "\(path) est l'une des valeurs de \(text("key"))",
          nl: "\(path) is een van de waarden van \(text("key"))", de: "\(path) ist einer der Werte von \(text("key"))")
      case .deadline: deadline(text("from"), text("length"), text("actual"))
      case .periodContinuity:
        LocalizedText(
          en: "the period begins on the day after the previous one ended",
          fr: "la période commence le lendemain de la fin de la précédente",
          nl: "de periode begint op de dag na het einde van de vorige",
          de: "der Zeitraum beginnt am Tag nach dem Ende des vorigen")
      case .changeBound: change(path, text("previous"), text("factor"))
      }
    return absence(text("absent"), sentence)
  }

  private static func limits(_ call: KindCall) -> LocalizedText {
    let least = call.parameters.first { $0.name == "min" }?.texts.first
    let most = call.parameters.first { $0.name == "max" }?.texts.first
    switch (least, most) {
    case (let least?, let most?):
      return LocalizedText(
        en: "from \(least) to \(most)", fr: "compris entre \(least) et \(most)", nl: "van \(least) tot en met \(most)",
        de: "von \(least) bis \(most)")
    case (let least?, nil):
      return LocalizedText(
        en: "at least \(least)", fr: "au moins \(least)", nl: "minstens \(least)", de: "mindestens \(least)")
    default:
      let most = most ?? ""
      return LocalizedText(
        en: "at most \(most)", fr: "au plus \(most)", nl: "hoogstens \(most)", de: "höchstens \(most)")
    }
  }

  private static func sum(_ parts: String, _ total: String, _ tolerance: String) -> LocalizedText {
    let sentence = LocalizedText(
      en: "the sum of \(parts) is \(total)", fr: "la somme de \(parts) est \(total)",
      nl: "de som van \(parts) is \(total)", de: "die Summe von \(parts) ist \(total)")
    guard !tolerance.isEmpty else { return sentence }
    return sentence.followed(
      by: LocalizedText(
        en: "to within \(tolerance)", fr: "à \(tolerance) près", nl: "op \(tolerance) na", de: "auf \(tolerance) genau")
    )
  }

  private static func ratio(_ part: String, _ whole: String, _ rate: String, _ digits: String) -> LocalizedText {
    LocalizedText(
      en: "\(rate) is \(part) / \(whole), rounded to \(digits) decimals",
      fr: "\(rate) est \(part) / \(whole), arrondi à \(digits) décimales",
      nl: "\(rate) is \(part) / \(whole), afgerond op \(digits) decimalen",
      de: "\(rate) ist \(part) / \(whole), auf \(digits) Stellen gerundet")
  }

  private static func unique(_ path: String, _ key: String) -> LocalizedText {
    let what = key.isEmpty ? path : "\(path) (\(key))"
    return LocalizedText(
      en: "no value of \(what) is there twice", fr: "aucune valeur de \(what) ne figure deux fois",
      nl: "geen waarde van \(what) komt twee keer voor", de: "kein Wert von \(what) kommt zweimal vor")
  }

  private static func deadline(_ from: String, _ length: String, _ actual: String) -> LocalizedText {
    LocalizedText(
      en: "\(actual) is no later than \(from) plus \(length)",
      fr: "\(actual) n'est pas postérieur à \(from) plus \(length)",
      nl: "\(actual) valt niet later dan \(from) plus \(length)",
      de: "\(actual) liegt nicht später als \(from) plus \(length)")
  }

  private static func change(_ path: String, _ previous: String, _ factor: String) -> LocalizedText {
    LocalizedText(
      en: "\(path) is neither more than \(factor) times \(previous) nor less than \(previous) divided by \(factor)",
      fr: "\(path) ne dépasse pas \(factor) fois \(previous) et n'est pas inférieur à \(previous) divisé par \(factor)",
      nl: "\(path) is niet meer dan \(factor) keer \(previous) en niet minder dan \(previous) gedeeld door \(factor)",
      de:
        "\(path) ist nicht mehr als das \(factor)-Fache von \(previous) und nicht weniger als \(previous) durch \(factor)"
    )
  }

  /// With what an absent value means, where the rule says it, and a full stop.
  private static func absence(_ absent: String, _ sentence: LocalizedText) -> LocalizedText {
    let addition =
      absent == "fails"
      ? LocalizedText(
        en: "; it must be stated", fr: " ; l'indication est obligatoire", nl: "; vermelding is verplicht",
        de: "; die Angabe ist Pflicht") : LocalizedText(verbatim: "")
    return sentence.map { language, text in
      // A path begins with a small letter, wherever it stands.
      let isPath = text.prefix { $0 != " " }.contains(".")
      return (isPath ? text : text.prefix(1).uppercased() + text.dropFirst()) + addition[language] + "."
    }
  }
}

extension LocalizedText {
  fileprivate func followed(by other: LocalizedText) -> LocalizedText {
    map { language, text in text + " " + other[language] }
  }
}
