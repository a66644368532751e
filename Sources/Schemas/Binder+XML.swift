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

  /// Whether a node is an element in the namespace of the schema.
  private func isOwnElement(_ child: Int) -> Bool {
    let node = bound.document.nodes[child]
    return node.kind == .element && isOwn[Int(node.namespace)]
  }

  /// Whether a child of a list is an item.
  func isItem(_ child: Int, _ index: Int) -> Bool {
    guard isXML else { return true }
    return plan.isItem(bound.document.nodes[child], of: index, bound.document.source.span, isOwn.span)
  }

  /// What may not stand among the members of an object or the items of a list.
  mutating func reportStray(_ child: Int, in position: Int) {
    switch bound.document.nodes[child].kind {
    case .element: reportNamespace(child, position)
    case .attribute: checkAttribute(child, position)
    default: reportText(child, position)
    }
  }

  /// What the list that was just opened holds beside items.
  mutating func reportStrayItems() {
    for child in bound.document.children(of: Int(bound.values[frame.position].node)) where !isItem(child, frame.shape) {
      reportStrayItem(child, in: frame.position, schema.nodes[frame.shape])
    }
  }

  private mutating func reportStrayItem(_ child: Int, in position: Int, _ shape: SchemaNode) {
    guard isOwnElement(child) else { return reportStray(child, in: position) }
    let expected = shape.itemName ?? "item"
    let name = bound.document.name(of: child) ?? ""
    report(
      StructureRule.xml, Place(span: bound.span(ofNode: child), path: bound.path(of: position), value: name),
      LocalizedText(
        en: "The list holds an element “\(name)”; its items are called “\(expected)”",
        fr: "La liste contient un élément « \(name) » ; ses éléments s'appellent « \(expected) »",
        nl: "De lijst bevat een element “\(name)”; haar elementen heten “\(expected)”",
        de: "Die Liste enthält ein Element „\(name)“; ihre Einträge heißen „\(expected)“"))
  }

  private mutating func reportNamespace(_ child: Int, _ position: Int) {
    let namespace = bound.document.namespaces[Int(bound.document.nodes[child].namespace)]
    let name = bound.document.name(of: child) ?? ""
    report(
      StructureRule.xml, Place(span: bound.span(ofNode: child), path: bound.path(of: position), value: name),
      LocalizedText(
        en: "The element “\(name)” is in \(space(namespace).en), not in that of the report",
        fr: "L'élément « \(name) » est dans \(space(namespace).fr), et non dans celui du rapport",
        nl: "Het element “\(name)” staat in \(space(namespace).nl), niet in die van het verslag",
        de: "Das Element „\(name)“ ist in \(space(namespace).de), nicht in dem des Berichts"))
  }

  /// Attributes of a scalar's element; those of objects and lists are met among their children.
  mutating func checkAttributes(_ position: Int) {
    let node = Int(bound.values[position].node)
    let end = Int(bound.document.nodes[node].next)
    var child = node + 1
    while child < end, bound.document.nodes[child].kind == .attribute {
      checkAttribute(child, position)
      child = Int(bound.document.nodes[child].next)
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
    guard !isSpace(child) else { return }
    let text = bound.document.text(of: child)
    guard !text.unicodeScalars.allSatisfy(Self.isXMLSpace) else { return }
    let shown = BoundDocument.cut(collapsed(text))
    report(
      StructureRule.xml, Place(span: bound.document.span(of: child), path: bound.path(of: position), value: shown),
      LocalizedText(
        en: "The text “\(shown)” stands between elements", fr: "Le texte « \(shown) » se trouve entre des éléments",
        nl: "De tekst “\(shown)” staat tussen elementen", de: "Der Text „\(shown)“ steht zwischen Elementen"))
  }

  /// Whether a text node is white space as it stands in the source.
  private func isSpace(_ child: Int) -> Bool {
    let node = bound.document.nodes[child]
    let source = bound.document.source.span
    for offset in Int(node.start)..<Int(node.end) {
      switch source[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return false
      }
    }
    return true
  }
}
