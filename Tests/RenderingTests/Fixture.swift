import Findings

/// A report that never was, in the layout of the report schema, and places in it.
struct Source {
  let text: String
  let role: SourceRole
  let table: LineTable

  init(_ text: String, role: SourceRole = .report) {
    self.text = text
    self.role = role
    table = LineTable(Array(text.utf8))
  }

  /// The place of the first text that is marked by `«…»` in a fragment of the source.
  func place(_ fragment: String, path: String, value: String? = nil) -> Place {
    let parts = fragment.split(whereSeparator: { "«»".contains($0) }, keeping: 3)
    let offset = Self.offset(of: Array((parts[0] + parts[1] + parts[2]).utf8), in: Array(text.utf8)) ?? 0
    let start = offset + parts[0].utf8.count
    let span = Span(start: start, end: start + parts[1].utf8.count)
    return Place(source: role, span: span, path: path, value: value).resolved(in: table)
  }

  private static func offset(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard needle.count <= bytes.count else { return nil }
    return (0...(bytes.count - needle.count)).first { bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
  }
}

extension String {
  /// The pieces between separators, filled up with empty ones.
  fileprivate func split(whereSeparator isSeparator: (Character) -> Bool, keeping count: Int) -> [String] {
    let parts = split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map(String.init)
    return parts + Array(repeating: "", count: max(count - parts.count, 0))
  }
}

/// The results that the golden files show.
enum Fixture {
  static let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)

  static let schema = Component(
    id: "csa-report", version: "1.0", digest: digest,
    title: LocalizedText(
      en: "Transparency report on child sexual abuse", fr: "Rapport de transparence sur les abus sexuels sur enfants",
      nl: "Transparantieverslag over seksueel misbruik van kinderen",
      de: "Transparenzbericht über sexuellen Kindesmissbrauch"))

  static let pack = Component(
    id: "child-focus-2020", version: "1.2.0", digest: digest,
    title: LocalizedText(
      en: "Action plan of 2020", fr: "Plan d’action de 2020", nl: "Actieplan van 2020", de: "Aktionsplan von 2020"))

  static let plan = Citation(
    source: "child-focus-2020", title: "Child Focus, call for action of July 2020", clause: "point 5",
    url: "https://childfocus.example/plan-2020")

  static let law = Citation(
    source: "reg-2021-1232", title: "Regulation (EU) 2021/1232", clause: "Article 3(1)(g)(vii)",
    url: "https://eur-lex.example/eli/reg/2021/1232/oj")

  static func rule(
    _ id: String, _ strand: String?, _ severity: Severity = .error, _ status: RuleStatus = .expectation,
    title: LocalizedText, basis: [Citation] = [plan], help: LocalizedText = help
  ) -> RuleDescriptor {
    RuleDescriptor(
      id: id, pack: strand == nil ? "vigie" : "child-focus-2020", title: title, strand: strand, severity: severity,
      status: status, basis: basis, help: help)
  }

  static let help = LocalizedText(
    en: "Add the missing information to the section, or state `notApplicable` with a reason.",
    fr: "Ajoutez les informations manquantes à la section, ou indiquez `notApplicable` avec un motif.",
    nl: "Vul de ontbrekende gegevens in de rubriek aan, of vermeld `notApplicable` met een reden.",
    de: "Ergänzen Sie die fehlenden Angaben im Abschnitt, oder geben Sie `notApplicable` mit einer Begründung an.")

  static let strandTitles: [(String, LocalizedText)] = [
    ("A1", LocalizedText(en: "Priority", fr: "Priorité", nl: "Prioriteit", de: "Priorität")),
    (
      "A2",
      LocalizedText(en: "Media education", fr: "Éducation aux médias", nl: "Mediaopvoeding", de: "Medienerziehung")
    ),
    (
      "A3",
      LocalizedText(
        en: "Structural means", fr: "Moyens structurels", nl: "Structurele middelen", de: "Strukturelle Mittel")
    ),
    ("A4", LocalizedText(en: "Training", fr: "Formation", nl: "Opleiding", de: "Ausbildung")),
    (
      "A5",
      LocalizedText(en: "Proactive duty", fr: "Obligation proactive", nl: "Proactieve plicht", de: "Proaktive Pflicht")
    ),
    (
      "A6",
      LocalizedText(
        en: "Offender prevention", fr: "Prévention auprès des auteurs", nl: "Daderpreventie", de: "Täterprävention")
    ),
    (
      "A7",
      LocalizedText(
        en: "Citizen reporting and victim support", fr: "Signalement par les citoyens et soutien aux victimes",
        nl: "Melding door burgers en slachtofferhulp", de: "Meldungen aus der Bevölkerung und Opferhilfe")
    ),
  ]

  static func strands(_ scores: [(passed: Int, failed: Int, inapplicable: Int, cantTell: Int)]) -> [StrandScore] {
    zip(strandTitles, scores).map { strand, score in
      StrandScore(
        id: strand.0, title: strand.1, passed: score.passed, failed: score.failed, inapplicable: score.inapplicable,
        cantTell: score.cantTell)
    }
  }

  static let identity = ReportIdentity(
    id: "acme-2026-h1", version: "1.0", provider: "Acme Networks BV", from: "2026-01-01", to: "2026-06-30",
    services: ["Acme Messenger", "Acme Video"])

  static func same(_ text: String) -> LocalizedText { LocalizedText(verbatim: text) }
}
