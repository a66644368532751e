public import Findings

/// Words of the HTML page alone.
extension Words {
  static let pageTitle = LocalizedText(
    en: "Check of a transparency report", fr: "Contrôle d’un rapport de transparence",
    nl: "Controle van een transparantieverslag", de: "Prüfung eines Transparenzberichts")
  static let pagesTitle = LocalizedText(
    en: "Check of transparency reports", fr: "Contrôle de rapports de transparence",
    nl: "Controle van transparantieverslagen", de: "Prüfung von Transparenzberichten")
  static let tagline = LocalizedText(
    en: "Transparency reports on the fight against child sexual abuse",
    fr: "Rapports de transparence sur la lutte contre les abus sexuels sur enfants",
    nl: "Transparantieverslagen over de bestrijding van seksueel misbruik van kinderen",
    de: "Transparenzberichte über die Bekämpfung des sexuellen Kindesmissbrauchs")
  static let skip = LocalizedText(
    en: "Skip to the result", fr: "Aller au résultat", nl: "Naar het resultaat", de: "Zum Ergebnis springen")
  static let language = LocalizedText(en: "Language", fr: "Langue", nl: "Taal", de: "Sprache")
  static let contents = LocalizedText(
    en: "On this page", fr: "Sur cette page", nl: "Op deze pagina", de: "Auf dieser Seite")
  static let result = LocalizedText(en: "Result", fr: "Résultat", nl: "Resultaat", de: "Ergebnis")
  static let identity = LocalizedText(
    en: "What was checked", fr: "Ce qui a été vérifié", nl: "Wat is gecontroleerd", de: "Was geprüft wurde")
  static let repairFirst = LocalizedText(
    en: "What to repair first", fr: "À corriger en priorité", nl: "Eerst te herstellen", de: "Zuerst zu beheben")
  static let howToRepair = LocalizedText(
    en: "How to repair", fr: "Comment corriger", nl: "Hoe te herstellen", de: "So beheben Sie es")
  static let basisHeading = LocalizedText(en: "Basis", fr: "Fondement", nl: "Grondslag", de: "Grundlage")
  static let foundHere = LocalizedText(
    en: "Found here", fr: "Constaté ici", nl: "Hier vastgesteld", de: "Hier festgestellt")
  static let operands = LocalizedText(
    en: "Figures and places compared", fr: "Données et endroits comparés", nl: "Vergeleken gegevens en plaatsen",
    de: "Verglichene Angaben und Stellen")
  static let value = LocalizedText(en: "Value", fr: "Valeur", nl: "Waarde", de: "Wert")
  static let wholeReport = LocalizedText(
    en: "the report as a whole", fr: "le rapport dans son ensemble", nl: "het verslag als geheel",
    de: "der Bericht als Ganzes")
  static let permalink = LocalizedText(
    en: "Link to this finding", fr: "Lien vers ce constat", nl: "Link naar deze bevinding",
    de: "Link zu dieser Feststellung")

  static let errorsHeading = LocalizedText(en: "Errors", fr: "Erreurs", nl: "Fouten", de: "Fehler")
  static let warningsHeading = LocalizedText(
    en: "Warnings", fr: "Avertissements", nl: "Waarschuwingen", de: "Warnungen")
  static let reportIdentifier = LocalizedText(
    en: "Report identifier", fr: "Identifiant du rapport", nl: "Kenmerk van het verslag", de: "Kennung des Berichts")
  static let version = LocalizedText(en: "version", fr: "version", nl: "versie", de: "Version")
  static let file = LocalizedText(en: "File", fr: "Fichier", nl: "Bestand", de: "Datei")
  static let digest = LocalizedText(en: "Digest", fr: "Empreinte", nl: "Controlegetal", de: "Prüfsumme")
  static let syntax = LocalizedText(en: "Format", fr: "Format", nl: "Formaat", de: "Format")
  static let size = LocalizedText(en: "Size", fr: "Taille", nl: "Omvang", de: "Größe")
  static let threshold = LocalizedText(
    en: "Threshold of the verdict", fr: "Seuil du verdict", nl: "Drempel van het oordeel",
    de: "Schwelle des Ergebnisses")
  static let program = LocalizedText(en: "Program", fr: "Programme", nl: "Programma", de: "Programm")
  static let unreadIdentity = LocalizedText(
    en: "The report could not be read far enough to say who reports on what.",
    fr: "Le rapport n’a pas pu être lu assez loin pour dire qui rend compte de quoi.",
    nl: "Het verslag kon niet ver genoeg worden gelezen om te zeggen wie waarover verslag uitbrengt.",
    de: "Der Bericht konnte nicht weit genug gelesen werden, um zu sagen, wer worüber berichtet.")
  public static let notStated = LocalizedText(
    en: "not stated", fr: "non indiqué", nl: "niet vermeld", de: "nicht angegeben")

  static let coverage = LocalizedText(
    en: "How the rules ended", fr: "Issue des règles", nl: "Uitkomst van de regels", de: "Ausgang der Regeln")
  static let indicator = LocalizedText(en: "Indicator", fr: "Indicateur", nl: "Indicator", de: "Indikator")
  static let thisPeriod = LocalizedText(
    en: "This period", fr: "Cette période", nl: "Deze periode", de: "Dieser Zeitraum")
  static let lastPeriod = LocalizedText(
    en: "Previous period", fr: "Période précédente", nl: "Vorige periode", de: "Vorheriger Zeitraum")
  static let otherRules = LocalizedText(
    en: "Rules without findings", fr: "Règles sans constat", nl: "Regels zonder bevinding",
    de: "Regeln ohne Feststellung")
  static let passedRules = LocalizedText(
    en: "Rules that are met", fr: "Règles respectées", nl: "Nageleefde regels", de: "Erfüllte Regeln")
  static let inapplicableRules = LocalizedText(
    en: "Rules that do not apply", fr: "Règles sans objet", nl: "Regels die niet van toepassing zijn",
    de: "Nicht anwendbare Regeln")
  static let failedRules = LocalizedText(
    en: "Rules that are not met", fr: "Règles non respectées", nl: "Niet nageleefde regels", de: "Nicht erfüllte Regeln"
  )
  static let none = LocalizedText(en: "None", fr: "Aucune", nl: "Geen", de: "Keine")
  static let nothingUnchecked = LocalizedText(
    en: "Nothing beyond the rules listed above as not applicable or undecided.",
    fr: "Rien d’autre que les règles indiquées ci-dessus comme étant sans objet ou indécises.",
    nl: "Niets anders dan de regels die hierboven als niet van toepassing of onbeslist staan vermeld.",
    de: "Nichts außer den oben als nicht anwendbar oder nicht entschieden aufgeführten Regeln.")
  static let reproduce = LocalizedText(
    en: "How to reproduce this result", fr: "Comment reproduire ce résultat", nl: "Dit resultaat reproduceren",
    de: "Dieses Ergebnis reproduzieren")
  static let reproduceText = LocalizedText(
    en:
      "The same files, versions and date give the same result, to the byte. Run this command, and compare the digests:",
    fr: "Les mêmes fichiers, versions et date donnent le même résultat, à l’octet près. Exécutez cette commande et "
      + "comparez les empreintes\u{A0}:",
    nl: "Dezelfde bestanden, versies en datum geven tot op de byte hetzelfde resultaat. Voer deze opdracht uit en "
      + "vergelijk de controlegetallen:",
    de: "Dieselben Dateien, Versionen und dasselbe Datum ergeben bis auf das Byte dasselbe Ergebnis. Führen Sie diesen "
      + "Befehl aus und vergleichen Sie die Prüfsummen:")
  static let used = LocalizedText(en: "Used", fr: "Utilisé", nl: "Gebruikt", de: "Verwendet")
  static let footer = LocalizedText(
    en: "This page records what a program checked. It is not a decision of an authority. It loads nothing from any "
      + "network and contains no script.",
    fr: "Cette page consigne ce qu’un programme a vérifié. Elle n’est pas une décision d’une autorité. Elle ne charge "
      + "rien depuis un réseau et ne contient aucun script.",
    nl: "Deze pagina legt vast wat een programma heeft gecontroleerd. Zij is geen beslissing van een autoriteit. Zij "
      + "laadt niets van een netwerk en bevat geen script.",
    de:
      "Diese Seite hält fest, was ein Programm geprüft hat. Sie ist keine Entscheidung einer Behörde. Sie lädt nichts "
      + "aus einem Netz und enthält kein Skript.")
}
