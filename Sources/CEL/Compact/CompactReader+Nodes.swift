extension CompactReader {
  /// A node and what it is made of.
  mutating func node() -> Node {
    guard let tag = NodeTag(rawValue: byte()) else { return broken() }
    if tag == .hoisted || tag == .remembered {
      let place = number()
      let inner = node()
      return tag == .hoisted ? HoistedNode(inner, memo: place) : RememberedNode(inner, slot: place)
    }
    let (start, count) = (number(), number())
    guard start >= 0, count >= 0 else { return broken() }
    let range = start..<start &+ count
    switch tag {
    case .constant:
      let (kind, detail, index) = (byte(), byte(), UInt32(truncatingIfNeeded: unsigned()))
      guard let kind = ValueKind(rawValue: kind) else { return broken() }
      return ConstantNode(Value(kind, payload: signed(), detail: detail, index: index), at: range)
    case .boxed: return boxed(range)
    case .variable: return VariableNode(slot: number(), name: name(), at: range)
    case .definition:
      let slot = number()
      guard let program = definitions.program(at: slot) else { return broken() }
      return DefinitionNode(slot: slot, program: program, at: range)
    case .local: return LocalNode(slot: number(), at: range)
    case .select, .optionalSelect, .has: return select(tag, range)
    case .call, .sum: return call(tag, range)
    case .quantifier, .existsOne, .transform, .transformMap: return loop(tag, range)
    case .match, .isIn, .textIn, .inTexts: return membership(tag, range)
    default: return operation(tag, range)
    }
  }

  /// What stands in for a node of a form that does not fit; nobody evaluates it.
  private mutating func broken() -> Node { fail(Node(at: 0..<0)) }

  private mutating func boxed(_ range: Range<Int>) -> Node {
    switch ConstantTag(rawValue: byte()) {
    case .string?: BoxedConstantNode(.string, .string(Array(text())), at: range)
    case .bytes?: BoxedConstantNode(.bytes, .bytes(Array(text())), at: range)
    case .decimal?: BoxedConstantNode(.decimal, .decimal(decimal()), at: range)
    default: broken()
    }
  }

  private mutating func select(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    let (name, number) = (name(), number())
    let slot = number > 0 ? number - 1 : nil
    let operand = node()
    return switch tag {
    case .has: HasNode(operand, name: name, slot: slot, at: range)
    case .optionalSelect: OptionalSelectNode(operand, name: name, slot: slot, at: range)
    default: SelectNode(operand, name: name, slot: slot, at: range)
    }
  }

  private mutating func call(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    let name = name()
    guard let callee = callee() else { return broken() }
    let isPlain = flag()
    var arguments: [Node] = []
    for _ in 0..<max(number(), 0) where isSound { arguments.append(node()) }
    let call = CallNode(name: name, arguments: arguments, isPlain: isPlain, callee: callee, at: range)
    guard tag == .sum else { return call }
    guard let list = arguments.first as? TransformNode else { return broken() }
    return SumNode(call, of: list)
  }

  private mutating func callee() -> Callee? {
    switch number() {
    case 0: return .sum(type())
    case 1: return .keyed(isGroup: flag())
    case let row:
      let table = functionTable
      return table.indices.contains(row - 2) ? .entry(table[row - 2]) : nil
    }
  }

  private mutating func loop(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    let container = node()
    let (slot, number) = (number(), number())
    let second = number > 0 ? number - 1 : nil
    var plan = LoopPlan()
    if flag() {
      let key = node()
      plan.join = KeyJoin(key: key, probe: node())
    }
    plan.memos = list { $0.number() }
    switch tag {
    case .quantifier:
      let isExists = flag()
      return QuantifierNode(
        container, slot: slot, second: second, predicate: node(), isExists: isExists, plan: plan, at: range)
    case .existsOne:
      return ExistsOneNode(
        container, slot: slot, second: second, predicate: node(), plan: plan, at: range)
    case .transform:
      let predicate = flag() ? node() : nil
      let transform = flag() ? node() : nil
      return TransformNode(
        container, slot: slot, second: second, predicate: predicate, transform: transform, plan: plan, at: range)
    default:
      let isEntry = flag()
      let predicate = flag() ? node() : nil
      guard let second else { return broken() }
      return TransformMapNode(
        container, slot: slot, second: second, predicate: predicate, transform: node(), isEntry: isEntry,
        plan: plan, at: range)
    }
  }

  private mutating func membership(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    switch tag {
    case .match:
      let pattern = Pattern(known: text(), in: store)
      return MatchNode(node(), pattern, at: range)
    case .isIn:
      let join = flag() ? JoinID() : nil
      let element = node()
      return InNode(element, node(), join: join, at: range)
    case .textIn:
      let text = constantText()
      return TextInNode(text, node(), at: range)
    default:
      let texts = list { $0.constantText() }
      return InTextsNode(node(), TextSet(texts), at: range)
    }
  }

  private mutating func constantText() -> ConstantText { ConstantText(text(), in: store) }

  private mutating func operation(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    switch tag {
    case .index:
      let isOptional = flag()
      let operand = node()
      return IndexNode(operand, node(), isOptional: isOptional, at: range)
    case .arithmetic, .order:
      let place = Int(byte())
      guard compactOperators.indices.contains(place) else { return broken() }
      let left = node()
      let right = node()
      return tag == .order
        ? OrderNode(compactOperators[place], left, right, at: range)
        : ArithmeticNode(compactOperators[place], left, right, at: range)
    case .equal:
      let isNegated = flag()
      let left = node()
      return EqualNode(left, node(), isNegated: isNegated, at: range)
    case .textEqual:
      let isNegated = flag()
      let text = constantText()
      return TextEqualNode(node(), text, isNegated: isNegated, at: range)
    case .negate: return NegateNode(node(), at: range)
    case .not: return NotNode(node(), at: range)
    case .size: return SizeNode(node(), at: range)
    case .list:
      let isOptional = list { $0.flag() }
      var items: [Node] = []
      for _ in isOptional { items.append(node()) }
      return ListNode(items, isOptional: isOptional, at: range)
    case .map:
      let isOptional = list { $0.flag() }
      var (keys, values): ([Node], [Node]) = ([], [])
      for _ in isOptional {
        keys.append(node())
        values.append(node())
      }
      return MapNode(keys: keys, values: values, isOptional: isOptional, at: range)
    case .bind:
      let slot = number()
      let value = node()
      return BindNode(slot: slot, value: value, body: node(), at: range)
    case .optionalMap:
      let (slot, isFlat) = (number(), flag())
      let optional = node()
      return OptionalMapNode(optional, slot: slot, body: node(), isFlat: isFlat, at: range)
    case .conditional:
      let condition = node()
      let first = node()
      return ConditionalNode(condition, first, node(), at: range)
    default: return pair(tag, range)
    }
  }

  /// What has two parts and nothing else.
  private mutating func pair(_ tag: NodeTag, _ range: Range<Int>) -> Node {
    let first = node()
    let second = node()
    return switch tag {
    case .and: AndNode(first, second, at: range)
    case .or: OrNode(first, second, at: range)
    case .orValue: OrValueNode(first, second, at: range)
    case .orOptional: OrOptionalNode(first, second, at: range)
    default: broken()
    }
  }
}
