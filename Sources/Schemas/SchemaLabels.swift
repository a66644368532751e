import Documents
public import Findings

/// Titles, descriptions and labels in four languages, read from the schema file when they are asked for.
extension Schema {
  /// The title at a place of use, or of the definition it refers to; nil without one.
  public func title(of property: SchemaProperty) -> LocalizedText? { localized("title", "x-title", property) }

  /// The description at a place of use, or of the definition it refers to; nil without one.
  public func description(of property: SchemaProperty) -> LocalizedText? {
    localized("description", "x-description", property)
  }

  /// The label of each code of an enumeration that has one.
  public func labels(of node: Int) -> [(code: String, label: LocalizedText)] {
    guard let labels = definitionNode(of: node).flatMap({ member("x-labels", of: $0) }) else { return [] }
    return document.children(of: labels).map { (document.name(of: $0) ?? "", text(of: $0)) }
  }

  /// The title of a whole schema file; nil without one.
  static func title(in document: Document) -> LocalizedText? {
    document.nodes.isEmpty ? nil : localized("title", "x-title", at: 0, in: document)
  }

  private func localized(_ name: String, _ others: String, _ property: SchemaProperty) -> LocalizedText? {
    let document = document
    for node in [property.source, definitionNode(of: property.node)].compactMap({ $0 }) {
      if let text = Self.localized(name, others, at: node, in: document) { return text }
    }
    return nil
  }

  private static func localized(
    _ name: String, _ others: String, at node: Int, in document: Document
  ) -> LocalizedText? {
    guard let title = member(name, of: node, in: document) else { return nil }
    var text = LocalizedText(verbatim: document.text(of: title))
    guard let translations = member(others, of: node, in: document) else { return text }
    for language in Language.allCases where language != .en {
      if let translation = member(language.rawValue, of: translations, in: document) {
        text[language] = document.text(of: translation)
      }
    }
    return text
  }

  /// The node of the schema file where the definition of a subschema stands.
  private func definitionNode(of node: Int) -> Int? {
    guard let name = nodes[node].definition else { return nodes[node].source }
    return member("$defs", of: 0).flatMap { member(name, of: $0) }
  }

  private func member(_ name: String, of node: Int) -> Int? { Self.member(name, of: node, in: document) }

  private static func member(_ name: String, of node: Int, in document: Document) -> Int? {
    document.children(of: node).first { document.nameEquals($0, name) }
  }

  private func text(of node: Int) -> LocalizedText {
    var text = LocalizedText(verbatim: "")
    for language in Language.allCases {
      if let child = member(language.rawValue, of: node) { text[language] = document.text(of: child) }
    }
    return text
  }
}
