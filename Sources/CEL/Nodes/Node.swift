/// One step of a compiled expression.
///
/// Unchecked, because the compiler cannot see it of an open class: every stored property of every subclass is a constant.
class Node: @unchecked Sendable {
  private final let start: UInt32
  private final let end: UInt32
  /// The bytes of the expression, of which the parser takes 64 KB.
  final var range: Range<Int> { Int(start)..<Int(end) }

  init(at range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// The value. Errors are values too.
  func evaluate(_ activation: inout Activation) -> Value { .unset }

  /// The steps that this one is made of, in reading order.
  var children: [Node] { [] }

  /// The same step with its parts replaced one by one, in the order of `children`; a step that does not say how keeps
  /// the parts that it has.
  func replacingChildren(_ replace: (Node) -> Node) -> Node { self }

  /// The step itself without what planning has put around it.
  var plain: Node { self }

  /// The value once more, with the places in the reports that it rests on.
  ///
  /// Only a failed assertion is traced. A node that has parts overrides this: it traces each part once, where
  /// `evaluate` would evaluate it, and keeps what the parts recorded only of those that decided its value. A node that
  /// stands for others to be faster keeps those and lets them do it.
  func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let value = evaluate(&activation)
    trace.add(value, at: range)
    return Traced(value)
  }

  /// Traces the parts in reading order and makes the value of theirs.
  final func traceParts(
    _ activation: inout Activation, _ trace: inout Trace, _ make: (inout Activation, [Value]) -> Value
  ) -> Traced {
    activation.steps -= 1
    let values = children.map { $0.trace(&activation, &trace).value }
    return Traced(values.first(where: \.isError) ?? make(&activation, values))
  }

  /// Whether the value depends on a variable of a macro from a slot on.
  final func reads(localsFrom slot: Int) -> Bool {
    if let local = self as? LocalNode { return local.slot >= slot }
    return children.contains { $0.reads(localsFrom: slot) }
  }
}

/// A constant that fits into a value.
final class ConstantNode: Node, @unchecked Sendable {
  let value: Value

  init(_ value: Value, at range: Range<Int>) {
    self.value = value
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value { value }
}

/// A constant string or bytes value, or a decimal of more than 18 digits.
final class BoxedConstantNode: Node, @unchecked Sendable {
  let kind: ValueKind
  let content: Boxed

  init(_ kind: ValueKind, _ content: Boxed, at range: Range<Int>) {
    self.kind = kind
    self.content = content
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    Value(kind, payload: activation.box(content), flags: .boxed)
  }

  /// The bytes of a constant string.
  var text: [UInt8]? {
    if case .string(let text) = content { return text }
    return nil
  }
}

/// An error that every evaluation gives: an unknown name in an unchecked expression.
final class ErrorNode: Node, @unchecked Sendable {
  let kind: EvaluationError.Kind

  init(_ kind: EvaluationError.Kind, at range: Range<Int>) {
    self.kind = kind
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value { activation.make(kind) }
}

/// A variable that the caller binds.
final class VariableNode: Node, @unchecked Sendable {
  let slot: Int
  let name: String

  init(slot: Int, name: String, at range: Range<Int>) {
    self.slot = slot
    self.name = name
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let value = activation.variable(slot)
    return value.kind == .unset ? activation.make(.unbound(name)) : value
  }
}

/// A definition or `let`: evaluated on first use, then remembered.
final class DefinitionNode: Node, @unchecked Sendable {
  let slot: Int
  let program: Program

  init(slot: Int, program: Program, at range: Range<Int>) {
    self.slot = slot
    self.program = program
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.remembered(slot) { activation in program.run(&activation) }
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    return trace.define(slot, source: program.source) { trace in
      let traced = program.inFrame(&activation) { activation in program.node.trace(&activation, &trace) }
      activation.remember(slot, traced.value)
      return traced
    }
  }
}

/// The variable of a macro.
final class LocalNode: Node, @unchecked Sendable {
  let slot: Int

  init(slot: Int, at range: Range<Int>) {
    self.slot = slot
    super.init(at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value { activation.locals[activation.frame + slot] }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    trace.read(activation.frame + slot, activation.locals[activation.frame + slot], at: range)
  }
}
