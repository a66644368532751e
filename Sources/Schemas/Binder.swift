public import Documents
import Findings

/// Checks a document against a schema and types it in the same pass.
///
/// O(nodes). One cause gives one finding: nothing inside a wrong value is looked at, and a misspelt member is not
/// also reported as missing. What is right is bound by one loop over the nodes, see `walk`; it stops at whatever needs a
/// finding or a text of its own, and goes on behind it.
public struct Binder {
  /// The number of findings after which faults are only counted.
  public static let findingLimit = 500

  let schema: Schema
  let plan: BindingPlan
  let isXML: Bool
  /// Whether a namespace of the document is that of the schema, by index.
  let isOwn: [Bool]
  /// Its members have room behind those that count.
  var bound: BoundDocument
  var memberCount = 0
  var findings: [Finding] = []
  var suppressed = 0
  /// What is being bound, and what that is in, the outermost first.
  var frame: Frame
  var outer: [Frame] = []
  /// The members that the schema does not know, of the objects in `outer` and of the one at hand.
  var unknown: [Int] = []
  /// As in the plan, but each object leaves the order of its members for the next of its kind.
  var followers: [UInt32]

  private init(schema: Schema, document: Document) {
    self.schema = schema
    plan = schema.plan
    isXML = document.syntax == .xml
    isOwn = document.namespaces.map { $0 == schema.namespace }
    followers = plan.followers
    frame = Frame(.value, next: 0, end: document.nodes.count, shape: 0)
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
        binder.run()
      }
    }
    binder.bound.members.removeLast(binder.bound.members.count - binder.memberCount)
    return Binding(bound: binder.bound, findings: binder.findings, suppressed: binder.suppressed)
  }

  /// Binds what the frame is about, with all that is in it.
  mutating func run() {
    let (plan, document) = (plan, bound.document)
    while true {
      switch walk(plan, document) {
      case .end: return
      case .room(let node, let index, let members):
        makeRoom(members: members)
        outer.append(frame)
        frame = Frame(.value, next: node, end: Int(document.nodes[node].next), shape: index)
      case .scalar(let node, let index): scalar(at: node, as: index)
      case .stray(let child): reportStray(child, in: frame.position)
      case .strayItems: reportStrayItems()
      case .repeated(let child): reportRepeated(child, in: frame.position)
      case .close: close()
      }
    }
  }

  /// Makes room for as many members.
  private mutating func makeRoom(members: Int) {
    guard memberCount + members > bound.members.count else { return }
    let count = max(members, min(bound.members.capacity - bound.members.count, 4096))
    bound.members.append(contentsOf: repeatElement(BoundDocument.absent, count: count))
  }

  /// Types a scalar in whatever way it is written, or finds that the value does not have the type that it should.
  private mutating func scalar(at node: Int, as index: Int) {
    let position = bound.values.count
    bound.values.append(BoundValue(kind: .invalid, node: UInt32(node), payload: 0))
    var number: PlainNumber?
    let type = isXML ? xmlType(of: node, as: index, &number) : jsonType(of: node, plan.shapes[index].types, &number)
    guard let type else {
      reportType(at: position, expected: schema.nodes[index])
      return
    }
    let before = findings.count + suppressed
    switch type {
    case .null: bound.values[position].kind = .null
    case .boolean:
      bound.values[position].kind = .bool
      bound.values[position].payload = isTrue(position) ? 1 : 0
    case .integer, .number: self.number(position, index, number)
    default: string(position, index)
    }
    if isXML { checkAttributes(position) }
    checkWhole(position, index, before)
  }

  /// Checks what concerns a value as a whole; `before` is the number of faults before it.
  private mutating func checkWhole(_ position: Int, _ index: Int, _ before: Int) {
    let checks = plan.shapes[index].checks
    if checks.contains(.allowed) { checkAllowed(position, index) }
    if checks.contains(.also), findings.count + suppressed == before {
      checkAlso(position, Int(plan.shapes[index].also))
    }
  }

  /// Checks an object or a list whose children are all bound, and goes back to what it is in.
  private mutating func close() {
    let (position, index) = (frame.position, frame.shape)
    switch frame.kind {
    case .object:
      let unknown = Array(self.unknown[frame.firstUnknown...])
      self.unknown.removeLast(unknown.count)
      if frame.missing > 0 || !unknown.isEmpty {
        reportMembers(unknown: unknown, in: position, schema.nodes[index])
      }
    case .list:
      let (least, most) = (plan.shapes[index].minItems, plan.shapes[index].maxItems)
      if frame.count < least || frame.count > most { reportCount(frame.count, position, index) }
      if plan.shapes[index].checks.contains(.uniqueItems) { checkUnique(position, index) }
    case .value: break
    }
    checkWhole(position, index, frame.before)
    frame = outer.removeLast()
  }
}
