public import Findings

extension FormatRule {
  /// The rule pack is well-formed YAML.
  public static let yamlSyntax = rule(
    "yaml-syntax", basis: [yaml("4.2")],
    title: LocalizedText(
      en: "The file is well-formed YAML", fr: "Le fichier est du YAML bien formé",
      nl: "Het bestand is welgevormde YAML", de: "Die Datei ist wohlgeformtes YAML"),
    help: LocalizedText(
      en: "Correct the file at this place; indentation and colons are the usual causes.",
      fr: "Corrigez le fichier à cet endroit ; l'indentation et les deux-points sont les causes habituelles.",
      nl: "Verbeter het bestand op deze plaats; inspringing en dubbele punten zijn de gewone oorzaken.",
      de: "Berichtigen Sie die Datei an dieser Stelle; meist liegt es an Einrückung oder Doppelpunkten."))

  /// The rule pack uses the part of YAML that packs are written in.
  public static let yamlFeature = rule(
    "yaml-feature", basis: [yaml("3.2.2"), readers("YAML")],
    title: LocalizedText(
      en: "A rule pack does without anchors, aliases, tags and merge keys",
      fr: "Un jeu de règles se passe d'ancres, d'alias, d'étiquettes et de clés de fusion",
      nl: "Een regelpakket doet het zonder ankers, aliassen, tags en samenvoegsleutels",
      de: "Ein Regelpaket kommt ohne Anker, Aliasse, Tags und Merge-Schlüssel aus"),
    help: LocalizedText(
      en: "Write the value out where it is used; a text that begins with & * ! or << stands in quotes.",
      fr: "Écrivez la valeur là où elle sert ; un texte qui commence par & * ! ou << se met entre guillemets.",
      nl: "Schrijf de waarde voluit waar ze wordt gebruikt; een tekst die begint met & * ! of << staat tussen "
        + "aanhalingstekens.",
      de: "Schreiben Sie den Wert dort aus, wo er gebraucht wird; ein Text, der mit & * ! oder << beginnt, steht in "
        + "Anführungszeichen."))

  /// No mapping has two equal keys.
  public static let yamlDuplicateKey = rule(
    "yaml-duplicate-key", basis: [yaml("3.2.1.3")],
    title: LocalizedText(
      en: "The keys of a mapping differ", fr: "Les clés d'un tableau associatif sont toutes différentes",
      nl: "De sleutels van een mapping verschillen", de: "Die Schlüssel einer Abbildung sind verschieden"),
    help: LocalizedText(
      en: "Keep one of the two entries.", fr: "Gardez une seule des deux entrées.",
      nl: "Behoud een van de twee.", de: "Behalten Sie einen der beiden Einträge."))
}
