public import CEL
public import Findings
public import Schemas

/// Looks through a pack for what is allowed and yet is seldom meant.
public enum PackLint {
  /// One thing to look at.
  public struct Remark: Sendable {
    public let file: String
    /// 1-based; nil for a bundle.
    public let position: Position?
    /// The id of the rule, or nil for `pack.yaml`.
    public let rule: String?
    /// The member of the file, such as `assert` or `let.covered`.
    public let member: String
    public let kind: Warning.Kind
    public let message: String

    /// `file:line:column: member: message [kind]`.
    public var text: String {
      let place = position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(file)\(place): \(member): \(message) [\(kind.rawValue)]"
    }
  }

  /// The remarks in the order of the files and their members.
  ///
  /// - Throws: `PackError` for a pack that is refused.
  public static func run(_ pack: Pack, schema: Schema) throws(PackError) -> [Remark] {
    let compiled = try CompiledPack(pack, CompileTarget(schema: schema), collectsWarnings: true)
    var remarks = compiled.warnings.map { remark($0, pack, file: "pack.yaml", rule: nil) }
    for rule in compiled.rules {
      for warning in rule.review?.warnings ?? [] {
        remarks.append(remark(warning, pack, file: rule.rule.file, rule: rule.rule.descriptor.id))
      }
    }
    return remarks
  }

  private static func remark(
    _ found: (location: PackLocation, warning: Warning), _ pack: Pack, file: String, rule: String?
  ) -> Remark {
    Remark(
      file: file, position: pack.sources[file].map { found.location.position(in: $0) }, rule: rule,
      member: found.location.name, kind: found.warning.kind, message: found.warning.message)
  }
}
