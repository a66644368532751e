import Documents
import Findings
import Schemas

/// Parts of a result that need nothing of the run but what they are given.
extension Run {
  static func input(_ source: Checker.Source, _ reading: Reading, _ lines: Int) -> Input {
    Input(
      name: source.name, syntax: reading.document.syntax.rawValue, bytes: source.bytes.count,
      digest: Digest.sha256(source.bytes), lines: lines)
  }

  static func identity(_ bound: BoundDocument) -> ReportIdentity {
    func text(_ path: (String, String)) -> String? {
      bound.value(at: path.0, path.1).flatMap { bound.text(ofNode: Int(bound.values[$0].node)) }
    }
    var services: [String] = []
    if let list = bound.value(at: "services"), bound.values[list].kind == .list {
      let value = bound.values[list]
      for position in 0..<value.count {
        let item = Int(bound.members[value.offset + position])
        if let name = bound.member("name", of: item), let text = bound.text(ofNode: Int(bound.values[name].node)) {
          services.append(text)
        }
      }
    }
    return ReportIdentity(
      id: text(("identification", "id")), version: text(("identification", "version")),
      provider: text(("provider", "legalName")), from: text(("period", "from")), to: text(("period", "to")),
      services: services)
  }

  /// The gravest first, then by file and place, then by rule: the same whatever the order of evaluation.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity.rank != b.severity.rank { return a.severity.rank < b.severity.rank }
      if a.place.source != b.place.source { return a.place.source.order < b.place.source.order }
      if a.place.span.start != b.place.span.start { return a.place.span.start < b.place.span.start }
      return a.rule != b.rule ? a.rule < b.rule : left.offset < right.offset
    }.map(\.element)
  }

  /// Two findings with the same id say the same.
  static func distinct(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.id).inserted }
  }
}

extension SourceRole {
  /// The order in which findings of the same gravity stand.
  fileprivate var order: Int {
    switch self {
    case .report: 0
    case .previous: 1
    case .pack: 2
    case .waivers: 3
    }
  }
}
