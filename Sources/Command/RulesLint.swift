import CEL
import Findings
import Rendering
import Validation

/// `vigie rules lint`: what is allowed in a pack and yet is seldom meant.
enum RulesLint {
  /// How the remarks are written.
  enum Form: String, CaseIterable {
    case text, json
  }

  /// Writes the remarks on packs; true when there are none.
  static func run(_ packs: [String], _ form: Form, _ console: Console) throws(CommandFault) -> Bool {
    var remarks: [PackLint.Remark] = []
    for name in Library.named(packs) {
      remarks += try Self.remarks(on: try Library.fullPack(name), name)
    }
    try console.write(form == .json ? json(remarks) : text(remarks))
    return remarks.isEmpty
  }

  static func remarks(on pack: Pack, _ name: String) throws(CommandFault) -> [PackLint.Remark] {
    let schema = try Library.reportSchema(nil)
    return try Library.orFault(name) { () throws(PackError) in try PackLint.run(pack, schema: schema) }
  }

  private static func text(_ remarks: [PackLint.Remark]) -> String {
    var out = remarks.map { "warning: \(visible($0.text))\n" }.joined()
    out += remarks.count == 1 ? "1 warning\n" : "\(remarks.count) warnings\n"
    return out
  }

  /// An array with one object for each remark.
  private static func json(_ remarks: [PackLint.Remark]) -> String {
    let objects = remarks.map { remark in
      var members = ["\"file\": \(quoted(remark.file))"]
      if let position = remark.position {
        members += ["\"line\": \(position.line)", "\"column\": \(position.column)"]
      }
      if let rule = remark.rule { members.append("\"rule\": \(quoted(rule))") }
      members += [
        "\"member\": \(quoted(remark.member))", "\"kind\": \(quoted(remark.kind.rawValue))",
        "\"message\": \(quoted(remark.message))",
      ]
      return "  { " + members.joined(separator: ", ") + " }"
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "\u{0}"..<" ", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
