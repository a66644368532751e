import Documents
import Findings

extension Binder {
  private static var instanceNamespace: String { "http://www.w3.org/2001/XMLSchema-instance" }

  /// Whether the root element is the one of the schema; reports it when not.
  mutating func checkRoot() -> Bool {
    let name = bound.document.name(of: 0) ?? ""
    let namespace = bound.document.namespaces[Int(bound.document.nodes[0].namespace)]
    guard name == schema.rootName, namespace == schema.namespace else {
      report(
        StructureRule.xml, Place(span: bound.span(ofNode: 0), path: "", value: name),
        LocalizedText(
          en:
            "The root element is “\(name)” in \(space(namespace).en); expected is “\(schema.rootName)” in the namespace “\(schema.namespace)”",
          fr:
            "L'élément racine est « \(name) » dans \(space(namespace).fr) ; attendu : « \(schema.rootName) » dans l'espace de noms « \(schema.namespace) »",
          nl:
            "Het hoofdelement is “\(name)” in \(space(namespace).nl); verwacht wordt “\(schema.rootName)” in de naamruimte “\(schema.namespace)”",
          de:
            "Das Wurzelelement ist „\(name)“ in \(space(namespace).de); erwartet wird „\(schema.rootName)“ im Namensraum „\(schema.namespace)“"
        ))
      return false
    }
    return true
  }

  private func space(_ namespace: String) -> LocalizedText {
    guard !namespace.isEmpty else {
      return LocalizedText(
        en: "no namespace", fr: "aucun espace de noms", nl: "geen naamruimte", de: "keinem Namensraum")
    }
    return LocalizedText(
      en: "the namespace “\(namespace)”", fr: "l'espace de noms « \(namespace) »", nl: "de naamruimte “\(namespace)”",
      de: "dem Namensraum „\(namespace)“")
  }

  /// Whether a child of an object's element is a member; reports what may not stand there.
  mutating func isMember(_ child: Int, of position: Int) -> Bool {
    switch bound.document.nodes[child].kind {
    case .element: return isInNamespace(child, position)
    case .attribute: checkAttribute(child, position)
    default: reportText(child, position)
    }
    return false
  }

  /// Whether a child of a list's element is an item; reports what may not stand there.
  mutating func isItem(_ child: Int, of position: Int, _ shape: SchemaNode) -> Bool {
    guard isMember(child, of: position) else { return false }
    let expected = shape.itemName ?? "item"
    guard !bound.document.nameEquals(child, expected) else { return true }
    let name = bound.document.name(of: child) ?? ""
    report(
      StructureRule.xml, Place(span: bound.span(ofNode: child), path: bound.path(of: position), value: name),
      LocalizedText(
        en: "The list holds an element “\(name)”; its items are called “\(expected)”",
        fr: "La liste contient un élément « \(name) » ; ses éléments s'appellent « \(expected) »",
        nl: "De lijst bevat een element “\(name)”; haar elementen heten “\(expected)”",
        de: "Die Liste enthält ein Element „\(name)“; ihre Einträge heißen „\(expected)“"))
    return false
  }

  private mutating func isInNamespace(_ child: Int, _ position: Int) -> Bool {
    let namespace = bound.document.namespaces[Int(bound.document.nodes[child].namespace)]
    guard namespace != schema.namespace else { return true }
    let name = bound.document.name(of: child) ?? ""
    report(
      StructureRule.xml, Place(span: bound.span(ofNode: child), path: bound.path(of: position), value: name),
      LocalizedText(
        en: "The element “\(name)” is in \(space(namespace).en), not in that of the report",
        fr: "L'élément « \(name) » est dans \(space(namespace).fr), et non dans celui du rapport",
        nl: "Het element “\(name)” staat in \(space(namespace).nl), niet in die van het verslag",
        de: "Das Element „\(name)“ ist in \(space(namespace).de), nicht in dem des Berichts"))
    return false
  }

  /// Attributes of a scalar's element; those of objects and lists are met among their children.
  mutating func checkAttributes(_ position: Int) {
    for child in bound.document.children(of: Int(bound.values[position].node)) {
      guard bound.document.nodes[child].kind == .attribute else { return }
      checkAttribute(child, position)
    }
  }

  private mutating func checkAttribute(_ child: Int, _ position: Int) {
    let name = bound.document.name(of: child) ?? ""
    let namespace = bound.document.namespaces[Int(bound.document.nodes[child].namespace)]
    if namespace == Self.instanceNamespace, name == "schemaLocation" || name == "noNamespaceSchemaLocation" { return }
    report(
      StructureRule.xml, Place(span: bound.document.span(of: child), path: bound.path(of: position), value: name),
      LocalizedText(
        en: "The attribute “\(name)” is not allowed: a report has elements only, and xsi:schemaLocation",
        fr: "L'attribut « \(name) » n'est pas admis : un rapport n'a que des éléments, et xsi:schemaLocation",
        nl: "Het attribuut “\(name)” is niet toegestaan: een verslag heeft alleen elementen, en xsi:schemaLocation",
        de: "Das Attribut „\(name)“ ist nicht zulässig: Ein Bericht hat nur Elemente und xsi:schemaLocation"))
  }

  private mutating func reportText(_ child: Int, _ position: Int) {
    let text = bound.document.text(of: child)
    guard !text.unicodeScalars.allSatisfy(Self.isXMLSpace) else { return }
    let shown = BoundDocument.cut(collapsed(text))
    report(
      StructureRule.xml, Place(span: bound.document.span(of: child), path: bound.path(of: position), value: shown),
      LocalizedText(
        en: "The text “\(shown)” stands between elements", fr: "Le texte « \(shown) » se trouve entre des éléments",
        nl: "De tekst “\(shown)” staat tussen elementen", de: "Der Text „\(shown)“ steht zwischen Elementen"))
  }
}
