public import Documents
import Findings

/// Checks a document against a schema and types it in the same pass.
///
/// O(nodes). One cause gives one finding: nothing inside a wrong value is looked at, and a misspelt member is not
/// also reported as missing. The recursion is as deep as the document, which the reader has limited.
public struct Binder {
  /// The number of findings after which faults are only counted.
  public static let findingLimit = 500

  let schema: Schema
  let isXML: Bool
  var bound: BoundDocument
  var findings: [Finding] = []
  var suppressed = 0

  private init(schema: Schema, document: Document) {
    self.schema = schema
    isXML = document.syntax == .xml
    bound = BoundDocument(document: document)
    bound.values.reserveCapacity(document.nodes.count)
    bound.members.reserveCapacity(document.nodes.count * 2)
  }

  /// Binds a document that was read to its end.
  public static func bind(_ document: Document, to schema: Schema) -> Binding {
    var binder = Binder(schema: schema, document: document)
    if !document.nodes.isEmpty {
      if binder.isXML, !binder.checkRoot() {
        binder.bound.values.append(BoundValue(kind: .invalid, node: 0, payload: 0))
      } else {
        _ = binder.value(at: 0, as: 0)
      }
    }
    return Binding(bound: binder.bound, findings: binder.findings, suppressed: binder.suppressed)
  }

  /// Types one value, appends it with all that is in it, and returns its index.
  mutating func value(at node: Int, as index: Int) -> UInt32 {
    let shape = schema.nodes[index]
    let position = bound.values.count
    bound.values.append(BoundValue(kind: .invalid, node: UInt32(node), payload: 0))
    let type = isXML ? xmlType(of: node, shape) : jsonType(of: node, shape)
    guard let type else {
      reportType(at: position, expected: shape)
      return UInt32(position)
    }
    let before = findings.count + suppressed
    switch type {
    case .object: object(position, shape)
    case .array: list(position, shape)
    default:
      scalar(position, type, shape)
    }
    checkAllowed(position, shape)
    if let also = shape.also, findings.count + suppressed == before { checkAlso(position, also) }
    return UInt32(position)
  }

  // MARK: - Objects

  private mutating func object(_ position: Int, _ shape: SchemaNode) {
    let node = Int(bound.values[position].node)
    let first = bound.members.count
    let slots = shape.properties.count
    bound.members.append(contentsOf: repeatElement(BoundDocument.absent, count: slots))
    bound.values[position].kind = .object
    bound.values[position].payload = BoundValue.pack(offset: first, count: slots)
    var expected = 0
    var unknown: [Int] = []
    for child in bound.document.children(of: node) {
      if isXML, !isMember(child, of: position) { continue }
      guard let slot = slot(of: child, in: shape, expected: &expected) else {
        switch shape.additional {
        case .anything: break
        case .nothing: unknown.append(child)
        case .schema(let inner): _ = value(at: child, as: inner)
        }
        continue
      }
      guard bound.members[first + slot] == BoundDocument.absent else {
        reportRepeated(child, in: position)
        continue
      }
      // The slot is set first, so that a finding inside the member can tell its path.
      bound.members[first + slot] = UInt32(bound.values.count)
      _ = value(at: child, as: shape.properties[slot].node)
    }
    let missing = shape.properties.indices.filter {
      shape.properties[$0].isRequired && bound.members[first + $0] == BoundDocument.absent
    }
    guard !unknown.isEmpty || !missing.isEmpty else { return }
    reportMembers(unknown: unknown, missing: missing, in: position, shape)
  }

  /// The slot of a member: most reports keep the order of the schema, so the next slot is tried first.
  private func slot(of child: Int, in shape: SchemaNode, expected: inout Int) -> Int? {
    let count = shape.properties.count
    var tried = 0
    var candidate = expected
    while tried < count {
      if candidate >= count { candidate = 0 }
      if bound.document.nameEquals(child, shape.properties[candidate].name) {
        expected = candidate + 1
        return candidate
      }
      candidate += 1
      tried += 1
    }
    return nil
  }

  // MARK: - Lists

  private mutating func list(_ position: Int, _ shape: SchemaNode) {
    let node = Int(bound.values[position].node)
    var children: [Int] = []
    for child in bound.document.children(of: node) {
      if isXML, !isItem(child, of: position, shape) { continue }
      children.append(child)
    }
    let first = bound.members.count
    bound.members.append(contentsOf: repeatElement(BoundDocument.absent, count: children.count))
    bound.values[position].kind = .list
    bound.values[position].payload = BoundValue.pack(offset: first, count: children.count)
    if let items = shape.items {
      for (offset, child) in children.enumerated() {
        bound.members[first + offset] = UInt32(bound.values.count)
        _ = value(at: child, as: items)
      }
    } else {
      bound.values[position].payload = BoundValue.pack(offset: first, count: 0)
    }
    checkCount(children.count, position, shape)
    if shape.uniqueItems { checkUnique(children, position) }
  }
}
