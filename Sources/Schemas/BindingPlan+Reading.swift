import Documents

/// What the binder asks of a plan while it walks: each answer is a few looks at the bytes and at the tables.
extension BindingPlan {
  // MARK: - Objects

  /// The slot of a member, given by its node; most objects have the order of the one of their kind before them.
  @inline(__always)
  func slot(
    of node: Node, _ source: Swift.Span<UInt8>, _ object: Binder.Frame, _ followers: inout MutableSpan<UInt32>
  ) -> Int? {
    let start = Int(node.nameStart)
    let key = NameIndex.Key(source, start, Int(node.nameLength))
    let expected = Int(followers[object.follower])
    if expected < object.count, memberNames.isName(object.firstName &+ expected, key, source, start) { return expected }
    guard let found = memberNames.find(key, source, start, in: shapes[object.shape].members) else { return nil }
    followers[object.follower] = UInt32(truncatingIfNeeded: found)
    return found
  }

  /// The slot of a member whose name is not written as it is meant.
  @inline(never)
  func slot(named name: String, of object: Binder.Frame) -> Int? {
    let name = Array(name.utf8)
    return memberNames.find(name.span, 0, name.count, in: shapes[object.shape].members)
  }

  @inline(__always)
  func open(object frame: inout Binder.Frame) {
    let group = shapes[frame.shape].members
    frame.count = Int(group.count)
    frame.missing = Int(shapes[frame.shape].requiredCount)
    frame.firstName = Int(group.first)
    frame.firstFollower = frame.firstName &+ frame.shape
    frame.follower = frame.firstFollower
  }

  // MARK: - Lists

  /// Counts the items; all children of JSON and YAML are.
  @inline(__always)
  func open(
    list frame: inout Binder.Frame, _ nodes: Swift.Span<Node>, _ source: Swift.Span<UInt8>, _ isOwn: Swift.Span<Bool>,
    isXML: Bool
  ) {
    var next = frame.next
    while next < frame.end {
      if isXML, !isItem(nodes[next], of: frame.shape, source, isOwn) {
        frame.hasStrays = true
      } else {
        frame.count &+= 1
      }
      next = Int(nodes[next].next)
    }
    // Where anything is right there is nothing to bind.
    if shapes[frame.shape].items < 0 { frame.next = frame.end }
  }

  /// Whether a child of a list's element is an item.
  @inline(__always)
  func isItem(_ node: Node, of index: Int, _ source: Swift.Span<UInt8>, _ isOwn: Swift.Span<Bool>) -> Bool {
    guard node.kind == .element, isOwn[Int(node.namespace)] else { return false }
    let start = Int(node.nameStart)
    let key = NameIndex.Key(source, start, Int(node.nameLength))
    return names.isName(Int(shapes[index].itemName.first), key, source, start)
  }

  /// Whether nothing is wrong with an object or a list whose children are all bound.
  @inline(__always)
  func isWhole(_ frame: Binder.Frame, hasUnknown: Bool) -> Bool {
    switch frame.kind {
    case .value: return true
    case .object:
      return frame.missing == 0 && !hasUnknown && shapes[frame.shape].checks.isDisjoint(with: .ofContainers)
    case .list:
      return frame.count >= shapes[frame.shape].minItems && frame.count <= shapes[frame.shape].maxItems
        && shapes[frame.shape].checks.isDisjoint(with: .ofContainers)
    }
  }

  // MARK: - Types

  /// The type of a node of JSON or YAML among those that are allowed; none when it has to be looked at closer.
  @inline(__always)
  func jsonType(of node: Node, _ index: Int) -> TypeSet {
    let type: TypeSet
    switch node.kind {
    case .object: type = .object
    case .array: type = .array
    case .string: type = .string
    case .number: type = [.integer, .number]
    case .true, .false: type = .boolean
    case .null: type = .null
    case .element, .attribute, .text: type = []
    }
    return type.intersection(shapes[index].types)
  }

  /// The type that the schema gives to an element of XML; none when it leaves a choice.
  @inline(__always)
  func xmlType(_ index: Int) -> TypeSet { shapes[index].types.isSingle ? shapes[index].types : [] }
}
