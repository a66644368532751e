import Findings
import Validation

/// A pack of one rule, written by a test.
enum RulePack {
  static let head = """
    id: test
    version: 1.0.0
    profile: 1
    schema: urn:vigie:csa-report:1.0
    title: { en: Test, fr: Essai, nl: Proef, de: Probe }
    base: base.json
    sources:
      own: { title: A test }
    parameters:
      most: 5
    """

  /// The rule `X-01` with these lines for what it asserts.
  static func rule(_ body: String, message: String = "message: { en: a, fr: b, nl: c, de: d }") -> String {
    """
    id: X-01
    title: { en: Test, fr: Essai, nl: Proef, de: Probe }
    strand: X
    severity: error
    status: plausibility
    basis: [{ source: own, clause: one }]
    \(body)
    \(message)
    help: { en: a, fr: b, nl: c, de: d }
    examples:
      - { title: whole, patch: [], expect: passed }
      - { title: broken, patch: [], expect: failed }
    """
  }

  static func read(_ rule: String) throws -> Pack {
    let files = [
      PackReader.File(name: "pack.yaml", bytes: Array(head.utf8)),
      PackReader.File(name: "x.yaml", bytes: Array(rule.utf8)),
      PackReader.File(name: "base.json", bytes: try Project.bytes("rules/action-plan/base.json")),
    ]
    return try Project.packReader().read(files)
  }

  /// The message with which the pack is refused; "" when it is accepted.
  static func refusal(_ body: String, message: String? = nil) throws -> String {
    let rule = message.map { self.rule(body, message: $0) } ?? self.rule(body)
    do {
      _ = try Project.checker([try read(rule)])
      return ""
    } catch let error as PackError {
      return error.text
    }
  }
}
