import CRE2
import Findings

/// A regular expression of RE2. RE2 itself is safe to match from several threads.
final class Pattern: Sendable {
  /// What RE2 has made of it.
  private final class Compiled: @unchecked Sendable {
    /// Unchecked, because the compiler knows nothing of the pointer: it is set once and only read until it is freed.
    let handle: OpaquePointer?

    init(_ text: UnsafeBufferPointer<UInt8>) {
      handle = text.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count) }
    }

    deinit {
      if let handle { cre2_free(handle) }
    }
  }

  private let constant: ConstantText
  private let made = Once<Compiled>()

  init(_ pattern: [UInt8]) {
    constant = ConstantText(pattern)
  }

  /// A pattern that is known to be one: it is compiled when a text is first matched.
  init(known text: UnsafeRawBufferPointer, in owner: AnyObject) {
    constant = ConstantText(text, in: owner)
  }

  var text: UnsafeBufferPointer<UInt8> { constant.bytes }

  private var handle: OpaquePointer? {
    if let compiled = made.load() { return compiled.handle }
    return made.storeIfNil(Compiled(text)).handle
  }

  /// Why it is not a pattern, or nil when it is one.
  var problem: String? {
    guard let handle else { return "it could not be compiled" }
    return cre2_error(handle).map { String(cString: $0) }
  }

  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { bytes in
      handle.map { cre2_matches($0, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count) } ?? false
    }
  }
}

/// `s.matches('…')` with a constant pattern, compiled once.
final class MatchNode: Node, @unchecked Sendable {
  let operand: Node
  let pattern: Pattern

  init(_ operand: Node, _ pattern: Pattern, at range: Range<Int>) {
    self.operand = operand
    self.pattern = pattern
    super.init(at: range)
  }

  override var children: [Node] { [operand] }

  override func replacingChildren(_ replace: (Node) -> Node) -> Node {
    MatchNode(replace(operand), pattern, at: range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 2
    let value = operand.evaluate(&activation)
    if value.isError { return value }
    return match(value, &activation)
  }

  override func trace(_ activation: inout Activation, _ trace: inout Trace) -> Traced {
    traceParts(&activation, &trace) { activation, values in match(values[0], &activation) }
  }

  private func match(_ value: Value, _ activation: inout Activation) -> Value {
    guard value.kind == .string else { return activation.noOverload("matches(\(value.kind.typeName))") }
    let text = activation.bytes(of: value)
    return activation.spend(text.count >> 5) ? .bool(pattern.matches(text)) : .error(.budgetExceeded)
  }
}
