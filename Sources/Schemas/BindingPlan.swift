/// A schema as the binder walks it: small records in flat arrays, so that binding counts no references.
struct BindingPlan: Sendable {
  /// What the binder needs of a `SchemaNode` while nothing is wrong; the node itself is for messages.
  struct Shape: Sendable {
    var types: TypeSet
    var checks: Checks = []
    /// The subschema of members outside `members`; the two below for anything and nothing.
    var additional = Self.anything
    /// The subschema of the items, or -1 when they may be anything.
    var items = -1
    var also = -1
    var members = NameIndex.Group()
    /// The index in `members` of the plan of the first member.
    var firstMember = 0
    var requiredCount = 0
    /// The one name of the items in XML.
    var itemName = NameIndex.Group()
    var codes = NameIndex.Group()
    var minLength = 0
    var maxLength = Int.max
    var minItems = 0
    var maxItems = Int.max
    /// The limits of a number, both included, when `.plainBounds` is among the checks.
    var minimum = Int64.min
    var maximum = Int64.max

    static let anything = -1
    static let nothing = -2
  }

  /// What is to be checked beside the type.
  struct Checks: OptionSet, Sendable {
    let rawValue: UInt16

    /// There is an enumeration or a constant.
    static let allowed = Checks(rawValue: 1)
    /// The enumeration has strings only.
    static let codes = Checks(rawValue: 2)
    static let length = Checks(rawValue: 4)
    static let pattern = Checks(rawValue: 8)
    static let date = Checks(rawValue: 16)
    static let uniqueItems = Checks(rawValue: 32)
    /// The limits of a number are whole, included, and small enough to be compared with a few digits.
    static let plainBounds = Checks(rawValue: 64)
  }

  struct Member: Sendable {
    var node: Int
    var isRequired: Bool
  }

  private(set) var shapes: [Shape] = []
  private(set) var members: [Member] = []
  private(set) var names = NameIndex()

  init(_ nodes: [SchemaNode]) {
    shapes.reserveCapacity(nodes.count)
    for node in nodes { shapes.append(shape(of: node)) }
  }

  private mutating func shape(of node: SchemaNode) -> Shape {
    var shape = Shape(types: node.types)
    switch node.additional {
    case .anything: shape.additional = Shape.anything
    case .nothing: shape.additional = Shape.nothing
    case .schema(let index): shape.additional = index
    }
    if let items = node.items { shape.items = items }
    if let also = node.also { shape.also = also }
    if !node.properties.isEmpty {
      shape.members = names.add(node.properties.map(\.name))
      shape.firstMember = members.count
      for property in node.properties {
        members.append(Member(node: property.node, isRequired: property.isRequired))
        if property.isRequired { shape.requiredCount += 1 }
      }
    } else {
      shape.members = names.add([])
    }
    if node.types.contains(.array) { shape.itemName = names.add([node.itemName ?? "item"]) }
    if node.allowed != nil {
      shape.checks.insert(.allowed)
      if !node.codes.isEmpty {
        shape.checks.insert(.codes)
        shape.codes = names.add(node.codes)
      }
    }
    if node.minLength > 0 || node.maxLength != .max { shape.checks.insert(.length) }
    if node.pattern != nil { shape.checks.insert(.pattern) }
    if node.format == .date { shape.checks.insert(.date) }
    if node.uniqueItems { shape.checks.insert(.uniqueItems) }
    (shape.minLength, shape.maxLength) = (node.minLength, node.maxLength)
    (shape.minItems, shape.maxItems) = (node.minItems, node.maxItems)
    setBounds(&shape, node)
    return shape
  }

  private func setBounds(_ shape: inout Shape, _ node: SchemaNode) {
    func plain(_ bound: SchemaNode.Bound?, else open: Int64) -> Int64? {
      guard let bound else { return open }
      guard !bound.isExclusive, let value = bound.number.int64, abs(value) <= PlainNumber.boundLimit else { return nil }
      return value
    }
    guard let minimum = plain(node.minimum, else: .min), let maximum = plain(node.maximum, else: .max) else { return }
    shape.checks.insert(.plainBounds)
    (shape.minimum, shape.maximum) = (minimum, maximum)
  }
}
