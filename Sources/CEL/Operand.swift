/// A place in a report that a failed assertion rests on.
public struct Operand: Sendable, Hashable {
  /// The index in `Activation.documents`.
  public let document: Int
  /// The index in `BoundDocument.values`.
  public let value: Int
  /// The name of the member that is not there; then `value` is its parent.
  public let missing: String?
  /// The part of the expression that read it, such as `t.reviewed`.
  public let text: String
}

/// Collects the operands of a failed assertion, in reading order and each once.
struct Blame {
  /// The most failing elements of one list that are followed.
  static let elementLimit = 100
  /// The most operands that are kept.
  static let operandLimit = 400

  private(set) var operands: [Operand] = []
  private var seen: Set<Operand> = []
  /// The text of the program whose nodes are asked; a definition has its own.
  var text: [UInt8]
  /// How many definitions lie inside each other.
  var depth = 0

  init(text: [UInt8]) {
    self.text = text
  }

  var isFull: Bool { operands.count >= Self.operandLimit }

  mutating func add(_ value: Value, missing: String? = nil, at range: Range<Int>) {
    guard let origin = value.origin, !isFull else { return }
    // The same place read by two different expressions is one operand.
    let key = Operand(document: origin.document, value: origin.value, missing: missing, text: "")
    guard seen.insert(key).inserted else { return }
    let text = String(decoding: text[range.clamped(to: text.indices)], as: UTF8.self)
    operands.append(Operand(document: origin.document, value: origin.value, missing: missing, text: text))
  }
}
