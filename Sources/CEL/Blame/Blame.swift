public import Findings

/// What a failed assertion rests on.
public struct Blame: Sendable {
  /// The most failing elements of one list whose places are listed.
  public static let elementLimit = 100
  /// The most places that are listed.
  public static let placeLimit = 400
  /// The most calculations that are listed.
  public static let workingLimit = 100

  /// The places, each once: first what decided the matter, then what explains it, both in the order of reading.
  public internal(set) var operands: [Operand] = []
  /// How many failing elements or further places are not among the operands.
  public internal(set) var leftOut = 0
  /// The calculations that came out differently from what they were compared with.
  public internal(set) var workings: [Working] = []
  /// Whether the search ended before its budget did.
  public internal(set) var isComplete = true
}

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

extension Blame {
  /// A calculation and what its result was compared with, as `Findings.Working` with operands instead of places.
  public struct Working: Sendable {
    public let calculation: Side
    public let relation: Findings.Working.Relation
    /// What the result was compared with.
    public let stated: Side
    public let tolerance: Findings.Working.Tolerance?
  }

  /// A side of a comparison.
  public struct Side: Sendable {
    /// One figure, or a calculation in the order of reading.
    public let steps: [Step]
    /// The value, exact as far as the engine has it.
    public let result: String
    /// Whether the rule rounds the result.
    public let isRounded: Bool
  }

  /// A piece of a calculation.
  public enum Step: Sendable {
    /// A number as plain text and where it stands; without a document one that the rule or a calculation gave.
    case figure(String, document: Int?, value: Int?)
    case sign(Calculation.Sign)
    /// So many figures more of the same sum.
    case leftOut(Int)
  }
}
