import Documents
import Findings

/// A pack as one JSON text without examples: what the program carries, because it reads twenty times as fast as YAML.
public enum PackBundle {
  /// Writes a bundle from the files of a pack that `PackReader.read` accepts. Same files, same bytes.
  public static func write(_ files: [PackReader.File], digest: String) -> [UInt8] {
    var out = "{\"digest\":\(PackFields.quote(digest)),\n\"pack\":"
    var rules: [String] = []
    for file in files.sorted(by: { $0.name < $1.name }) where file.name.hasSuffix(".yaml") {
      var reader = YAMLReader()
      let fields = PackFields(document: reader.read(file.bytes).document, node: 0)
      if file.name == "pack.yaml" {
        out += fields.json
      } else {
        let members = fields.items.filter { $0.name != "examples" }
        let body = members.map { PackFields.quote($0.name) + ":" + $0.json }.joined(separator: ",")
        rules.append("{\"file\":\(PackFields.quote(file.name)),\(body)}")
      }
    }
    out += ",\n\"rules\":[\n" + rules.joined(separator: ",\n") + "\n]}\n"
    return Array(out.utf8)
  }
}

extension PackReader {
  /// Reads a bundle that `PackBundle.write` made.
  public static func read(bundle bytes: [UInt8], name: String) throws(PackError) -> Pack {
    var reader = JSONReader()
    let reading = reader.read(bytes)
    if let finding = reading.findings.first {
      let position = LineTable(reading.document.source).position(of: finding.place.span.start)
      throw PackError(file: name, position: position, message: finding.message.en)
    }
    let fields = PackFields(document: reading.document, node: 0)
    guard let head = fields["pack"], let list = fields["rules"] else {
      throw PackError(file: name, message: "this is not a bundle of a rule pack; vigie rules bundle writes one")
    }
    var rules: [Rule] = []
    for item in list.items { rules.append(try rule(File(name: item.text("file"), bytes: []), item, pack: head)) }
    return try pack(head, rules: rules, base: nil, digest: fields.text("digest"))
  }
}
