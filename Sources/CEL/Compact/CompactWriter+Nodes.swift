extension CompactWriter {
  /// A node and what it is made of. `CompactReader.node` reads the same parts in the same order.
  mutating func node(_ node: Node) {
    switch node {
    case let node as ConstantNode: constant(node)
    case let node as BoxedConstantNode: boxed(node)
    case let node as VariableNode:
      begin(.variable, node)
      number(node.slot)
      name(node.name)
    case let node as DefinitionNode:
      begin(.definition, node)
      number(node.slot)
    case let node as LocalNode:
      begin(.local, node)
      number(node.slot)
    case let node as SelectNode: select(node)
    case let node as CallNode: call(node)
    case let node as LoopNode: loop(node)
    case let node as HoistedNode:
      // Its place is that of the part inside.
      byte(NodeTag.hoisted.rawValue)
      number(node.memo)
      self.node(node.inner)
    case let node as RememberedNode:
      byte(NodeTag.remembered.rawValue)
      number(node.slot)
      self.node(node.inner)
    default: operation(node)
    }
  }

  private mutating func begin(_ tag: NodeTag, _ node: Node) {
    byte(tag.rawValue)
    number(node.range.lowerBound)
    number(node.range.count)
  }

  private mutating func nodes(_ nodes: [Node]) {
    for node in nodes { self.node(node) }
  }

  private mutating func constant(_ node: ConstantNode) {
    begin(.constant, node)
    let value = node.value
    byte(value.kind.rawValue)
    byte(value.detail)
    unsigned(UInt64(value.index))
    signed(value.payload)
  }

  private mutating func boxed(_ node: BoxedConstantNode) {
    begin(.boxed, node)
    switch node.content {
    case .string(let bytes):
      constantTag(.string)
      text(bytes)
    case .bytes(let bytes):
      constantTag(.bytes)
      text(bytes)
    case .decimal(let value):
      constantTag(.decimal)
      decimal(value)
    default: fail()
    }
  }

  private mutating func select(_ node: SelectNode) {
    begin(node is HasNode ? .has : node is OptionalSelectNode ? .optionalSelect : .select, node)
    name(node.name)
    number(node.slot.map { $0 + 1 } ?? 0)
    self.node(node.operand)
  }

  private mutating func call(_ node: CallNode) {
    begin(node is SumNode ? .sum : .call, node)
    name(node.name)
    callee(node.callee)
    flag(node.isPlain)
    list(node.arguments) { $0.node($1) }
  }

  private mutating func callee(_ callee: Callee) {
    switch callee {
    case .entry(let entry):
      // A function of the caller is in no table.
      guard let row = functionTable.firstIndex(where: { $0 === entry }) else { return fail() }
      number(row + 2)
    case .sum(let type):
      number(0)
      write(type)
    case .keyed(let isGroup):
      number(1)
      flag(isGroup)
    }
  }

  private mutating func loop(_ node: LoopNode) {
    switch node {
    case is QuantifierNode: begin(.quantifier, node)
    case is ExistsOneNode: begin(.existsOne, node)
    case is TransformNode: begin(.transform, node)
    case is TransformMapNode: begin(.transformMap, node)
    default: return fail()
    }
    self.node(node.container)
    number(node.slot)
    number(node.second.map { $0 + 1 } ?? 0)
    option(node.plan.join) { writer, join in
      writer.node(join.key)
      writer.node(join.probe)
    }
    list(node.plan.memos) { $0.number($1) }
    switch node {
    case let node as QuantifierNode:
      flag(node.isExists)
      self.node(node.predicate)
    case let node as ExistsOneNode: self.node(node.predicate)
    case let node as TransformNode:
      option(node.predicate) { $0.node($1) }
      option(node.transform) { $0.node($1) }
    case let node as TransformMapNode:
      flag(node.isEntry)
      option(node.predicate) { $0.node($1) }
      self.node(node.transform)
    default: break
    }
  }

  /// What has nothing but parts and a detail or two.
  private mutating func operation(_ node: Node) {
    switch node {
    case let node as IndexNode:
      begin(.index, node)
      flag(node.isOptional)
    case let node as ArithmeticNode:
      begin(.arithmetic, node)
      operation(node.operation)
    case is NegateNode: begin(.negate, node)
    case let node as EqualNode:
      begin(.equal, node)
      flag(node.isNegated)
    case let node as TextEqualNode:
      begin(.textEqual, node)
      flag(node.isNegated)
      text(node.text.bytes)
    case let node as OrderNode:
      begin(.order, node)
      operation(node.operation)
    case is AndNode: begin(.and, node)
    case is OrNode: begin(.or, node)
    case is NotNode: begin(.not, node)
    case is ConditionalNode: begin(.conditional, node)
    case let node as BindNode:
      begin(.bind, node)
      number(node.slot)
    case let node as OptionalMapNode:
      begin(.optionalMap, node)
      number(node.slot)
      flag(node.isFlat)
    case let node as ListNode:
      begin(.list, node)
      list(node.isOptional) { $0.flag($1) }
    case let node as MapNode:
      begin(.map, node)
      list(node.isOptional) { $0.flag($1) }
    case is SizeNode: begin(.size, node)
    case is OrValueNode: begin(.orValue, node)
    case is OrOptionalNode: begin(.orOptional, node)
    case let node as MatchNode:
      begin(.match, node)
      text(node.pattern.text)
    case let node as InNode:
      begin(.isIn, node)
      flag(node.join != nil)
    case let node as TextInNode:
      begin(.textIn, node)
      text(node.text.bytes)
    case let node as InTextsNode:
      begin(.inTexts, node)
      list(node.texts.all) { $0.text($1) }
    default: return fail()
    }
    nodes(node.children)
  }

  private mutating func operation(_ operation: BinaryOperator) {
    byte(UInt8(compactOperators.firstIndex(of: operation) ?? 0))
  }
}
