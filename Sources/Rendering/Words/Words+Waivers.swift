import Findings

/// Words about findings that are waived and rules that are switched off.
extension Words {
  /// The verdict as a sentence; a conformant report that has waived findings is never called conformant alone.
  static func verdict(of result: Result) -> LocalizedText {
    let waived = result.counts.waived
    return result.verdict == .conformant && waived > 0 ? conformantWithWaived.filled(waived) : verdict(result.verdict)
  }

  /// The same in a few words, for a table.
  static func shortVerdict(of result: Result) -> LocalizedText {
    let waived = result.counts.waived
    guard waived > 0 else { return shortVerdict(result.verdict) }
    return LocalizedText { shortVerdict(result.verdict)[$0] + ", " + Words.waived.filled(waived, in: $0) }
  }

  /// What the verdict rests on; `{severity}` is the threshold.
  static func meaning(of result: Result) -> LocalizedText {
    result.verdict == .conformant && result.counts.waived > 0 ? meaningWithWaived : meaning(of: result.verdict)
  }

  private static let conformantWithWaived = Counted(
    one: LocalizedText(
      en: "The report conforms, with {n} waived finding",
      fr: "Le rapport est conforme, avec {n} constat faisant l’objet d’une dispense",
      nl: "Het verslag is conform, met {n} bevinding waarvoor vrijstelling is verleend",
      de: "Der Bericht ist konform, mit {n} als Abweichung zugelassenen Feststellung"),
    other: LocalizedText(
      en: "The report conforms, with {n} waived findings",
      fr: "Le rapport est conforme, avec {n} constats faisant l’objet d’une dispense",
      nl: "Het verslag is conform, met {n} bevindingen waarvoor vrijstelling is verleend",
      de: "Der Bericht ist konform, mit {n} als Abweichung zugelassenen Feststellungen"))

  private static let meaningWithWaived = LocalizedText(
    en:
      "Every applicable rule that counts towards the verdict (threshold: {severity}) was checked in full. Each is met, or "
      + "what was found against it is waived.",
    fr: "Toutes les règles applicables qui comptent pour le verdict (seuil\u{A0}: {severity}) ont été entièrement "
      + "vérifiées. Chacune est respectée, ou les constats qui s’y opposent font l’objet d’une dispense.",
    nl:
      "Alle toepasselijke regels die voor het oordeel meetellen (drempel: {severity}), zijn volledig gecontroleerd. Elke "
      + "regel wordt nageleefd, of voor de bevindingen is vrijstelling verleend.",
    de:
      "Alle anwendbaren Regeln, die für das Ergebnis zählen (Schwelle: {severity}), wurden vollständig geprüft. Jede ist "
      + "erfüllt, oder die Feststellungen dazu sind als Abweichung zugelassen.")

  static let waived = Counted(
    one: LocalizedText(
      en: "{n} waived", fr: "{n} avec dispense", nl: "{n} met vrijstelling", de: "{n} als Abweichung zugelassen"),
    other: LocalizedText(
      en: "{n} waived", fr: "{n} avec dispense", nl: "{n} met vrijstelling", de: "{n} als Abweichung zugelassen"))

  /// Stands below the verdict.
  static let waivedNotice = Counted(
    one: LocalizedText(
      en: "{n} finding is waived and was not weighed for the verdict.",
      fr: "{n} constat fait l’objet d’une dispense et n’a pas été pris en compte pour le verdict.",
      nl: "Voor {n} bevinding is vrijstelling verleend; zij telde niet mee voor het oordeel.",
      de: "{n} Feststellung ist als Abweichung zugelassen und wurde für das Ergebnis nicht gewertet."),
    other: LocalizedText(
      en: "{n} findings are waived and were not weighed for the verdict.",
      fr: "{n} constats font l’objet d’une dispense et n’ont pas été pris en compte pour le verdict.",
      nl: "Voor {n} bevindingen is vrijstelling verleend; zij telden niet mee voor het oordeel.",
      de: "{n} Feststellungen sind als Abweichung zugelassen und wurden für das Ergebnis nicht gewertet."))

  static let waiver = LocalizedText(
    en: "waived", fr: "dispense", nl: "vrijstelling", de: "zugelassene Abweichung")
  /// What is said of one waiver.
  static func text(of waiver: Waiver) -> LocalizedText {
    let until = LocalizedText { $0.date(waiver.expires) }
    return waiverText.filled([
      "date": until, "reason": LocalizedText(verbatim: waiver.reason), "author": LocalizedText(verbatim: waiver.author),
      "approver": LocalizedText(verbatim: waiver.approver),
    ])
  }

  private static let waiverText = LocalizedText(
    en: "until {date} inclusive: {reason} (requested by {author}, approved by {approver})",
    fr: "jusqu’au {date} inclus\u{A0}: {reason} (demandée par {author}, approuvée par {approver})",
    nl: "tot en met {date}: {reason} (aangevraagd door {author}, goedgekeurd door {approver})",
    de: "bis einschließlich {date}: {reason} (beantragt von {author}, genehmigt von {approver})")

  static let waiverFile = LocalizedText(
    en: "waiver file", fr: "fichier des dispenses", nl: "vrijstellingenbestand",
    de: "Datei der zugelassenen Abweichungen")
  static let waivers = Counted(
    one: LocalizedText(en: "{n} waiver", fr: "{n} dispense", nl: "{n} vrijstelling", de: "{n} zugelassene Abweichung"),
    other: LocalizedText(
      en: "{n} waivers", fr: "{n} dispenses", nl: "{n} vrijstellingen", de: "{n} zugelassene Abweichungen"))
  static let concerned = Counted(
    one: LocalizedText(
      en: "{n} for this report", fr: "{n} pour ce rapport", nl: "{n} voor dit verslag", de: "{n} für diesen Bericht"),
    other: LocalizedText(
      en: "{n} for this report", fr: "{n} pour ce rapport", nl: "{n} voor dit verslag", de: "{n} für diesen Bericht"))
  static let overlay = LocalizedText(
    en: "overlay file", fr: "fichier de désactivation", nl: "uitschakelbestand", de: "Abschaltdatei")
  static let switchedOff = Counted(
    one: LocalizedText(
      en: "{n} rule switched off as known to be incorrect",
      fr: "{n} règle désactivée, car son inexactitude est établie",
      nl: "{n} regel uitgeschakeld omdat hij als onjuist bekendstaat",
      de: "{n} Regel abgeschaltet, weil erwiesenermaßen fehlerhaft"),
    other: LocalizedText(
      en: "{n} rules switched off as known to be incorrect",
      fr: "{n} règles désactivées, car leur inexactitude est établie",
      nl: "{n} regels uitgeschakeld omdat zij als onjuist bekendstaan",
      de: "{n} Regeln abgeschaltet, weil erwiesenermaßen fehlerhaft"))

  /// What a file of waivers holds.
  static func contents(of file: WaiverFile) -> LocalizedText {
    LocalizedText { waivers.filled(file.waivers, in: $0) + ", " + concerned.filled(file.concerned, in: $0) }
  }
}
