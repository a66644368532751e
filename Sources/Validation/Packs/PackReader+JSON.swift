import Documents
import Findings

extension PackReader {
  /// Reads a pack that is one JSON text: an object with `digest`, `pack` as `pack.yaml` has it, and `rules`, each as its
  /// file has it with `file` beside.
  public static func read(json bytes: [UInt8], name: String) throws(PackError) -> Pack {
    var reader = JSONReader()
    let reading = reader.read(bytes)
    if let finding = reading.findings.first {
      let position = LineTable(reading.document.source).position(of: finding.place.span.start)
      throw PackError(file: name, position: position, message: finding.message.en)
    }
    let fields = PackFields(document: reading.document, node: 0)
    guard let head = fields["pack"], let list = fields["rules"] else {
      throw PackError(file: name, message: "this is no rule pack: it has no members pack and rules")
    }
    var rules: [Rule] = []
    for item in list.items { rules.append(try rule(File(name: item.text("file"), bytes: []), item, pack: head)) }
    return try pack(head, rules: rules, base: nil, digest: fields.text("digest"))
  }
}
