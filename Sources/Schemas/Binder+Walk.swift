import Documents

/// The loop over the nodes. It counts no references and makes no texts: all tables are borrowed once.
extension Binder {
  /// Binds what is right until something is not, or needs more than a look at its bytes.
  mutating func walk(_ plan: BindingPlan, _ document: Document) -> Stop {
    // The arrays leave their places for the time of the loop, so that each is written to without a look at the others.
    var (values, members, followers, at) = (bound.values, bound.members, followers, frame)
    (bound.values, bound.members, self.followers) = ([], [], [])
    var stop = Stop.end
    let count = values.count
    values.append(addingCapacity: max(1, values.capacity - count)) { values in
      var memberSpan = members.mutableSpan
      var followerSpan = followers.mutableSpan
      stop = walk(plan, document, &at, &values, behind: count, &memberSpan, &followerSpan)
    }
    (bound.values, bound.members, self.followers, frame) = (values, members, followers, at)
    return stop
  }

  private mutating func walk(
    _ plan: BindingPlan, _ document: Document, _ at: inout Frame, _ values: inout OutputSpan<BoundValue>,
    behind earlier: Int, _ members: inout MutableSpan<UInt32>, _ followers: inout MutableSpan<UInt32>
  ) -> Stop {
    let (isXML, syntax, isOwn) = (isXML, document.syntax, isOwn)
    let (nodes, source, namespaces, shapes) = (document.nodes.span, document.source.span, isOwn.span, plan.shapes.span)
    while true {
      guard at.next < at.end else {
        guard plan.isWhole(at, hasUnknown: unknown.count > at.firstUnknown) else { return .close }
        guard let around = outer.popLast() else { return .end }
        at = around
        continue
      }
      let child = at.next
      let node = nodes[child]
      at.next = Int(node.next)
      let position = earlier &+ values.count
      var index = at.shape
      switch at.kind {
      case .value: break
      case .list:
        if at.hasStrays, !plan.isItem(node, of: index, source, namespaces) { continue }
        index = Int(shapes[index].items)
        members[at.slot] = UInt32(truncatingIfNeeded: position)
        at.slot &+= 1
      case .object:
        if isXML, node.kind != .element || !namespaces[Int(node.namespace)] { return .stray(child) }
        let slot =
          node.flags.contains(.nameEscaped)
          ? plan.slot(named: document.name(of: child) ?? "", of: at)
          : plan.slot(of: node, source, at, &followers)
        guard let slot else {
          let additional = shapes[index].additional
          if additional == BindingPlan.Shape.nothing { unknown.append(child) }
          guard additional >= 0 else { continue }
          index = Int(additional)
          break
        }
        guard members[at.slot &+ slot] == BoundDocument.absent else { return .repeated(child) }
        // The slot is set first, so that a finding inside the member can tell its path.
        members[at.slot &+ slot] = UInt32(truncatingIfNeeded: position)
        at.follower = at.firstFollower &+ slot &+ 1
        index = Int(plan.memberNames.names[at.firstName &+ slot].meaning)
        if index < 0 {
          index = ~index
          at.missing &-= 1
        }
      }

      guard values.freeCapacity > 0 else { return .room(node: child, shape: index, members: 0) }
      let type = isXML ? plan.xmlType(index) : plan.jsonType(of: node, index)
      guard type == .object || type == .array else {
        guard let value = plan.scalar(type, of: node, at: child, index, syntax, nodes, source) else {
          return .scalar(node: child, shape: index)
        }
        values.append(value)
        continue
      }
      var inner = Frame(type == .object ? .object : .list, next: child &+ 1, end: Int(node.next), shape: index)
      if type == .object {
        plan.open(object: &inner)
      } else {
        plan.open(list: &inner, nodes, source, namespaces, isXML: isXML)
      }
      let count = type == .object || shapes[index].items >= 0 ? inner.count : 0
      guard memberCount &+ count <= members.count else { return .room(node: child, shape: index, members: count) }
      values.append(
        BoundValue(
          kind: type == .object ? .object : .list, node: UInt32(truncatingIfNeeded: child),
          payload: BoundValue.pack(offset: memberCount, count: count)))
      inner.position = position
      inner.slot = memberCount
      inner.before = findings.count &+ suppressed
      inner.firstUnknown = unknown.count
      outer.append(at)
      at = inner
      memberCount &+= count
      if at.hasStrays { return .strayItems }
    }
  }
}
