import Findings

/// The rules of form that files of waivers are held to.
enum WaiverRule {
  static let all = [expired, changed, unmatched]

  static let expired = rule(
    "waiver-expired", "expires",
    title: LocalizedText(
      en: "No waiver has expired", fr: "Aucune dispense n'a expiré", nl: "Geen enkele vrijstelling is verlopen",
      de: "Keine zugelassene Abweichung ist abgelaufen"),
    help: LocalizedText(
      en:
        "Repair what was found, or have the waiver renewed with a later day in expires; delete the entry when neither is "
        + "needed.",
      fr: "Corrigez ce qui a été constaté, ou faites renouveler la dispense avec une date ultérieure dans expires ; "
        + "supprimez l'entrée si ni l'un ni l'autre n'est nécessaire.",
      nl: "Herstel wat is vastgesteld, of laat de vrijstelling vernieuwen met een latere dag in expires; schrap de "
        + "vermelding als geen van beide nodig is.",
      de:
        "Beheben Sie, was festgestellt wurde, oder lassen Sie die Abweichung mit einem späteren Tag in expires erneut "
        + "zulassen; streichen Sie den Eintrag, wenn beides nicht nötig ist."))

  static let changed = rule(
    "waiver-value-changed", "digest",
    title: LocalizedText(
      en: "What is waived has kept its values", fr: "Ce qui fait l'objet d'une dispense a gardé ses valeurs",
      nl: "Waarvoor vrijstelling is verleend, heeft zijn waarden behouden",
      de: "Was als Abweichung zugelassen ist, hat seine Werte behalten"),
    help: LocalizedText(
      en:
        "Have the new values assessed. If they are accepted as well, have the waiver approved anew with the identifier of "
        + "the new finding in digest.",
      fr: "Faites apprécier les nouvelles valeurs. Si elles sont admises elles aussi, faites approuver de nouveau la "
        + "dispense avec l'identifiant du nouveau constat dans digest.",
      nl:
        "Laat de nieuwe waarden beoordelen. Worden ook die aanvaard, laat de vrijstelling dan opnieuw goedkeuren met het "
        + "kenmerk van de nieuwe bevinding in digest.",
      de:
        "Lassen Sie die neuen Werte beurteilen. Werden auch sie hingenommen, lassen Sie die Abweichung mit der Kennung der "
        + "neuen Feststellung in digest erneut genehmigen."))

  static let unmatched = rule(
    "waiver-unmatched", "rule, path",
    title: LocalizedText(
      en: "Every waiver belongs to a finding", fr: "Toute dispense se rapporte à un constat",
      nl: "Elke vrijstelling hoort bij een bevinding", de: "Jede zugelassene Abweichung gehört zu einer Feststellung"),
    help: LocalizedText(
      en:
        "Delete the entry when the fault is repaired. Otherwise copy rule, path and identifier from the finding; when the "
        + "file serves several reports, name the report in report.",
      fr:
        "Supprimez l'entrée si la faute est corrigée. Sinon, reprenez la règle, le chemin et l'identifiant du constat ; si "
        + "le fichier sert à plusieurs rapports, désignez le rapport dans report.",
      nl:
        "Schrap de vermelding als de fout is hersteld. Neem anders regel, pad en kenmerk van de bevinding over; dient het "
        + "bestand voor verscheidene verslagen, noem dan het verslag in report.",
      de:
        "Streichen Sie den Eintrag, wenn der Fehler behoben ist. Übernehmen Sie sonst Regel, Pfad und Kennung aus der "
        + "Feststellung; dient die Datei mehreren Berichten, so nennen Sie den Bericht in report."))

  private static func rule(
    _ id: String, _ clause: String, title: LocalizedText, help: LocalizedText
  ) -> RuleDescriptor {
    RuleDescriptor(
      id: id, pack: "vigie", title: title, severity: .warning, status: .format,
      basis: [Citation(source: "vigie-waivers", title: "vigie, schemas/waivers-1.0.schema.json", clause: clause)],
      help: help)
  }
}
