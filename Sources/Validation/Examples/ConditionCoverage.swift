import CEL
public import Findings

/// How far the examples of a pack go into its rules: whether each atomic condition has been true and false.
public struct ConditionCoverage: Sendable {
  /// A condition that no example of its rule makes true, or none makes false.
  public struct Gap: Sendable {
    public let file: String
    /// 1-based.
    public let position: Position?
    /// The member of the file, such as `assert` or `let.covered`.
    public let member: String
    /// The condition as it is written.
    public let condition: String
    /// What it never is; nil where no example evaluates it at all.
    public let missing: Bool?

    /// `file:line:column: member: “condition” is never false in the examples`.
    public var text: String {
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      let never = missing.map { "is never \($0)" } ?? "is never evaluated"
      return "\(file)\(place): \(member): \u{201C}\(condition)\u{201D} \(never) in the examples"
    }
  }

  /// The number of conditions.
  public private(set) var count = 0
  /// In the order of the pack.
  public private(set) var gaps: [Gap] = []

  init(_ conditions: [Witness.Condition], of pack: Pack) {
    for condition in conditions {
      let names = condition.label.split(separator: Self.separator).map(String.init)
      guard names.count > 1 else { continue }
      count += 1
      guard !condition.wasTrue || !condition.wasFalse else { continue }
      let location = PackLocation(Array(names.dropFirst()), at: condition.range)
      let bytes = Array(condition.text.utf8)
      gaps.append(
        Gap(
          file: names[0], position: pack.sources[names[0]].map { location.position(in: $0) }, member: location.name,
          condition: String(decoding: bytes[condition.range.clamped(to: bytes.indices)], as: UTF8.self),
          missing: condition.wasTrue == condition.wasFalse ? nil : condition.wasFalse))
    }
  }

  /// Stands between the file and the members in a label.
  private static let separator: Character = "\u{0}"

  static func label(_ file: String, _ steps: [String]) -> String {
    ([file] + steps).joined(separator: String(separator))
  }

  /// What a witness looks at while an example of a rule runs: the rule and what belongs to the whole pack.
  static func focus(on file: String, _ conditions: [Witness.Condition]) -> Set<String> {
    Set(conditions.map(\.label).filter { $0.hasPrefix(label(file, [""])) || $0.hasPrefix(label("pack.yaml", [""])) })
  }
}
