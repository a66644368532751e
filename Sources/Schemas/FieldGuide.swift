public import Findings

/// The guide to the fields of a report, in one language, as Markdown.
public struct FieldGuide {
  private let schema: Schema
  private let language: Language
  private var out = ""

  /// Writes the guide: one table for each section. Same schema and language, same text.
  public static func markdown(_ schema: Schema, in language: Language) -> String {
    var guide = FieldGuide(schema: schema, language: language)
    guide.write()
    return guide.out
  }

  private init(schema: Schema, language: Language) {
    self.schema = schema
    self.language = language
  }

  private mutating func write() {
    out += "# " + Self.heading[language] + "\n\n" + Self.introduction[language] + "\n"
    for section in schema.nodes[0].properties {
      let title = schema.title(of: section)?[language] ?? section.name
      out += "\n## `\(section.name)` – \(title)\n\n"
      if let text = schema.description(of: section)?[language] { out += text + "\n\n" }
      out += "| " + Self.columns[language].split(separator: "|").joined(separator: " | ") + " |\n|---|---|---|---|\n"
      rows(of: section.node, path: "", required: true)
    }
  }

  private mutating func rows(of node: Int, path: String, required: Bool) {
    let shape = schema.nodes[node]
    if let items = shape.items {
      if schema.nodes[items].singleType == .object {
        rows(of: items, path: path + "[]", required: required)
      } else if path.isEmpty {
        out += "| `[]` | | \(kind(of: node)) | |\n"
      }
      return
    }
    for property in shape.properties {
      let path = path.isEmpty ? property.name : path + "." + property.name
      let title = schema.title(of: property)?[language] ?? property.name
      let description = schema.description(of: property)?[language] ?? ""
      let mark = property.isRequired ? language.answer(true) : ""
      out += "| `\(path)` | **\(cell(title))** \(cell(description)) | \(kind(of: property.node)) | \(mark) |\n"
      rows(of: property.node, path: path, required: property.isRequired)
    }
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private func kind(of node: Int) -> String {
    let shape = schema.nodes[node]
    guard let type = shape.singleType else { return "" }
    if let items = shape.items { return Self.list[language] + " " + kind(of: items) }
    if !shape.codes.isEmpty {
      let labels = schema.labels(of: node)
      return shape.codes.map { code in
        let label = labels.first { $0.code == code }?.label[language]
        return "`\(code)`" + (label.map { " (\(cell($0)))" } ?? "")
      }.joined(separator: ", ")
    }
    if shape.format == .date { return Self.date[language] }
    return TypeWords.of(type)[language] + (shape.unit.map { " (\($0))" } ?? "")
  }

  // MARK: - Words

  private static let heading = LocalizedText(
    en: "Guide to the fields of a report", fr: "Guide des champs d'un rapport",
    nl: "Gids bij de velden van een verslag",
    de: "Leitfaden zu den Feldern eines Berichts")
  private static let introduction = LocalizedText(
    en: "A member that is absent means “not answered”; 0 means zero. State a section that does not apply to you in "
      + "`notApplicable`, with the reason.",
    fr:
      "Un élément absent signifie « sans réponse » ; 0 signifie zéro. Une rubrique qui ne vous concerne pas s'indique "
      + "dans `notApplicable`, motif à l'appui.",
    nl:
      "Een element dat ontbreekt, betekent “niet beantwoord”; 0 betekent nul. Een rubriek die niet op u van toepassing "
      + "is, vermeldt u met de reden in `notApplicable`.",
    de: "Eine fehlende Angabe bedeutet „nicht beantwortet“; 0 bedeutet null. Einen Abschnitt, der Sie nicht betrifft, "
      + "nennen Sie mit Begründung in `notApplicable`.")
  private static let columns = LocalizedText(
    en: "Member|What to state|Form|Required", fr: "Élément|Ce qu'il faut indiquer|Forme|Obligatoire",
    nl: "Element|Wat u vermeldt|Vorm|Verplicht", de: "Angabe|Was anzugeben ist|Form|Pflicht")
  private static let list = LocalizedText(en: "list of", fr: "liste de", nl: "lijst van", de: "Liste:")
  private static let date = LocalizedText(
    en: "date YYYY-MM-DD", fr: "date AAAA-MM-JJ", nl: "datum JJJJ-MM-DD", de: "Datum JJJJ-MM-TT")
}
