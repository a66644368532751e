extension CompactReader {
  /// A node and what it is made of.
  mutating func node(_ environment: borrowing Environment) -> Node {
    guard let tag = NodeTag(rawValue: byte()) else { return broken() }
    if tag == .hoisted || tag == .remembered {
      let place = number()
      let inner = node(environment)
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
      guard let program = environment.program(at: slot) else { return broken() }
      return DefinitionNode(slot: slot, program: program, at: range)
    case .local: return LocalNode(slot: number(), at: range)
    case .select, .optionalSelect, .has: return select(tag, environment, range)
    case .call, .sum: return call(tag, environment, range)
    case .quantifier, .existsOne, .transform, .transformMap: return loop(tag, environment, range)
    case .match, .isIn, .textIn, .inTexts: return membership(tag, environment, range)
    default: return operation(tag, environment, range)
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

  private mutating func select(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    let (name, number) = (name(), number())
    let slot = number > 0 ? number - 1 : nil
    let operand = node(environment)
    return switch tag {
    case .has: HasNode(operand, name: name, slot: slot, at: range)
    case .optionalSelect: OptionalSelectNode(operand, name: name, slot: slot, at: range)
    default: SelectNode(operand, name: name, slot: slot, at: range)
    }
  }

  private mutating func call(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    let name = name()
    guard let callee = callee() else { return broken() }
    let isPlain = flag()
    var arguments: [Node] = []
    for _ in 0..<max(number(), 0) where isSound { arguments.append(node(environment)) }
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

  private mutating func loop(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    let container = node(environment)
    let (slot, number) = (number(), number())
    let second = number > 0 ? number - 1 : nil
    var plan = LoopPlan()
    if flag() {
      let key = node(environment)
      plan.join = KeyJoin(key: key, probe: node(environment))
    }
    plan.memos = list { $0.number() }
    switch tag {
    case .quantifier:
      let isExists = flag()
      return QuantifierNode(
        container, slot: slot, second: second, predicate: node(environment), isExists: isExists, plan: plan, at: range)
    case .existsOne:
      return ExistsOneNode(
        container, slot: slot, second: second, predicate: node(environment), plan: plan, at: range)
    case .transform:
      let predicate = flag() ? node(environment) : nil
      let transform = flag() ? node(environment) : nil
      return TransformNode(
        container, slot: slot, second: second, predicate: predicate, transform: transform, plan: plan, at: range)
    default:
      let isEntry = flag()
      let predicate = flag() ? node(environment) : nil
      guard let second else { return broken() }
      return TransformMapNode(
        container, slot: slot, second: second, predicate: predicate, transform: node(environment), isEntry: isEntry,
        plan: plan, at: range)
    }
  }

  private mutating func membership(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    switch tag {
    case .match:
      let pattern = Pattern(known: text(), in: store)
      return MatchNode(node(environment), pattern, at: range)
    case .isIn:
      let join = flag() ? JoinID() : nil
      let element = node(environment)
      return InNode(element, node(environment), join: join, at: range)
    case .textIn:
      let text = constantText()
      return TextInNode(text, node(environment), at: range)
    default:
      let texts = list { $0.constantText() }
      return InTextsNode(node(environment), TextSet(texts), at: range)
    }
  }

  private mutating func constantText() -> ConstantText { ConstantText(text(), in: store) }

  private mutating func operation(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    switch tag {
    case .index:
      let isOptional = flag()
      let operand = node(environment)
      return IndexNode(operand, node(environment), isOptional: isOptional, at: range)
    case .arithmetic, .order:
      let place = Int(byte())
      guard compactOperators.indices.contains(place) else { return broken() }
      let left = node(environment)
      let right = node(environment)
      return tag == .order
        ? OrderNode(compactOperators[place], left, right, at: range)
        : ArithmeticNode(compactOperators[place], left, right, at: range)
    case .equal:
      let isNegated = flag()
      let left = node(environment)
      return EqualNode(left, node(environment), isNegated: isNegated, at: range)
    case .textEqual:
      let isNegated = flag()
      let text = constantText()
      return TextEqualNode(node(environment), text, isNegated: isNegated, at: range)
    case .negate: return NegateNode(node(environment), at: range)
    case .not: return NotNode(node(environment), at: range)
    case .size: return SizeNode(node(environment), at: range)
    case .list:
      let isOptional = list { $0.flag() }
      var items: [Node] = []
      for _ in isOptional { items.append(node(environment)) }
      return ListNode(items, isOptional: isOptional, at: range)
    case .map:
      let isOptional = list { $0.flag() }
      var (keys, values): ([Node], [Node]) = ([], [])
      for _ in isOptional {
        keys.append(node(environment))
        values.append(node(environment))
      }
      return MapNode(keys: keys, values: values, isOptional: isOptional, at: range)
    case .bind:
      let slot = number()
      let value = node(environment)
      return BindNode(slot: slot, value: value, body: node(environment), at: range)
    case .optionalMap:
      let (slot, isFlat) = (number(), flag())
      let optional = node(environment)
      return OptionalMapNode(optional, slot: slot, body: node(environment), isFlat: isFlat, at: range)
    case .conditional:
      let condition = node(environment)
      let first = node(environment)
      return ConditionalNode(condition, first, node(environment), at: range)
    default: return pair(tag, environment, range)
    }
  }

  /// What has two parts and nothing else.
  private mutating func pair(_ tag: NodeTag, _ environment: borrowing Environment, _ range: Range<Int>) -> Node {
    let first = node(environment)
    let second = node(environment)
    return switch tag {
    case .and: AndNode(first, second, at: range)
    case .or: OrNode(first, second, at: range)
    case .orValue: OrValueNode(first, second, at: range)
    case .orOptional: OrOptionalNode(first, second, at: range)
    default: broken()
    }
  }
}
