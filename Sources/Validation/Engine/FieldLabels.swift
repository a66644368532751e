import Findings
import Schemas

/// The titles of the fields of a schema in four languages, looked up when a message needs them.
struct FieldLabels: Sendable {
  private let schema: Schema

  init(schema: Schema) { self.schema = schema }

  /// A field that a message names.
  struct Field: Sendable {
    /// As they stand in a sentence, from the outermost field of the path to the field itself.
    var titles: [LocalizedText] = []
    /// Which of the titles a row is named behind: that of the innermost list, or the last.
    var rowTitle: Int
    /// The subschema of the field, or of the items where it is a list.
    var node: Int
    /// The subschema of the row that the field is in or, where it is a list of rows, of its rows.
    var row: Int
    /// What a figure counts.
    var unit: String?
  }

  /// The subschema of a type, which is named by its path from the report, such as `report.measures`; lists give the type
  /// of their items.
  ///
  /// - Throws: a sentence that says which name is wrong.
  func type(_ path: String) throws(FieldFault) -> Int {
    var node = 0
    var before = ""
    for name in path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      if before.isEmpty {
        guard name == schema.rootName else { throw FieldFault(unknown(path)) }
        before = name
        continue
      }
      guard let property = schema.nodes[node].properties.first(where: { $0.name == name }) else {
        let names = schema.nodes[node].properties.map(\.name)
        throw FieldFault(
          "\u{201C}\(before)\u{201D} has no field \u{201C}\(name)\u{201D}"
            + (NearestName.of(name, in: names).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""))
      }
      node = item(property.node)
      before += "." + name
    }
    guard !schema.nodes[node].properties.isEmpty else {
      throw FieldFault("\u{201C}\(path)\u{201D} has no fields that a message could name")
    }
    return node
  }

  private func unknown(_ path: String) -> String {
    let types = schema.nodes[0].properties.filter { !schema.nodes[item($0.node)].properties.isEmpty }
      .map { schema.rootName + "." + $0.name }
    let nearest = NearestName.of(path, in: types + [schema.rootName]) ?? types.first { $0.hasSuffix("." + path) }
    return "there is no type \u{201C}\(path)\u{201D}; "
      + (nearest.map { "did you mean \u{201C}\($0)\u{201D}?" } ?? "types begin with \u{201C}\(schema.rootName)\u{201D}")
  }

  /// The field at a path from a type; nil where there is none.
  func field(_ path: String, of type: Int) -> Field? {
    var field = Field(rowTitle: 0, node: type, row: type)
    var isInList = false
    for name in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let property = schema.nodes[field.node].properties.first(where: { $0.name == name }) else { return nil }
      field.row = field.node
      field.node = item(property.node)
      let isList = field.node != property.node
      field.titles.append(inSentence(schema.title(of: property) ?? LocalizedText(verbatim: property.name)))
      if isList || !isInList { field.rowTitle = field.titles.count - 1 }
      isInList = isInList || isList
      if isList, !schema.nodes[field.node].properties.isEmpty { field.row = field.node }
      field.unit = schema.nodes[property.node].unit ?? schema.nodes[field.node].unit
    }
    return field
  }

  /// The label of a text that is a code of the field or of another field of its row; nil where it is none.
  func label(of text: String, for field: Field) -> LocalizedText? {
    for node in [field.node] + schema.nodes[field.row].properties.map({ item($0.node) })
    where schema.nodes[node].codes.contains(text) {
      return schema.labels(of: node).first { $0.code == text }?.label
    }
    return nil
  }

  /// The items of a list, and of lists in it; anything else as it is.
  private func item(_ node: Int) -> Int {
    var node = node
    while let items = schema.nodes[node].items { node = items }
    return node
  }

  /// A title begins with a capital. Within a sentence it has a small letter, as the labels of codes have, unless the
  /// word is an abbreviation; German keeps it, since most titles begin with a noun.
  private func inSentence(_ title: LocalizedText) -> LocalizedText {
    title.map { language, text in
      let word = text.prefix { $0 != " " && $0 != "-" }
      guard language != .de, !word.dropFirst().contains(where: \.isUppercase) else { return text }
      return text.prefix(1).lowercased() + text.dropFirst()
    }
  }
}

/// What is wrong with a type that a message names.
struct FieldFault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
