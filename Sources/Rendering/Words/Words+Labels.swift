import Findings

/// Headings and labels that more than one renderer uses.
extension Words {
  /// The colon of a language after a label: French puts a no-break space before it.
  static let colon = LocalizedText(en: ":", fr: "\u{A0}:", nl: ":", de: ":")

  static let basis = LocalizedText(en: "basis", fr: "fondement", nl: "grondslag", de: "Grundlage")
  static let help = LocalizedText(en: "help", fr: "aide", nl: "hulp", de: "Hilfe")
  static let path = LocalizedText(en: "path", fr: "chemin", nl: "pad", de: "Pfad")
  static let status = LocalizedText(en: "status", fr: "statut", nl: "status", de: "Status")
  static let finding = LocalizedText(en: "finding", fr: "constat", nl: "bevinding", de: "Feststellung")
  static let previousValue = LocalizedText(en: "previously", fr: "auparavant", nl: "voordien", de: "zuvor")
  static let noValue = LocalizedText(
    en: "no figure", fr: "aucun chiffre", nl: "geen cijfer", de: "keine Angabe")
  static let rulePack = LocalizedText(en: "rule pack", fr: "jeu de règles", nl: "regelset", de: "Regelwerk")
  static let inapplicablePack = LocalizedText(
    en: "pack not applied", fr: "jeu de règles non appliqué", nl: "niet toegepaste regelset",
    de: "nicht angewendetes Regelwerk")
  static let schema = LocalizedText(
    en: "report schema", fr: "schéma du rapport", nl: "verslagschema",
    de: "Berichtsschema")
  static let standardInput = LocalizedText(
    en: "standard input", fr: "entrée standard", nl: "standaardinvoer", de: "Standardeingabe")
  static let previousReport = LocalizedText(
    en: "previous report", fr: "rapport précédent", nl: "vorig verslag", de: "vorheriger Bericht")

  /// Stands where a finding must not quote the report.
  static let withheld = LocalizedText(
    en: "the text at this place is not repeated here", fr: "le texte à cet endroit n’est pas reproduit ici",
    nl: "de tekst op deze plaats wordt hier niet herhaald",
    de: "der Text an dieser Stelle wird hier nicht wiedergegeben")
  /// `{line}` and `{column}` are the end of a range of several lines.
  static let rangeEnds = LocalizedText(
    en: "continues to line {line}, column {column}", fr: "se poursuit jusqu’à la ligne {line}, colonne {column}",
    nl: "loopt door tot regel {line}, kolom {column}", de: "reicht bis Zeile {line}, Spalte {column}")
  static let lineColumn = LocalizedText(
    en: "line {line}, column {column}", fr: "ligne {line}, colonne {column}", nl: "regel {line}, kolom {column}",
    de: "Zeile {line}, Spalte {column}")

  static let provider = LocalizedText(en: "Provider", fr: "Fournisseur", nl: "Aanbieder", de: "Anbieter")
  static let services = LocalizedText(en: "Services", fr: "Services", nl: "Diensten", de: "Dienste")
  static let period = LocalizedText(
    en: "Reporting period", fr: "Période de référence", nl: "Verslagperiode", de: "Berichtszeitraum")
  /// `{from}` and `{to}` are dates.
  static let fromTo = LocalizedText(
    en: "{from} to {to}", fr: "du {from} au {to}", nl: "{from} tot en met {to}", de: "{from} bis {to}")
  static let lawAsOf = LocalizedText(
    en: "Law as of", fr: "Droit au", nl: "Stand van het recht", de: "Rechtsstand")
  static let rulesTotal = LocalizedText(en: "Rules", fr: "Règles", nl: "Regels", de: "Regeln")
  static let findings = LocalizedText(en: "Findings", fr: "Constats", nl: "Bevindingen", de: "Feststellungen")
  static let noFindings = LocalizedText(
    en: "No findings", fr: "Aucun constat", nl: "Geen bevindingen", de: "Keine Feststellungen")
  static let strands = LocalizedText(
    en: "Strands of the action plan", fr: "Volets du plan d’action", nl: "Onderdelen van het actieplan",
    de: "Handlungsfelder des Aktionsplans")
  static let strand = LocalizedText(en: "Strand", fr: "Volet", nl: "Onderdeel", de: "Handlungsfeld")
  static let share = LocalizedText(en: "Share met", fr: "Part respectée", nl: "Aandeel nageleefd", de: "Anteil erfüllt")
  static let noneDecided = LocalizedText(
    en: "none applies", fr: "aucune ne s’applique", nl: "geen van toepassing", de: "keine anwendbar")
  static let indicators = LocalizedText(en: "Indicators", fr: "Indicateurs", nl: "Indicatoren", de: "Indikatoren")
  static let undecidedRules = LocalizedText(
    en: "Rules that could not be decided", fr: "Règles qui n’ont pas pu être tranchées",
    nl: "Regels die niet konden worden beslist", de: "Regeln, die nicht entschieden werden konnten")
  static let unchecked = LocalizedText(
    en: "What was not checked", fr: "Ce qui n’a pas été vérifié", nl: "Wat niet is gecontroleerd",
    de: "Was nicht geprüft wurde")
  static let overview = LocalizedText(en: "Overview", fr: "Aperçu", nl: "Overzicht", de: "Übersicht")
  static let form = LocalizedText(
    en: "Form and structure of the file", fr: "Forme et structure du fichier", nl: "Vorm en structuur van het bestand",
    de: "Form und Struktur der Datei")
}
