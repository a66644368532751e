import Documents
import Findings

extension Binder {
  mutating func reportCount(_ count: Int, _ position: Int, _ index: Int) {
    let (least, most) = (plan.shapes[index].minItems, plan.shapes[index].maxItems)
    let limit = count < least ? least : most
    let path = bound.path(of: position)
    let few = count < least
    report(
      StructureRule.items, place(position),
      LocalizedText(
        en: "\(label(path).en) has \(count) items; at \(few ? "least" : "most") \(limit) are expected",
        fr: "\(label(path).fr) a \(count) éléments ; il en faut \(few ? "au moins" : "au plus") \(limit)",
        nl:
          "\(label(path).nl) heeft \(count) elementen; er worden er \(few ? "minstens" : "hoogstens") \(limit) verwacht",
        de: "\(label(path).de) hat \(count) Einträge; erwartet werden \(few ? "mindestens" : "höchstens") \(limit)"))
  }

  mutating func checkUnique(_ position: Int, _ index: Int) {
    let children = bound.document.children(of: Int(bound.values[position].node)).filter { isItem($0, index) }
    var seen: [String: Int] = [:]
    for (offset, child) in children.enumerated() {
      let text = isXML ? bound.document.text(of: child) : CanonicalJSON.text(of: child, in: bound.document)
      guard let first = seen.updateValue(offset, forKey: text) else { continue }
      let path = bound.path(of: position)
      report(
        StructureRule.items,
        Place(span: bound.span(ofNode: child), path: "\(path)/\(offset)", value: bound.text(ofNode: child)),
        LocalizedText(
          en: "\(label(path).en) holds the same item twice, at \(first + 1) and \(offset + 1)",
          fr: "\(label(path).fr) contient deux fois le même élément, aux rangs \(first + 1) et \(offset + 1)",
          nl: "\(label(path).nl) bevat tweemaal hetzelfde element, op plaats \(first + 1) en \(offset + 1)",
          de: "\(label(path).de) enthält denselben Eintrag zweimal, an Stelle \(first + 1) und \(offset + 1)"),
        related: [
          RelatedPlace(
            place: Place(
              span: bound.span(ofNode: children[first]), path: "\(path)/\(first)",
              value: bound.text(ofNode: children[first])), label: "\(first + 1)")
        ])
      return
    }
  }

  /// The enumeration or constant of the schema.
  mutating func checkAllowed(_ position: Int, _ index: Int) {
    let value = bound.values[position]
    guard value.kind != .invalid else { return }
    if value.kind == .string, plan.shapes[index].checks.contains(.codes) {
      let source = value.flags.contains(.inSideText) ? bound.sideText : bound.document.source
      if plan.names.find(source.span, value.offset, value.count, in: plan.shapes[index].codes) != nil { return }
    } else if schema.nodes[index].allows(canonical(position)) {
      return
    }
    reportCode(position, schema.nodes[index])
  }

  /// The value as `enum` compares it; in XML and YAML a scalar is what the schema has made of its text.
  private func canonical(_ position: Int) -> String {
    let node = Int(bound.values[position].node)
    guard bound.document.syntax != .json else { return CanonicalJSON.text(of: node, in: bound.document) }
    switch bound.values[position].kind {
    case .int, .decimal: return CanonicalJSON.number(collapsed(bound.document.text(of: node)))
    case .bool: return bound.values[position].payload == 1 ? "true" : "false"
    default: return CanonicalJSON.text(of: node, in: bound.document)
    }
  }

  /// Checks a second subschema on the same instance, whose values are dropped again.
  mutating func checkAlso(_ position: Int, _ index: Int) {
    let node = Int(bound.values[position].node)
    let around = (frame, outer, findings, suppressed)
    let (values, members, text) = (bound.values.count, memberCount, bound.sideText.count)
    (outer, findings, suppressed) = ([], [], 0)
    frame = Frame(.value, next: node, end: Int(bound.document.nodes[node].next), shape: index)
    run()
    (frame, outer, findings, suppressed) = (around.0, around.1, around.2 + findings, around.3 + suppressed)
    for slot in members..<memberCount { bound.members[slot] = BoundDocument.absent }
    memberCount = members
    bound.values.removeLast(bound.values.count - values)
    bound.sideText.removeLast(bound.sideText.count - text)
  }
}
