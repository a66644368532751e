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
  let plan: BindingPlan
  let isXML: Bool
  /// Whether a namespace of the document is that of the schema, by index.
  let isOwn: [Bool]
  var bound: BoundDocument
  var findings: [Finding] = []
  var suppressed = 0

  private init(schema: Schema, document: Document) {
    self.schema = schema
    plan = schema.plan
    isXML = document.syntax == .xml
    isOwn = document.namespaces.map { $0 == schema.namespace }
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
    let position = bound.values.count
    bound.values.append(BoundValue(kind: .invalid, node: UInt32(node), payload: 0))
    var number: PlainNumber?
    let type = isXML ? xmlType(of: node, as: index, &number) : jsonType(of: node, plan.shapes[index].types, &number)
    guard let type else {
      reportType(at: position, expected: schema.nodes[index])
      return UInt32(position)
    }
    let before = findings.count + suppressed
    switch type {
    case .object: object(position, index)
    case .array: list(position, index)
    case .null: bound.values[position].kind = .null
    case .boolean:
      bound.values[position].kind = .bool
      bound.values[position].payload = isTrue(position) ? 1 : 0
    case .integer, .number: self.number(position, index, number)
    default: string(position, index)
    }
    if isXML, type.isScalar { checkAttributes(position) }
    if plan.shapes[index].checks.contains(.allowed) { checkAllowed(position, index) }
    let also = plan.shapes[index].also
    if also >= 0, findings.count + suppressed == before { checkAlso(position, also) }
    return UInt32(position)
  }

  // MARK: - Objects

  private mutating func object(_ position: Int, _ index: Int) {
    let members = plan.shapes[index].members
    let firstMember = plan.shapes[index].firstMember
    let additional = plan.shapes[index].additional
    let node = Int(bound.values[position].node)
    let first = bound.members.count
    for _ in 0..<members.count { bound.members.append(BoundDocument.absent) }
    bound.values[position].kind = .object
    bound.values[position].payload = BoundValue.pack(offset: first, count: members.count)
    var expected = 0
    var missing = plan.shapes[index].requiredCount
    var unknown: [Int] = []
    let end = Int(bound.document.nodes[node].next)
    var next = node + 1
    while next < end {
      let child = next
      next = Int(bound.document.nodes[child].next)
      if isXML, !isOwnElement(child) {
        reportStray(child, in: position)
        continue
      }
      guard let slot = slot(of: child, in: members, expected: &expected) else {
        if additional >= 0 {
          _ = value(at: child, as: additional)
        } else if additional == BindingPlan.Shape.nothing {
          unknown.append(child)
        }
        continue
      }
      guard bound.members[first + slot] == BoundDocument.absent else {
        reportRepeated(child, in: position)
        continue
      }
      let member = plan.members[firstMember + slot]
      if member.isRequired { missing -= 1 }
      // The slot is set first, so that a finding inside the member can tell its path.
      bound.members[first + slot] = UInt32(bound.values.count)
      _ = value(at: child, as: member.node)
    }
    if missing > 0 || !unknown.isEmpty { reportMembers(unknown: unknown, in: position, schema.nodes[index]) }
  }

  /// The slot of a member: most reports keep the order of the schema, so the next slots are tried first.
  private func slot(of child: Int, in members: NameIndex.Group, expected: inout Int) -> Int? {
    let node = bound.document.nodes[child]
    let found: Int?
    if node.flags.contains(.nameEscaped) {
      let name = Array((bound.document.name(of: child) ?? "").utf8)
      found = plan.names.find(name.span, 0, name.count, in: members)
    } else {
      let (start, length) = (Int(node.nameStart), Int(node.nameLength))
      let source = bound.document.source.span
      if expected < members.count, plan.names.isName(expected, of: members, source, start, length) {
        found = expected
      } else if expected + 1 < members.count, plan.names.isName(expected + 1, of: members, source, start, length) {
        found = expected + 1
      } else {
        found = plan.names.find(source, start, length, in: members)
      }
    }
    if let found { expected = found + 1 }
    return found
  }

  // MARK: - Lists

  private mutating func list(_ position: Int, _ index: Int) {
    let items = plan.shapes[index].items
    let node = Int(bound.values[position].node)
    let end = Int(bound.document.nodes[node].next)
    let first = bound.members.count
    var next = node + 1
    while next < end {
      let child = next
      next = Int(bound.document.nodes[child].next)
      if isXML, !isItem(child, index) {
        reportStrayItem(child, in: position, schema.nodes[index])
      } else {
        bound.members.append(BoundDocument.absent)
      }
    }
    let count = bound.members.count - first
    bound.values[position].kind = .list
    bound.values[position].payload = BoundValue.pack(offset: first, count: items >= 0 ? count : 0)
    if items >= 0 {
      var slot = first
      next = node + 1
      while next < end {
        let child = next
        next = Int(bound.document.nodes[child].next)
        if isXML, !isItem(child, index) { continue }
        bound.members[slot] = UInt32(bound.values.count)
        slot += 1
        _ = value(at: child, as: items)
      }
    }
    if count < plan.shapes[index].minItems || count > plan.shapes[index].maxItems {
      reportCount(count, position, index)
    }
    if plan.shapes[index].checks.contains(.uniqueItems) { checkUnique(position, index) }
  }
}
