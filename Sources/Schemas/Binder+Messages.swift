import Documents
import Findings

extension Binder {
  mutating func report(
    _ rule: RuleDescriptor, _ place: Place, _ message: LocalizedText, related: [RelatedPlace] = []
  ) {
    guard findings.count < Self.findingLimit else {
      suppressed += 1
      return
    }
    findings.append(Finding(rule: rule, message: message, place: place, related: related))
  }

  func place(_ position: Int) -> Place { bound.place(of: position) }

  /// How a value is named in a message.
  func label(_ path: String) -> LocalizedText {
    guard path.isEmpty else { return LocalizedText(verbatim: path) }
    // Reports have a namespace; packs, overlays and waivers have none.
    return schema.namespace.isEmpty
      ? LocalizedText(en: "The file", fr: "Le fichier", nl: "Het bestand", de: "Die Datei")
      : LocalizedText(en: "The report", fr: "Le rapport", nl: "Het verslag", de: "Der Bericht")
  }

  private func quoted(_ position: Int) -> LocalizedText {
    let node = Int(bound.values[position].node)
    if let text = bound.text(ofNode: node) {
      return LocalizedText(en: "“\(text)”", fr: "« \(text) »", nl: "“\(text)”", de: "„\(text)“")
    }
    return isXML
      ? LocalizedText(en: "elements", fr: "des éléments", nl: "elementen", de: "Elemente")
      : bound.document.nodes[node].kind == .array
        ? LocalizedText(en: "a list", fr: "une liste", nl: "een lijst", de: "eine Liste")
        : LocalizedText(en: "an object", fr: "un objet", nl: "een object", de: "ein Objekt")
  }

  /// An invalid value keeps no type: a rule that reads it cannot tell.
  private mutating func invalidate(_ position: Int) { bound.values[position].kind = .invalid }

  mutating func reportType(at position: Int, expected shape: SchemaNode) {
    let names = TypeSet.names.filter { shape.types.contains($0.1) }.map { TypeWords.of($0.1) }
    let wanted =
      names.isEmpty
      ? LocalizedText(en: "nothing", fr: "rien", nl: "niets", de: "nichts")
      : names[0].map { language, first in
        names.dropFirst().reduce(first) { $0 + TypeWords.or[language] + $1[language] }
      }
    let place = place(position)
    let label = label(place.path)
    let found = quoted(position)
    report(
      StructureRule.type, place,
      LocalizedText(
        en: "\(label.en): expected is \(wanted.en), there is \(found.en)",
        fr: "\(label.fr) : on attend \(wanted.fr), on trouve \(found.fr)",
        nl: "\(label.nl): verwacht wordt \(wanted.nl), er staat \(found.nl)",
        de: "\(label.de): erwartet wird \(wanted.de), vorhanden ist \(found.de)"))
  }

  mutating func reportCode(_ position: Int, _ shape: SchemaNode) {
    let place = place(position)
    let nearest = place.value.flatMap { NearestName.of($0, in: shape.codes) }
    let list = shape.allowedTexts.joined(separator: ", ")
    let label = label(place.path)
    let found = quoted(position)
    report(
      StructureRule.code, place,
      LocalizedText(
        en: "\(label.en): \(found.en) is not a code of the list"
          + (nearest.map { "; did you mean “\($0)”?" } ?? "; allowed are \(list)"),
        fr: "\(label.fr) : \(found.fr) n'est pas un code de la liste"
          + (nearest.map { " ; vouliez-vous dire « \($0) » ?" } ?? " ; sont admis \(list)"),
        nl: "\(label.nl): \(found.nl) is geen code van de lijst"
          + (nearest.map { "; bedoelde u “\($0)”?" } ?? "; toegestaan zijn \(list)"),
        de: "\(label.de): \(found.de) ist kein Code der Liste"
          + (nearest.map { "; war „\($0)“ gemeint?" } ?? "; zulässig sind \(list)")))
    invalidate(position)
  }

  mutating func reportRange(_ position: Int, _ shape: SchemaNode) {
    let place = place(position)
    let label = label(place.path)
    let found = quoted(position)
    let bounds = TypeWords.bounds(minimum: shape.minimum, maximum: shape.maximum)
    report(
      StructureRule.range, place,
      LocalizedText(
        en: "\(label.en): \(found.en) is out of bounds; expected is \(bounds.en)",
        fr: "\(label.fr) : \(found.fr) sort des bornes ; on attend \(bounds.fr)",
        nl: "\(label.nl): \(found.nl) ligt buiten de grenzen; verwacht wordt \(bounds.nl)",
        de: "\(label.de): \(found.de) liegt außerhalb der Grenzen; erwartet wird \(bounds.de)"))
    invalidate(position)
  }

  mutating func reportLength(_ length: Int, _ position: Int, _ shape: SchemaNode) {
    let place = place(position)
    let label = label(place.path)
    if length == 0 {
      report(
        StructureRule.form, place,
        LocalizedText(
          en: "\(label.en) is empty; give a text or leave the member out",
          fr: "\(label.fr) est vide ; indiquez un texte ou omettez l'élément",
          nl: "\(label.nl) is leeg; geef een tekst of laat het element weg",
          de: "\(label.de) ist leer; geben Sie einen Text an oder lassen Sie die Angabe weg"))
    } else {
      let few = length < shape.minLength
      let limit = few ? shape.minLength : shape.maxLength
      report(
        StructureRule.form, place,
        LocalizedText(
          en: "\(label.en) has \(length) characters; at \(few ? "least" : "most") \(limit) are expected",
          fr: "\(label.fr) compte \(length) caractères ; il en faut \(few ? "au moins" : "au plus") \(limit)",
          nl: "\(label.nl) telt \(length) tekens; er worden er \(few ? "minstens" : "hoogstens") \(limit) verwacht",
          de: "\(label.de) hat \(length) Zeichen; erwartet werden \(few ? "mindestens" : "höchstens") \(limit)"))
    }
    invalidate(position)
  }

  mutating func reportForm(_ position: Int, _ shape: SchemaNode) {
    let place = place(position)
    let label = label(place.path)
    let found = quoted(position)
    let wanted = TypeWords.form(shape)
    report(
      StructureRule.form, place,
      LocalizedText(
        en: "\(label.en): \(found.en) is not \(wanted.en)", fr: "\(label.fr) : \(found.fr) n'est pas \(wanted.fr)",
        nl: "\(label.nl): \(found.nl) is geen \(wanted.nl)", de: "\(label.de): \(found.de) ist \(wanted.de)"))
    invalidate(position)
  }

  mutating func reportRepeated(_ child: Int, in position: Int) {
    let name = bound.document.name(of: child) ?? ""
    let path = bound.path(of: position) + "/" + Document.escape(name)
    report(
      StructureRule.xml, Place(span: bound.span(ofNode: child), path: path, value: name),
      LocalizedText(
        en: "\(path) is there twice; an element may stand once", fr: "\(path) figure deux fois ; un seul est admis",
        nl: "\(path) staat er tweemaal; een element mag eenmaal voorkomen",
        de: "\(path) ist zweimal vorhanden; zulässig ist ein Element"))
  }

  /// Members that are not known and members that are not there, a misspelt one only once.
  mutating func reportMembers(unknown: [Int], in position: Int, _ shape: SchemaNode) {
    let path = bound.path(of: position)
    let free = shape.properties.indices.filter {
      bound.members[bound.values[position].offset + $0] == BoundDocument.absent
    }
    var missing = free.filter { shape.properties[$0].isRequired }
    for (index, child) in unknown.enumerated() {
      if findings.count >= Self.findingLimit {
        // Only counted, so nothing is worded.
        suppressed += unknown.count - index
        break
      }
      let name = bound.document.name(of: child) ?? ""
      let nearest = NearestName.of(name, in: free.map { shape.properties[$0].name })
      missing.removeAll { shape.properties[$0].name == nearest }
      let shown = BoundDocument.cut(name)
      let label = label(path)
      report(
        StructureRule.memberUnknown,
        Place(span: bound.nameSpan(ofNode: child), path: path + "/" + Document.escape(name), value: shown),
        LocalizedText(
          en: "\(label.en) has no member “\(shown)”" + (nearest.map { "; did you mean “\($0)”?" } ?? ""),
          fr: "\(label.fr) n'a pas d'élément « \(shown) »" + (nearest.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""),
          nl: "\(label.nl) heeft geen element “\(shown)”" + (nearest.map { "; bedoelde u “\($0)”?" } ?? ""),
          de: "\(label.de) kennt keine Angabe „\(shown)“" + (nearest.map { "; war „\($0)“ gemeint?" } ?? "")))
    }
    for slot in missing {
      let name = shape.properties[slot].name
      let label = label(path)
      let none = LocalizedText(verbatim: "")
      let title = schema.title(of: shape.properties[slot])?.map { _, text in " (\(text))" } ?? none
      report(
        StructureRule.memberMissing, bound.place(ofMissing: name, in: position),
        LocalizedText(
          en: "\(label.en): “\(name)”\(title.en) is missing", fr: "\(label.fr) : « \(name) »\(title.fr) manque",
          nl: "\(label.nl): “\(name)”\(title.nl) ontbreekt", de: "\(label.de): „\(name)“\(title.de) fehlt"))
    }
  }
}
