import Findings

/// The CEL that a kind is defined by: compiled at once, or when a failure is first traced.
///
/// Shared between threads: whoever compiles it first, all compile the same.
final class KindDefinition: Sendable {
  let text: String
  private let environment: Environment
  private let compiled = Once<Program>()

  init(_ text: String, in environment: Environment) {
    self.text = text
    self.environment = environment
  }

  func compile() throws(CompileError) -> Program {
    if let program = compiled.load() { return program }
    return compiled.storeIfNil(try Program.compile(text, in: environment, expecting: .bool))
  }

  var program: Program {
    do {
      return try compile()
    } catch {
      preconditionFailure("tests compile the definition of every kind that is not compiled at once: \(error)")
    }
  }
}

/// A kind with an evaluation of its own. What a failure rests on is asked of the definition.
class KindNode: Node, @unchecked Sendable {
  final let definition: KindDefinition

  init(_ definition: KindDefinition) {
    self.definition = definition
    super.init(at: 0..<definition.text.utf8.count)
  }

  final override var children: [Node] { [definition.program.node] }

  final override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    let program = definition.program
    return program.inFrame(&activation) { activation in program.node.trace(&activation, &trace) }
  }

  // MARK: - What natives share

  /// Whether something holds of every value: false decides, the first error counts where nothing does.
  @inline(__always)
  final func all(
    _ path: KindPath, absent: Bool, _ activation: inout Activation, _ body: (inout Activation, Value) -> Value
  ) -> Value {
    var error: Value?
    var isFalse = false
    path.forEach(&activation) { activation, read in
      let value: Value =
        switch read {
        case .absent: .bool(absent)
        case .failed(let error): error
        case .value(let value): body(&activation, value)
        }
      if value.isError { error = error ?? value }
      isFalse = value.isFalse
      return !isFalse
    }
    return isFalse ? .bool(false) : error ?? .bool(true)
  }

  /// What was read, in order, and the first failure among it; nil where something is absent.
  static func present(_ reads: [KindPath.Read]) -> (values: [Value], failure: Value?)? {
    var values: [Value] = []
    var failure: Value?
    for read in reads {
      switch read {
      case .absent: return nil
      case .failed(let error):
        failure = failure ?? error
        values.append(error)
      case .value(let value): values.append(value)
      }
    }
    return (values, failure)
  }

  /// `a && b` of two values that were computed.
  static func and(_ first: Value, _ second: Value) -> Value {
    if first.isFalse || second.isFalse { return .bool(false) }
    return first.isError ? first : second
  }

  static func compare(
    _ operation: BinaryOperator, _ first: Value, _ second: Value, _ activation: inout Activation
  ) -> Value {
    if first.isError { return first }
    if second.isError { return second }
    guard let order = activation.order(first, second) else {
      return activation.noOverload("\(first.kind.typeName) \(operation.rawValue) \(second.kind.typeName)")
    }
    return .bool(order == .equal || order == (operation == .lessOrEqual ? .less : .greater))
  }

  /// The sum of a path, 0 for what is absent.
  static func sum(_ path: KindPath, _ activation: inout Activation) -> Value {
    if path.isSingle {
      switch path.single(&activation) {
      case .absent: return .int(0)
      case .failed(let error): return error
      case .value(let value): return value
      }
    }
    var total: Value?
    var failure: Value?
    path.forEach(&activation) { activation, read in
      switch read {
      case .absent: return true
      case .failed(let error): failure = error
      case .value(let value) where value.isError: failure = value
      case .value(let value):
        // An item that cannot be read counts before a sum that does not fit.
        if total?.isError != true { total = total.map { activation.arithmetic(.add, $0, value) } ?? value }
      }
      return failure == nil
    }
    if let failure { return failure }
    return total ?? .int(0)
  }
}

/// A limit of a range or a count: a constant or a value of the report.
enum KindLimit: Sendable {
  case constant(Value)
  case path(KindPath)

  /// Whether the value keeps the limit; an absent limit is none.
  @inline(__always)
  func holds(_ operation: BinaryOperator, for value: Value, _ activation: inout Activation) -> Value {
    switch self {
    case .constant(let limit): return KindNode.compare(operation, value, limit, &activation)
    case .path(let path):
      switch path.single(&activation) {
      case .absent: return .bool(true)
      case .failed(let error): return error
      case .value(let limit): return KindNode.compare(operation, value, limit, &activation)
      }
    }
  }
}
