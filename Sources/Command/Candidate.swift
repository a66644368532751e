import Documents
import Findings

/// A candidate obligation of the reference: the rules that check it, or why a report cannot show it.
struct Candidate {
  let id: String
  /// What it asks, in a few words.
  let asks: String
  /// The rules beside those that have its id, with or without a letter behind.
  let rules: [String]
  /// Why no rule checks it; nil when one does.
  let without: String?

  /// Reads `rules/candidates.yaml`: for each id `asks`, and `rules` or `without`.
  static func read(_ bytes: [UInt8]) throws(CommandFault) -> [Candidate] {
    var reader = YAMLReader()
    let reading = reader.read(bytes)
    let document = reading.document
    if let finding = reading.findings.first {
      let position = LineTable(document.source).position(of: finding.place.span.start)
      throw CommandFault("rules/candidates.yaml:\(position.line):\(position.column): \(finding.message.en)")
    }
    return document.children(of: 0).map { entry in
      var (asks, rules, without) = ("", [String](), String?.none)
      for member in document.children(of: entry) {
        switch document.name(of: member) {
        case "asks": asks = document.text(of: member)
        case "rules": rules = document.children(of: member).map { document.text(of: $0) }
        case "without": without = document.text(of: member)
        default: break
        }
      }
      return Candidate(id: document.name(of: entry) ?? "", asks: asks, rules: rules, without: without)
    }
  }

  /// The rules that check it, of all that there are.
  func checking(_ all: [String]) -> [String] {
    all.filter { rule in
      let letters = rule.hasPrefix(id) ? rule.dropFirst(id.count) : "-"
      return letters.isEmpty || letters.count == 1 && ("a"..."z").contains(letters) || rules.contains(rule)
    }
  }
}
