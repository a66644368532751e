import Findings

extension Fixture {
  static let report = Source(
    """
    {
      "identification": { "id": "acme-2026-h1", "version": "1.0" },
      "services": [
        { "id": "messenger", "name": "Acme Messenger 消息 📨", "kind": "messaging" },
        {
    \t\t"id": "video",
          "name": "Acme Video",
          "kind": "videoSharing"
        }
      ],
      "detection": { "technologies": [
        { "id": "t1", "service": "messenger", "flagged": 12840, "reviewed": 9120, "rejected": 310 }
      ] },
      "cases": [ { "service": "messenger", "knownCSAM": { "reports": 8810 } } ],
      "reporting": { "channels": [ { "service": "messanger", "steps": 11 } ] }
    }

    """)

  static let earlier = Source(
    """
    {
      "resources": { "backlog": { "waiting": 410 } }
    }

    """, role: .previous)

  static let nonConformant: Result = {
    let rules = nonConformantRules
    var findings = [
      Finding(
        rule: rules[0],
        message: LocalizedText(
          en: "service \"messanger\" is named but not declared; did you mean \"messenger\"?",
          fr:
            "le service «\u{A0}messanger\u{A0}» est nommé mais pas déclaré ; vouliez-vous dire «\u{A0}messenger\u{A0}» ?",
          nl: "dienst ‘messanger’ wordt genoemd maar is niet aangegeven; bedoelde u ‘messenger’?",
          de: "der Dienst „messanger“ wird genannt, ist aber nicht angegeben; meinten Sie „messenger“?"),
        place: report.place(
          #""service": «"messanger"»"#, path: "/reporting/channels/0/service", value: #""messanger""#),
        related: [
          RelatedPlace(
            place: report.place(#""id": «"messenger"»"#, path: "/services/0/id", value: #""messenger""#),
            label: "declared")
        ],
        advice: LocalizedText(
          en: "Write \"messenger\".", fr: "Écrivez «\u{A0}messenger\u{A0}».", nl: "Schrijf ‘messenger’.",
          de: "Schreiben Sie „messenger“.")),
      Finding(
        rule: rules[1],
        message: LocalizedText(
          en: "Acme Video shares videos in public, but the report names no technology against known child sexual abuse "
            + "material and no reason for its absence",
          fr:
            "Acme Video diffuse des vidéos publiques, mais le rapport ne cite aucune technologie contre le matériel connu "
            + "relatif à des abus sexuels sur enfants et n’explique pas cette absence",
          nl: "Acme Video deelt openbare video’s, maar het verslag noemt geen technologie tegen bekend materiaal over "
            + "seksueel misbruik van kinderen en geen reden waarom die ontbreekt",
          de: "Acme Video verbreitet öffentliche Videos, aber der Bericht nennt keine Technologie gegen bekannte "
            + "Darstellungen sexuellen Kindesmissbrauchs und keinen Grund für deren Fehlen"),
        place: report.place(
          "    «{\n\t\t\"id\": \"video\",\n      \"name\": \"Acme Video\",\n      \"kind\": \"videoSharing\"\n    }»",
          path: "/services/1")),
      Finding(
        rule: rules[2],
        message: LocalizedText(
          en: "9,120 + 310 items were reviewed or rejected, but 12,840 were flagged: 3,410 remain unexplained",
          fr:
            "9\u{202F}120 + 310 éléments ont été examinés ou rejetés, mais 12\u{202F}840 ont été signalés : 3\u{202F}410 "
            + "restent inexpliqués",
          nl: "9.120 + 310 items zijn beoordeeld of afgewezen, maar 12.840 zijn gemarkeerd: 3.410 blijven onverklaard",
          de: "9.120 + 310 Elemente wurden geprüft oder verworfen, aber 12.840 wurden gemeldet: 3.410 bleiben ungeklärt"
        ),
        place: report.place(#""flagged": «12840»"#, path: "/detection/technologies/0/flagged", value: "12840"),
        related: [
          RelatedPlace(
            place: report.place(#""reviewed": «9120»"#, path: "/detection/technologies/0/reviewed", value: "9120"),
            label: "reviewed"),
          RelatedPlace(
            place: report.place(#""rejected": «310»"#, path: "/detection/technologies/0/rejected", value: "310"),
            label: "rejected"),
          RelatedPlace(
            place: report.place(#""reports": «8810»"#, path: "/cases/0/knownCSAM/reports", value: "8810"),
            label: "cases"),
          RelatedPlace(
            place: earlier.place(#""waiting": «410»"#, path: "/resources/backlog/waiting", value: "410"),
            label: "waiting"),
        ], omitted: 1234,
        workings: [
          Working(
            calculation: Calculation(
              steps: [
                .figure("9120", at: report.place(#""reviewed": «9120»"#, path: "/detection/technologies/0/reviewed")),
                .sign(.plus),
                .figure("310", at: report.place(#""rejected": «310»"#, path: "/detection/technologies/0/rejected")),
                .sign(.plus), .omitted(480),
              ], result: "9430"), relation: .unequal,
            stated: Calculation(
              steps: [
                .figure("12840", at: report.place(#""flagged": «12840»"#, path: "/detection/technologies/0/flagged"))
              ],
              result: "12840"))
        ]),
      Finding(
        rule: rules[3],
        message: LocalizedText(
          en: "the channel of Acme Messenger takes 11 steps; more than 5 discourage those who report",
          fr: "le canal d’Acme Messenger demande 11 étapes ; plus de 5 découragent les personnes qui signalent",
          nl: "het kanaal van Acme Messenger vraagt 11 stappen; meer dan 5 ontmoedigt wie wil melden",
          de: "der Kanal von Acme Messenger verlangt 11 Schritte; mehr als 5 schrecken Meldende ab"),
        place: report.place(#""steps": «11»"#, path: "/reporting/channels/0/steps", value: "11")),
      Finding(
        rule: rules[4],
        message: LocalizedText(
          en: "an explanation contains what looks like an e-mail address",
          fr: "une explication contient ce qui ressemble à une adresse électronique",
          nl: "een toelichting bevat wat op een e-mailadres lijkt",
          de: "eine Erläuterung enthält anscheinend eine E-Mail-Adresse"),
        place: Place(
          span: Span(start: 70, end: 90), path: "/identification",
          region: Region(
            start: Position(line: 2, column: 69), end: Position(line: 2, column: 89), excerpt: "", excerptColumn: 1))),
    ]
    for index in findings.indices { findings[index].id = "f\(index)c0ffee" }
    return Result(
      engine: Engine(name: "vigie", version: "0.1.0"), asOf: "2026-10-01", verdict: .nonConformant, failOn: .error,
      input: Input(name: "acme-2026-h1.json", syntax: "json", bytes: report.text.utf8.count, digest: digest, lines: 16),
      previous: Input(
        name: "acme 2025-h2.json", syntax: "json", bytes: earlier.text.utf8.count, digest: digest, lines: 3),
      report: identity, schema: schema, packs: [pack],
      counts: Counts(
        rules: 9, passed: 4, failed: 3, inapplicable: 1, cantTell: 1, errors: 3, warnings: 1, notes: 1),
      strands: strands([
        (1, 0, 0, 0), (1, 0, 0, 0), (0, 0, 1, 0), (1, 0, 0, 0), (0, 2, 0, 1), (1, 0, 0, 0), (0, 1, 0, 0),
      ]),
      indicators: indicators, rules: rules, findings: findings, outcomes: outcomes(of: rules, findings),
      unchecked: [
        LocalizedText(
          en: "Explanations in free text were searched for personal data, but not read for their meaning.",
          fr:
            "Les explications en texte libre ont été examinées quant aux données à caractère personnel, mais pas quant à "
            + "leur sens.",
          nl: "Toelichtingen in vrije tekst zijn op persoonsgegevens doorzocht, maar niet inhoudelijk gelezen.",
          de:
            "Erläuterungen in freiem Text wurden auf personenbezogene Daten durchsucht, aber nicht inhaltlich gelesen.")
      ])
  }()

  private static func outcomes(of rules: [RuleDescriptor], _ findings: [Finding]) -> [Outcome] {
    findings.map { Outcome(rule: $0.rule, outcome: .failed, path: $0.place.path, finding: $0.id) }
      + rules[5...8].map { Outcome(rule: $0.id, outcome: .passed) }
      + [
        Outcome(
          rule: rules[9].id, outcome: .inapplicable,
          reason: LocalizedText(
            en: "The provider is a small enterprise", fr: "Le fournisseur est une petite entreprise",
            nl: "De aanbieder is een kleine onderneming", de: "Der Anbieter ist ein kleines Unternehmen")),
        Outcome(
          rule: rules[10].id, outcome: .cantTell, path: "/detection/technologies/0",
          reason: LocalizedText(
            en: "The report does not state the error rate (`errorRate`)",
            fr: "Le rapport n’indique pas le taux d’erreur (`errorRate`)",
            nl: "Het verslag vermeldt het foutenpercentage (`errorRate`) niet",
            de: "Der Bericht nennt die Fehlerquote (`errorRate`) nicht")),
      ]
  }

  static let indicators = [
    Indicator(
      id: "reports",
      title: LocalizedText(
        en: "Reports to authorities and hotlines", fr: "Signalements aux autorités et aux lignes d’assistance",
        nl: "Meldingen aan autoriteiten en meldpunten", de: "Meldungen an Behörden und Meldestellen"),
      unit: .count, value: "8810", previous: "7204"),
    Indicator(
      id: "reviewed",
      title: LocalizedText(
        en: "Share of flagged items reviewed by people", fr: "Part des éléments signalés examinés par des personnes",
        nl: "Aandeel door mensen beoordeelde items", de: "Anteil der von Menschen geprüften Elemente"),
      unit: .share, value: "0.71028037", previous: "0.8113"),
    Indicator(
      id: "removal",
      title: LocalizedText(
        en: "Median time to removal", fr: "Délai médian de retrait", nl: "Mediane tijd tot verwijdering",
        de: "Mediane Zeit bis zur Entfernung"),
      unit: .hours, value: "26.5", previous: "1"),
    Indicator(
      id: "staff",
      title: LocalizedText(
        en: "Staff for child safety", fr: "Personnel affecté à la sécurité des enfants",
        nl: "Personeel voor kinderveiligheid", de: "Personal für den Kinderschutz"),
      unit: .fullTimeEquivalents, value: "41.25"),
    Indicator(
      id: "budget",
      title: LocalizedText(
        en: "Support to hotlines", fr: "Soutien aux lignes d’assistance", nl: "Steun aan meldpunten",
        de: "Unterstützung von Meldestellen"),
      unit: .euro,
      reason: LocalizedText(
        en: "the report does not say", fr: "le rapport ne le dit pas", nl: "het verslag zegt het niet",
        de: "der Bericht sagt es nicht")),
  ]
}
