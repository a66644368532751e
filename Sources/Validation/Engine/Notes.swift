import Findings

/// What a result says of things that were not checked.
enum Notes {
  static func previousUnusable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "The report of the period before, \(name), is not usable; nothing was compared with it.",
      fr: "Le rapport de la période précédente, \(name), n'est pas exploitable ; aucune comparaison n'a été faite.",
      nl: "Het verslag van de vorige periode, \(name), is niet bruikbaar; er is niets mee vergeleken.",
      de: "Der Bericht über den vorigen Zeitraum, \(name), ist nicht verwertbar; es wurde nichts damit verglichen.")
  }

  static func moreFaults(_ number: Int) -> LocalizedText {
    LocalizedText(
      en: "\(number) more faults of structure were counted but are not shown.",
      fr: "\(number) autres fautes de structure ont été comptées mais ne sont pas affichées.",
      nl: "Nog \(number) structuurfouten zijn geteld maar worden niet getoond.",
      de: "\(number) weitere Strukturfehler wurden gezählt, werden aber nicht angezeigt.")
  }

  static func placesIncomplete(_ rule: String) -> LocalizedText {
    LocalizedText(
      en: "Not all places at which the rule \(rule) fails could be collected; the budget of the rule was used up.",
      fr: "Les endroits où la règle \(rule) échoue n'ont pas tous pu être relevés ; le budget de la règle est épuisé.",
      nl: "Niet alle plaatsen waar de regel \(rule) faalt, konden worden verzameld; het budget van de regel is op.",
      de: "Nicht alle Stellen, an denen die Regel \(rule) verletzt ist, konnten ermittelt werden; das Budget der Regel "
        + "ist aufgebraucht.")
  }

  static func moreFailures(_ rule: String, _ number: Int) -> LocalizedText {
    guard number != 1 else {
      return LocalizedText(
        en: "The rule \(rule) fails at one more place, which is not shown.",
        fr: "La règle \(rule) n'est pas respectée à un autre endroit, qui n'est pas affiché.",
        nl: "De regel \(rule) wordt op nog één plaats niet nageleefd; die wordt niet getoond.",
        de: "Die Regel \(rule) ist an einer weiteren Stelle verletzt, die nicht angezeigt wird.")
    }
    return LocalizedText(
      en: "The rule \(rule) fails at \(Language.en.integer(number)) more places, which are not shown.",
      fr: "La règle \(rule) n'est pas respectée à \(Language.fr.integer(number)) autres endroits, qui ne sont pas "
        + "affichés.",
      nl: "De regel \(rule) wordt op nog \(Language.nl.integer(number)) plaatsen niet nageleefd; die worden niet "
        + "getoond.",
      de: "Die Regel \(rule) ist an \(Language.de.integer(number)) weiteren Stellen verletzt, die nicht angezeigt "
        + "werden.")
  }
}
