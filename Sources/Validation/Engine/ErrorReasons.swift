import CEL
import Findings

/// Why an evaluation could not finish, for people.
enum ErrorReasons {
  static func text(_ kind: EvaluationError.Kind, path: String?) -> LocalizedText {
    let place = path.map { $0.isEmpty ? "/" : $0 } ?? ""
    switch kind {
    case .noSuchField(let name), .noSuchKey(let name):
      let full = place == "/" ? "/" + name : place.isEmpty ? name : place + "/" + name
      return LocalizedText(
        en: "The report does not give \(full), which the rule needs.",
        fr: "Le rapport ne donne pas \(full), dont la règle a besoin.",
        nl: "Het verslag geeft \(full) niet, wat de regel nodig heeft.",
        de: "Der Bericht nennt \(full) nicht, was die Regel braucht.")
    case .invalidValue:
      return LocalizedText(
        en: "The value at \(place) does not have the form that the schema asks for; see the finding there.",
        fr: "La valeur en \(place) n'a pas la forme que demande le schéma ; voir le constat correspondant.",
        nl: "De waarde op \(place) heeft niet de vorm die het schema vraagt; zie de bevinding aldaar.",
        de: "Der Wert an \(place) hat nicht die Form, die das Schema verlangt; siehe die Feststellung dort.")
    case .divisionByZero:
      return LocalizedText(
        en: "A ratio cannot be formed because its whole is 0.",
        fr: "Un rapport ne peut être calculé parce que son dénominateur est 0.",
        nl: "Een verhouding kan niet worden berekend omdat het geheel 0 is.",
        de: "Ein Verhältnis lässt sich nicht bilden, weil die Bezugsgröße 0 ist.")
    case .overflow:
      return LocalizedText(
        en: "A number is too large to calculate with exactly.", fr: "Un nombre est trop grand pour un calcul exact.",
        nl: "Een getal is te groot om er exact mee te rekenen.",
        de: "Eine Zahl ist zu groß, um genau mit ihr zu rechnen.")
    case .emptyList:
      return LocalizedText(
        en: "There is nothing of which a smallest, largest or mean value could be taken.",
        fr: "Il n'y a rien dont on puisse prendre le minimum, le maximum ou la moyenne.",
        nl: "Er is niets waarvan een kleinste, grootste of gemiddelde waarde kan worden genomen.",
        de: "Es gibt nichts, wovon ein kleinster, größter oder mittlerer Wert zu bilden wäre.")
    case .budgetExceeded(let limit, _):
      return LocalizedText(
        en: "The rule used up its budget of \(Language.en.integer(limit)) steps on this report.",
        fr: "La règle a épuisé son budget de \(Language.fr.integer(limit)) pas sur ce rapport.",
        nl: "De regel heeft haar budget van \(Language.nl.integer(limit)) stappen op dit verslag opgebruikt.",
        de: "Die Regel hat ihr Budget von \(Language.de.integer(limit)) Schritten bei diesem Bericht aufgebraucht.")
    default:
      return LocalizedText(
        en: "The expression of the rule has no value here (\(kind)).",
        fr: "L'expression de la règle n'a pas de valeur ici (\(kind)).",
        nl: "De uitdrukking van de regel heeft hier geen waarde (\(kind)).",
        de: "Der Ausdruck der Regel hat hier keinen Wert (\(kind)).")
    }
  }
}
