/// A schema as the binder walks it: small records in flat arrays, so that binding counts no references.
struct BindingPlan: Sendable {
  /// What the binder needs of a `SchemaNode` while nothing is wrong; the node itself is for messages.
  struct Shape: Sendable {
    var types: TypeSet
    var checks: Checks = []
    /// The subschema of members outside `members`; the two below for anything and nothing.
    var additional = Self.anything
    /// The subschema of the items, or -1 when they may be anything.
    var items: Int32 = -1
    var also: Int32 = -1
    /// Among `memberNames`.
    var members = NameIndex.Group()
    var requiredCount: UInt32 = 0
    /// The one name of the items in XML, among `names`.
    var itemName = NameIndex.Group()
    /// The codes of an enumeration of strings, among `names`.
    var codes = NameIndex.Group()
    var minLength = 0
    var maxLength = Int.max
    /// The pattern: its index in `fixedForms` or in `patterns`; where both are -1, its steps among `steps`.
    var fixedForm: Int32 = -1
    var pattern: Int32 = -1
    var form = ClassSequence.Extent()
    var minItems = 0
    var maxItems = Int.max
    /// The limits of a number, both included, when `.plainBounds` is among the checks.
    var minimum = Int64.min
    var maximum = Int64.max

    static let anything: Int32 = -1
    static let nothing: Int32 = -2
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
    /// There is a second subschema to be met.
    static let also = Checks(rawValue: 128)

    static let ofTexts: Checks = [.allowed, .length, .pattern, .date, .also]
    /// What is asked of a value of any type.
    static let ofWhole: Checks = [.allowed, .also]
    static let ofContainers: Checks = [.allowed, .uniqueItems, .also]
  }

  let shapes: [Shape]
  /// Each stands for the subschema of the member; where it is required, for its complement.
  let memberNames: NameIndex
  let names: NameIndex
  let steps: [ClassSequence.Step]
  let fixedForms: [FixedForm]
  let patterns: [TextPattern]
  /// By member, and once before the first of each object: the slot of the member that is expected behind it, where the
  /// order of the schema is kept. An object's entries begin at the index of its first name and its own index.
  let followers: [UInt32]

  init(_ nodes: [SchemaNode]) {
    var builder = Builder()
    for node in nodes { builder.add(node) }
    shapes = builder.shapes
    memberNames = builder.memberNames
    names = builder.names
    steps = builder.steps
    fixedForms = builder.fixedForms
    patterns = builder.patterns
    followers = builder.followers
  }
}

extension BindingPlan {
  private struct Builder {
    var shapes: [Shape] = []
    var memberNames = NameIndex()
    var names = NameIndex()
    var steps: [ClassSequence.Step] = []
    var fixedForms: [FixedForm] = []
    var patterns: [TextPattern] = []
    var followers: [UInt32] = []

    mutating func add(_ node: SchemaNode) {
      var shape = Shape(types: node.types)
      switch node.additional {
      case .anything: shape.additional = Shape.anything
      case .nothing: shape.additional = Shape.nothing
      case .schema(let index): shape.additional = Int32(index)
      }
      if let items = node.items { shape.items = Int32(items) }
      if let also = node.also {
        shape.checks.insert(.also)
        shape.also = Int32(also)
      }
      addMembers(node, &shape)
      if node.types.contains(.array) { shape.itemName = names.add([node.itemName ?? "item"]) }
      if node.uniqueItems { shape.checks.insert(.uniqueItems) }
      (shape.minItems, shape.maxItems) = (node.minItems, node.maxItems)
      addText(node, &shape)
      setBounds(node, &shape)
      shapes.append(shape)
    }

    private mutating func addMembers(_ node: SchemaNode, _ shape: inout Shape) {
      shape.members = memberNames.add(
        node.properties.map { ($0.name, $0.isRequired ? ~Int32($0.node) : Int32($0.node)) })
      shape.requiredCount = UInt32(node.properties.count(where: \.isRequired))
      followers.append(contentsOf: 0...UInt32(node.properties.count))
    }

    private mutating func addText(_ node: SchemaNode, _ shape: inout Shape) {
      if node.allowed != nil {
        shape.checks.insert(.allowed)
        if !node.codes.isEmpty {
          shape.checks.insert(.codes)
          shape.codes = names.add(node.codes)
        }
      }
      if node.minLength > 0 || node.maxLength != .max { shape.checks.insert(.length) }
      (shape.minLength, shape.maxLength) = (node.minLength, node.maxLength)
      if let pattern = node.pattern {
        shape.checks.insert(.pattern)
        if let fixed = pattern.plain.flatMap(FixedForm.init) {
          shape.fixedForm = Int32(fixedForms.count)
          fixedForms.append(fixed)
        } else if let plain = pattern.plain {
          shape.form = plain.extent.moved(by: steps.count)
          steps += plain.steps
        } else {
          shape.pattern = Int32(patterns.count)
          patterns.append(pattern)
        }
      }
      if node.format == .date { shape.checks.insert(.date) }
    }

    private func setBounds(_ node: SchemaNode, _ shape: inout Shape) {
      func plain(_ bound: SchemaNode.Bound?, else open: Int64) -> Int64? {
        guard let bound else { return open }
        guard !bound.isExclusive, let value = bound.number.int64, abs(value) <= PlainNumber.boundLimit else {
          return nil
        }
        return value
      }
      guard let minimum = plain(node.minimum, else: .min), let maximum = plain(node.maximum, else: .max) else { return }
      shape.checks.insert(.plainBounds)
      (shape.minimum, shape.maximum) = (minimum, maximum)
    }
  }
}
