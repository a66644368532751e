import Documents
import Findings
import Testing

@testable import Validation

/// What the values of a message look like in English, French, Dutch and German.
struct MessageTests {
  private func expect(
    _ value: String, _ format: String, is texts: [String], at location: SourceLocation = #_sourceLocation
  ) throws {
    let shown = try message(value, format)
    #expect(shown == texts, sourceLocation: location)
  }

  /// What a rule that fails says, where its message is a placeholder for the value of an expression.
  private func message(_ value: String, _ format: String) throws -> [String] {
    let messages = Language.allCases.map { "\($0): \"{x|\(format)}\"" }.joined(separator: ", ")
    let rule = RulePack.rule(
      "let:\n  x: \"\(value)\"\nassert: report.services.size() > 99", message: "message: { \(messages) }")
    var reader = ReportReader()
    let source = Checker.Source(name: "report", bytes: try Project.bytes("rules/action-plan/base.json"))
    let result = try Project.checker([try RulePack.read(rule)]).check(source, reader: &reader)
    let message = try #require(result.findings.first).message
    return Language.allCases.map { message[$0] }
  }

  @Test func `a code is shown by the label of the code list that the message names`() throws {
    try expect(
      "['solicitation', 'unheard of']", "code:target",
      is: [
        "solicitation of children, unheard of", "sollicitation d'enfants, unheard of",
        "benaderen van kinderen, unheard of", "Kontaktaufnahme zu Kindern, unheard of",
      ])
  }

  @Test func `fields are shown by their titles, with those on the path to them`() throws {
    try expect(
      "['accountsSuspended', 'bySource.hotline', 'unheardOf']", "field:report.measures",
      is: [
        "accounts suspended, by source – hotlines, unheardOf",
        "comptes suspendus, par source – points de contact, unheardOf",
        "opgeschorte accounts, per bron – meldpunten, unheardOf",
        "Ausgesetzte Konten, Nach Quelle – Meldestellen, unheardOf",
      ])
    try expect(
      "'knownCSAM.contentItems.internal'", "field:report.complaints",
      is: [
        "known material – content items – internal mechanism",
        "contenus connus – éléments de contenu – mécanisme interne",
        "bekend materiaal – inhoud – intern mechanisme", "Bekanntes Material – Inhalte – Internes Verfahren",
      ])
  }

  @Test func `an abbreviation keeps its capitals`() throws {
    try expect(
      "['lei']", "field:report.provider",
      is: ["legal entity identifier", "identifiant d'entité juridique", "LEI-code", "LEI-Kennung"])
  }

  @Test func `a field may name the row or the item that is meant`() throws {
    try expect(
      "[['languages', 'fr'], ['surfaces', 'liveVideo']]", "field:report.reporting.channels",
      is: [
        "languages of the channel (fr), parts of the service covered (live video)",
        "langues du canal (fr), espaces du service couverts (vidéo en direct)",
        "talen van het kanaal (fr), bestreken onderdelen van de dienst (livevideo)",
        "Sprachen des Meldewegs (fr), Abgedeckte Bereiche des Dienstes (Livevideo)",
      ])
    try expect(
      "[['funding.inKind', 'Child Focus'], ['unheardOf', 2025]]", "field:report.resources",
      is: [
        "funding of third parties (Child Focus) – support in kind, unheardOf (2,025)",
        "financement de tiers (Child Focus) – soutien en nature, unheardOf (2\u{202F}025)",
        "financiering van derden (Child Focus) – steun in natura, unheardOf (2.025)",
        "Förderung Dritter (Child Focus) – Sachleistungen, unheardOf (2.025)",
      ])
    try expect(
      "[['orders', ['BE', 'Court of Ghent', 'removal']]]", "field:report",
      is: [
        "orders from authorities (BE, Court of Ghent, removal)",
        "injonctions des autorités (BE, Court of Ghent, retrait)",
        "bevelen van autoriteiten (BE, Court of Ghent, verwijdering)",
        "Behördliche Anordnungen (BE, Court of Ghent, Entfernung)",
      ])
  }

  @Test func `rows of one field that follow each other are named together`() throws {
    try expect(
      "[['languages', 'fr'], ['languages', 'nl'], ['url'], ['languages', 'de']]", "field:report.victimSupport",
      is: [
        "languages of the support (fr, nl), web address of the support, languages of the support (de)",
        "langues du soutien (fr, nl), adresse web du soutien, langues du soutien (de)",
        "talen van de hulp (fr, nl), webadres van de hulp, talen van de hulp (de)",
        "Sprachen der Unterstützung (fr, nl), Internetadresse der Unterstützung, Sprachen der Unterstützung (de)",
      ])
  }

  @Test func `a change is shown by the values before and now, as the language writes them`() throws {
    try expect(
      "[['accountsSuspended', 4900, 9800], ['medianHours', decimal('12.5'), 30]]", "field:report.measures",
      is: [
        "accounts suspended: 4,900 → 9,800, median time to measure: 12.5\u{A0}h → 30\u{A0}h",
        "comptes suspendus\u{A0}: 4\u{202F}900 → 9\u{202F}800, délai médian\u{A0}: 12,5\u{A0}h → 30\u{A0}h",
        "opgeschorte accounts: 4.900 → 9.800, mediane tijd tot maatregel: 12,5\u{A0}h → 30\u{A0}h",
        "Ausgesetzte Konten: 4.900 → 9.800, Mittlere Zeit bis zur Maßnahme: 12,5\u{A0}h → 30\u{A0}h",
      ])
    try expect(
      "[['inUseSince', date('2021-03-01'), date('2022-03-01')], ['errorRate', 0.05, null]]",
      "field:report.detection.technologies",
      is: [
        "in use since: 1 March 2021 → 1 March 2022, error rate (B/A): 5% → (not stated)",
        "en service depuis\u{A0}: 1er mars 2021 → 1er mars 2022, taux d'erreur (B/A)\u{A0}: 5\u{202F}% → (non indiqué)",
        "in gebruik sinds: 1 maart 2021 → 1 maart 2022, foutenpercentage (B/A): 5% → (niet vermeld)",
        "In Betrieb seit: 1. März 2021 → 1. März 2022, Fehlerquote (B/A): 5\u{A0}% → (nicht angegeben)",
      ])
    try expect(
      "[['accessibleToMinors', true, false], ['encryption', 'none', 'default'], ['monthlyRecipients', 'BE', 1000, 0]]",
      "field:report.services",
      is: [
        "accessible to minors: yes → no, end-to-end encryption: none → by default, "
          + "monthly recipients by country (BE): 1,000 → 0",
        "accessible aux mineurs\u{A0}: oui → non, chiffrement de bout en bout\u{A0}: aucun → par défaut, "
          + "destinataires mensuels par pays (BE)\u{A0}: 1\u{202F}000 → 0",
        "toegankelijk voor minderjarigen: ja → nee, eind-tot-eindversleuteling: geen → standaard, "
          + "maandelijkse afnemers per land (BE): 1.000 → 0",
        "Für Minderjährige zugänglich: ja → nein, Ende-zu-Ende-Verschlüsselung: keine → voreingestellt, "
          + "Monatliche Nutzer je Land (BE): 1.000 → 0",
      ])
  }

  @Test func `what names no field is shown as it is`() throws {
    try expect(
      "[[1, 2], ['a', 'b', 'c', 'd', 'e'], []]", "field:report",
      is: .init(repeating: "[1, 2], [a, b, c, d, e], []", count: 4))
  }

  @Test func `a list shows ten items and says how many more there are`() throws {
    let eleven = "['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']"
    let ten = "a, b, c, d, e, f, g, h, i, j"
    try expect(
      eleven, "list",
      is: ["\(ten) and 1 more", "\(ten) et 1 autre", "\(ten) en nog 1", "\(ten) und eine weitere Angabe"])
    for format in ["list", "code:target", "field:report.services"] {
      try expect(
        "\(eleven) + \(eleven)", format,
        is: ["\(ten) and 12 more", "\(ten) et 12 autres", "\(ten) en nog 12", "\(ten) und 12 weitere"])
    }
    try expect("\(eleven).filter(x, x != 'k')", "list", is: .init(repeating: ten, count: 4))
  }

  @Test func `the manual tells of every format, and its examples hold`() throws {
    for entry in MessageManual.entries {
      let (value, format, text) = entry.example
      #expect(try message(value, format)[0] == text)
    }
    let told = Set(MessageManual.entries.map { String($0.form.prefix { $0 != ":" }) })
    #expect(told == Set(Template.Format.allCases.map(\.rawValue)))
  }
}
