import Findings

/// Findings about waivers: their places are in the file of waivers, and in the report where there is something.
enum WaiverFindings {
  /// How many findings of the report a finding about a waiver points at; the others are counted.
  private static let relatedLimit = 12

  /// The day of the run is behind the last day of the waiver.
  static func expired(_ entry: Waivers.Entry, asOf: String, _ matches: [Finding]) -> Finding {
    let (expires, place) = (entry.waiver.expires, place(entry))
    func end(_ language: Language) -> String { language.date(expires) }
    func day(_ language: Language) -> String { language.date(asOf) }
    return finding(
      WaiverRule.expired, entry.place(of: "expires", value: expires), matches,
      LocalizedText(
        en:
          "The waiver for \(entry.rule) (\(place.en)) held until \(end(.en)); the law is applied as of \(day(.en)), so the "
          + "waiver does not count",
        fr:
          "La dispense pour \(entry.rule) (\(place.fr)) valait jusqu'au \(end(.fr)) ; le droit est appliqué au \(day(.fr)), "
          + "la dispense ne compte donc pas",
        nl:
          "De vrijstelling voor \(entry.rule) (\(place.nl)) gold tot en met \(end(.nl)); het recht wordt toegepast zoals "
          + "het op \(day(.nl)) gold, dus telt de vrijstelling niet",
        de:
          "Die für \(entry.rule) (\(place.de)) zugelassene Abweichung galt bis \(end(.de)); angewandt wird das Recht mit "
          + "Stand vom \(day(.de)), die Zulassung zählt daher nicht"))
  }

  /// The rule fails at the place, with other values than those that were accepted.
  static func changed(_ entry: Waivers.Entry, _ others: [Finding]) -> Finding {
    let place = place(entry)
    let ids = others.prefix(relatedLimit).map(\.id).joined(separator: ", ")
    return finding(
      WaiverRule.changed, entry.place(of: "digest", value: entry.digest), others,
      LocalizedText(
        en:
          "The values that \(entry.rule) rests on (\(place.en)) have changed since the waiver was granted: it names the "
          + "finding \(entry.digest), the report has \(ids)",
        fr:
          "Les valeurs sur lesquelles repose \(entry.rule) (\(place.fr)) ont changé depuis que la dispense a été accordée : "
          + "elle vise le constat \(entry.digest), le rapport donne lieu à \(ids)",
        nl:
          "De waarden waarop \(entry.rule) (\(place.nl)) berust, zijn gewijzigd sinds de vrijstelling is verleend: zij "
          + "noemt de bevinding \(entry.digest), het verslag geeft \(ids)",
        de:
          "Die Werte, auf denen \(entry.rule) (\(place.de)) beruht, haben sich seit der Zulassung der Abweichung geändert: "
          + "Sie nennt die Feststellung \(entry.digest), der Bericht ergibt \(ids)"))
  }

  /// The rule has no finding at the place.
  static func unmatched(_ entry: Waivers.Entry, rules: [String]) -> Finding {
    let place = place(entry)
    guard rules.contains(entry.rule) else {
      let nearest = NearestName.of(entry.rule, in: rules)
      return finding(
        WaiverRule.unmatched, entry.place(of: "rule", value: entry.rule), [],
        LocalizedText(
          en: "The waiver names the rule \(entry.rule), which is not among the rules of this run"
            + (nearest.map { "; did you mean “\($0)”?" } ?? ""),
          fr: "La dispense vise la règle \(entry.rule), qui ne fait pas partie des règles de ce contrôle"
            + (nearest.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""),
          nl: "De vrijstelling noemt de regel \(entry.rule), die niet bij de regels van deze controle hoort"
            + (nearest.map { "; bedoelde u “\($0)”?" } ?? ""),
          de: "Die zugelassene Abweichung nennt die Regel \(entry.rule), die nicht zu den Regeln dieser Prüfung gehört"
            + (nearest.map { "; war „\($0)“ gemeint?" } ?? "")))
    }
    return finding(
      WaiverRule.unmatched, entry.place(of: "path", value: entry.path), [],
      LocalizedText(
        en: "The waiver for \(entry.rule) (\(place.en)) matches no finding of this report",
        fr: "La dispense pour \(entry.rule) (\(place.fr)) ne correspond à aucun constat sur ce rapport",
        nl: "De vrijstelling voor \(entry.rule) (\(place.nl)) past bij geen enkele bevinding over dit verslag",
        de:
          "Die für \(entry.rule) (\(place.de)) zugelassene Abweichung entspricht keiner Feststellung zu diesem Bericht")
    )
  }

  /// The path, or words where it is empty.
  private static func place(_ entry: Waivers.Entry) -> LocalizedText {
    guard entry.path.isEmpty else { return LocalizedText(verbatim: entry.path) }
    return LocalizedText(
      en: "the report as a whole", fr: "le rapport dans son ensemble", nl: "het verslag als geheel",
      de: "der Bericht als Ganzes")
  }

  private static func finding(
    _ rule: RuleDescriptor, _ place: Place, _ others: [Finding], _ message: LocalizedText
  ) -> Finding {
    Finding(
      rule: rule, message: message, place: place,
      related: others.prefix(relatedLimit).map { RelatedPlace(place: $0.place, label: $0.rule) },
      omitted: max(others.count - relatedLimit, 0))
  }
}
