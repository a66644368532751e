import Findings

extension Fixture {
  /// Five rules that fail, four that pass, one that does not apply, one undecided; the first two are of form and law.
  static let nonConformantRules: [RuleDescriptor] = [
    rule(
      "STRUCT-07", nil, .error, .format,
      title: LocalizedText(
        en: "Every reference names a thing that exists", fr: "Toute référence désigne un élément existant",
        nl: "Elke verwijzing noemt iets wat bestaat", de: "Jeder Verweis nennt etwas Vorhandenes"),
      basis: [Citation(source: "csa-report", title: "Report schema csa-report 1.0", clause: "$defs/identifier")]),
    rule(
      "AP-A5-01", "A5", .error, .law,
      title: LocalizedText(
        en: "Each service detects known material, or says why not",
        fr: "Chaque service détecte le matériel connu ou explique pourquoi il ne le fait pas",
        nl: "Elke dienst spoort bekend materiaal op of zegt waarom niet",
        de: "Jeder Dienst erkennt bekanntes Material oder sagt, warum nicht"),
      basis: [law, plan]),
    rule(
      "AP-A5-07", "A5", .error, .plausibility,
      title: LocalizedText(
        en: "What is flagged is reviewed", fr: "Ce qui est signalé est examiné",
        nl: "Wat gemarkeerd is, wordt beoordeeld",
        de: "Gemeldetes wird geprüft")),
    rule(
      "AP-A7-02", "A7", .warning,
      title: LocalizedText(
        en: "Reporting takes few steps", fr: "Un signalement demande peu d’étapes", nl: "Melden vraagt weinig stappen",
        de: "Eine Meldung verlangt wenige Schritte")),
    rule(
      "PRIV-01", nil, .note, .format,
      title: LocalizedText(
        en: "The report contains no personal data", fr: "Le rapport ne contient aucune donnée à caractère personnel",
        nl: "Het verslag bevat geen persoonsgegevens", de: "Der Bericht enthält keine personenbezogenen Daten")),
    passed("AP-A1-01", "A1"), passed("AP-A2-01", "A2"), passed("AP-A4-01", "A4"), passed("AP-A6-01", "A6"),
    rule(
      "AP-A3-02", "A3",
      title: LocalizedText(
        en: "Staff is stated by language", fr: "Le personnel est indiqué par langue",
        nl: "Het personeel is per taal vermeld", de: "Das Personal ist nach Sprache angegeben")),
    rule(
      "AP-A5-11", "A5",
      title: LocalizedText(
        en: "Error rates are stated", fr: "Les taux d’erreur sont indiqués", nl: "Foutenpercentages zijn vermeld",
        de: "Fehlerquoten sind angegeben")),
  ]

  static func passed(_ id: String, _ strand: String) -> RuleDescriptor {
    rule(
      id, strand,
      title: LocalizedText(
        en: "The section of strand \(strand) is complete", fr: "La section du volet \(strand) est complète",
        nl: "De rubriek van onderdeel \(strand) is volledig",
        de: "Der Abschnitt des Handlungsfelds \(strand) ist vollständig"))
  }

  static let conformant: Result = {
    let rules = strandTitles.map { passed("AP-\($0.0)-01", $0.0) }
    return Result(
      engine: Engine(name: "vigie", version: "0.1.0"), asOf: "2026-10-01", verdict: .conformant, failOn: .error,
      input: Input(name: "acme-2026-h1.xml", syntax: "xml", bytes: 48_213, digest: digest, lines: 1204),
      report: identity, schema: schema, packs: [pack], counts: Counts(rules: 7, passed: 7),
      strands: strands(Array(repeating: (1, 0, 0, 0), count: 7)), indicators: [], rules: rules, findings: [],
      outcomes: rules.map { Outcome(rule: $0.id, outcome: .passed) }, unchecked: [])
  }()

  static let unreadable: Result = {
    let source = Source("{ \"identification\": { \"id\": \n")
    let rule = Fixture.rule(
      "JSON-02", nil, .error, .format,
      title: LocalizedText(
        en: "The file is complete", fr: "Le fichier est complet", nl: "Het bestand is volledig",
        de: "Die Datei ist vollständig"),
      basis: [Citation(source: "rfc-8259", title: "RFC 8259", clause: "section 3", url: "https://rfc.example/8259")])
    var finding = Finding(
      rule: rule,
      message: LocalizedText(
        en: "the file ends inside an object", fr: "le fichier se termine à l’intérieur d’un objet",
        nl: "het bestand eindigt binnen een object", de: "die Datei endet innerhalb eines Objekts"),
      place: source.place("\"id\": «»", path: "/identification"))
    finding.id = "f0bad"
    let reason = LocalizedText(
      en: "The report could not be read.", fr: "Le rapport n’a pas pu être lu.",
      nl: "Het verslag kon niet worden gelezen.", de: "Der Bericht konnte nicht gelesen werden.")
    return Result(
      engine: Engine(name: "vigie", version: "0.1.0"), asOf: nil, verdict: .indeterminate, failOn: .error,
      input: Input(name: "-", syntax: "json", bytes: 28, digest: digest, lines: 2), schema: schema, packs: [pack],
      counts: Counts(rules: 2, cantTell: 2, errors: 1), strands: [], indicators: [], rules: [rule], findings: [finding],
      outcomes: [Outcome(rule: rule.id, outcome: .failed, path: "/identification", finding: finding.id)]
        + ["A1-01", "A1-02"].map { Outcome(rule: $0, outcome: .cantTell, reason: reason) },
      unchecked: [
        LocalizedText(
          en: "No rule of the packs was checked, because the report could not be read.",
          fr: "Aucune règle n’a été vérifiée, car le rapport n’a pas pu être lu.",
          nl: "Geen enkele regel is gecontroleerd, omdat het verslag niet kon worden gelezen.",
          de: "Keine Regel wurde geprüft, weil der Bericht nicht gelesen werden konnte.")
      ])
  }()
}
