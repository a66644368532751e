import CEL
import Findings

extension Waivers {
  /// The report that waivers are looked for in.
  struct Subject {
    /// Its identifier; nil where it has none.
    var report: String?
    /// The day as of which the law is applied, ISO 8601; nil where the report names none and none was asked for.
    var asOf: String?
    /// Whether it was read to its end: otherwise what is not found may still be there.
    var isComplete: Bool
    /// The ids of all rules of the run.
    var rules: [String]
  }

  /// The entries that concern a report.
  private func entries(for report: String?) -> [Entry] { entries.filter { $0.report == nil || $0.report == report } }

  /// What a result on a report says of the file.
  func file(for report: String?) -> WaiverFile {
    WaiverFile(name: name, digest: digest, waivers: entries.count, concerned: entries(for: report).count)
  }

  /// Marks the findings that are waived, and adds one finding for each entry that has expired or finds nothing.
  ///
  /// O(entries + findings).
  ///
  /// - Parameter findings: With their ids.
  /// - Returns: What could not be done, in one sentence; nil when all was.
  func apply(to findings: inout [Finding], of subject: Subject) -> LocalizedText? {
    let entries = entries(for: subject.report)
    guard !entries.isEmpty else { return nil }
    guard let asOf = subject.asOf, let day = CivilDate(asOf) else { return Notes.waiversUndated }
    var byPlace: [[String]: [Int]] = [:]
    for index in findings.indices {
      byPlace[[findings[index].rule, findings[index].place.path], default: []].append(index)
    }
    var raised: [Finding] = []
    for entry in entries {
      let there = byPlace[[entry.rule, entry.path]] ?? []
      let matches = there.filter { findings[$0].id == entry.digest }
      if CivilDate(entry.waiver.expires).map({ $0 < day }) ?? true {
        raised.append(WaiverFindings.expired(entry, asOf: asOf, matches.map { findings[$0] }))
      } else if !matches.isEmpty {
        for index in matches where findings[index].waiver == nil { findings[index].waiver = entry.waiver }
      } else if !there.isEmpty {
        raised.append(WaiverFindings.changed(entry, there.map { findings[$0] }))
      } else if subject.isComplete {
        raised.append(WaiverFindings.unmatched(entry, rules: subject.rules))
      }
    }
    for index in raised.indices { raised[index].id = Digest.short(raised[index].identity) }
    findings += raised
    return subject.isComplete ? nil : Notes.waiversUncompared
  }
}

extension Notes {
  static let waiversUndated = LocalizedText(
    en: "No waiver was applied: the report states no day of submission and no end of its period, and --as-of names no "
      + "day, so it is open whether the waivers have expired.",
    fr: "Aucune dispense n'a été appliquée : le rapport n'indique ni date de dépôt ni fin de période et --as-of ne "
      + "désigne aucun jour ; on ignore donc si les dispenses ont expiré.",
    nl: "Geen enkele vrijstelling is toegepast: het verslag vermeldt geen datum van indiening en geen einde van de "
      + "periode en --as-of noemt geen dag; of de vrijstellingen verlopen zijn, staat dus niet vast.",
    de: "Es wurde keine Abweichung zugelassen: Der Bericht nennt weder Einreichungsdatum noch Ende des Zeitraums, und "
      + "--as-of nennt keinen Tag; ob die Zulassungen abgelaufen sind, bleibt daher offen.")

  static let waiversUncompared = LocalizedText(
    en: "Whether each waiver still matches a finding was not checked, because the report could not be read to its end.",
    fr:
      "On n'a pas vérifié si chaque dispense correspond encore à un constat, car le rapport n'a pas pu être lu jusqu'au "
      + "bout.",
    nl:
      "Of elke vrijstelling nog bij een bevinding past, is niet gecontroleerd, omdat het verslag niet tot het einde kon "
      + "worden gelezen.",
    de:
      "Ob jede zugelassene Abweichung noch zu einer Feststellung gehört, wurde nicht geprüft, weil der Bericht nicht bis "
      + "zum Ende gelesen werden konnte.")
}
