public import Findings

extension BoundDocument {
  /// The RFC 6901 pointer of a value, the same for the XML and the JSON form; "" for the root.
  ///
  /// Costs one look at each sibling on the way down: for findings, not for the passing path.
  public func path(of value: Int) -> String {
    // In XML only the schema knows which elements are lists; elsewhere the document says it, unlisted members included.
    guard document.syntax == .xml else { return document.pointer(of: Int(values[value].node)) }
    var path = ""
    var current = 0
    while current != value {
      let container = values[current]
      guard container.kind == .list || container.kind == .object else { return path }
      // Values stand in document order, a container before its members: the last that is not behind is on the way.
      var step: (value: Int, position: Int)?
      for position in 0..<container.count {
        let member = members[container.offset + position]
        if member != Self.absent, Int(member) <= value, Int(member) > step?.value ?? -1 {
          step = (Int(member), position)
        }
      }
      guard let step else { return path }
      current = step.value
      path += "/"
      if container.kind == .list {
        path += "\(step.position)"
      } else {
        path += Document.escape(document.name(of: Int(values[current].node)) ?? "")
      }
    }
    return path
  }

  /// The place of a value: its bytes, or for a container the bracket or start tag that opens it.
  public func place(of value: Int, in source: SourceRole = .report) -> Place {
    let bound = values[value]
    return Place(
      source: source, span: span(ofNode: Int(bound.node)), path: path(of: value), value: text(ofNode: Int(bound.node)))
  }

  /// The place where a member belongs that is not there: the object that lacks it.
  public func place(ofMissing name: String, in value: Int, source: SourceRole = .report) -> Place {
    Place(
      source: source, span: openingSpan(ofNode: Int(values[value].node)),
      path: path(of: value) + "/" + Document.escape(name), missing: name)
  }

  /// The bytes to underline for a node: a scalar whole, of a container what opens it, of an XML scalar its text.
  public func span(ofNode node: Int) -> Span {
    switch document.nodes[node].kind {
    case .object, .array: return openingSpan(ofNode: node)
    case .element:
      let children = Array(document.children(of: node).filter { document.nodes[$0].kind != .attribute })
      if children.count == 1, document.nodes[children[0]].kind == .text { return document.span(of: children[0]) }
      return openingSpan(ofNode: node)
    default: return document.span(of: node)
    }
  }

  /// The bracket or the start tag's name that opens a container.
  private func openingSpan(ofNode node: Int) -> Span {
    let node = document.nodes[node]
    let end = node.kind == .element ? Int(node.nameStart) + Int(node.nameLength) : Int(node.start) + 1
    return Span(start: Int(node.start), end: end)
  }

  /// The text of a scalar as a finding quotes it, at most 80 scalars; nil for a container.
  public func text(ofNode node: Int) -> String? {
    switch document.nodes[node].kind {
    case .object, .array: return nil
    case .element where document.children(of: node).contains(where: { document.nodes[$0].kind == .element }): return nil
    default: return Self.cut(document.text(of: node))
    }
  }

  /// At most 80 scalars of a text, with an ellipsis where it was cut.
  public static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > 80 else { return text }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: text.unicodeScalars.prefix(79))
    return String(out) + "…"
  }
}

extension BoundDocument {
  /// The bytes to underline for a name: a JSON member name with its quotes, an XML start tag's `<name`.
  public func nameSpan(ofNode node: Int) -> Span {
    guard let name = document.nameSpan(of: node) else { return span(ofNode: node) }
    return document.syntax == .json
      ? Span(start: name.start - 1, end: name.end + 1)
      : Span(start: document.nodes[node].kind == .element ? Int(document.nodes[node].start) : name.start, end: name.end)
  }
}

extension BoundDocument {
  /// The value of a member of an object, or nil when it is not there. One look at each member.
  public func member(_ name: String, of value: Int) -> Int? {
    guard values.indices.contains(value), values[value].kind == .object else { return nil }
    let container = values[value]
    for position in container.offset..<container.offset + container.count where members[position] != Self.absent {
      let member = Int(members[position])
      if document.nameEquals(Int(values[member].node), name) { return member }
    }
    return nil
  }

  /// The value at the end of a chain of member names, from the root.
  public func value(at path: String...) -> Int? {
    var current = 0
    for name in path {
      guard let next = member(name, of: current) else { return nil }
      current = next
    }
    return values.isEmpty ? nil : current
  }
}
