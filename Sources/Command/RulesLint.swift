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
    try console.write(form == .json ? json(remarks) : Array(text(remarks).utf8))
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
  private static func json(_ remarks: [PackLint.Remark]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array(remarks) { writer, remark in
      writer.object { writer in
        writer.member("file", remark.file)
        if let position = remark.position {
          writer.member("line", position.line)
          writer.member("column", position.column)
        }
        writer.member("rule", remark.rule)
        writer.member("member", remark.member)
        writer.member("kind", remark.kind.rawValue)
        writer.member("message", remark.message)
      }
    }
    writer.finish()
    return writer.bytes
  }
}
