import Documents
import Findings
import Rendering
import Schemas
import Validation

/// `vigie rules new`: a rule that asks for one field, with its four languages and examples, to begin from.
struct RulesNew {
  private let id: String
  private let schema: Schema
  private let source: String
  /// The path in CEL, and as RFC 6901 pointers with the first item of each list.
  private let path: String
  private var pointer = ""
  /// The last item of a list on the way: that item is what a failure points at first.
  private var item: String?
  private var label = LocalizedText(verbatim: "")
  private var name = ""

  /// Writes the file into the directory of the pack and returns its name.
  static func write(_ directory: String, _ id: String, _ path: String) throws(CommandFault) -> String {
    guard Files.isDirectory(directory), Files.exists(directory + "/pack.yaml") else {
      throw CommandFault("\(Files.shown(directory)) is no directory of a pack: it has no pack.yaml", code: .noInput)
    }
    guard id.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9-]*/) != nil else {
      throw CommandFault("\u{201C}\(id)\u{201D} is no id of a rule; ids are letters, digits and hyphens, such as A5-26")
    }
    let pack = try Library.fullPack(directory)
    if pack.rules.contains(where: { $0.descriptor.id == id }) {
      throw CommandFault("the pack \(pack.id) has a rule \(id) already")
    }
    let rule = try RulesNew(id, path, pack, in: directory)
    let file = "\(directory)/\(id)-\(rule.slug)-stated.yaml"
    guard !Files.exists(file) else { throw CommandFault("\(Files.shown(file)) is there already") }
    try Files.write(Array(rule.text(strand: pack.strands.first?.id ?? "A1").utf8), to: file)
    return file
  }

  private init(_ id: String, _ path: String, _ pack: Pack, in directory: String) throws(CommandFault) {
    self.id = id
    self.path = path
    schema = try Library.reportSchema(nil)
    source = Self.firstSource(try Files.read(directory + "/pack.yaml"))
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard names.first == "report", names.count > 1 else {
      throw CommandFault("name a field of the report by its path, such as report.identification.publicUrl")
    }
    var node = 0
    for name in names.dropFirst() {
      if let items = schema.nodes[node].items {
        node = items
        pointer += "/0"
        item = pointer
      }
      let properties = schema.nodes[node].properties
      guard let property = properties.first(where: { $0.name == name }) else {
        let nearest = NearestName.of(name, in: properties.map(\.name))
        throw CommandFault(
          "the report has no field \u{201C}\(name)\u{201D} there"
            + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""))
      }
      pointer += "/" + name
      self.name = name
      label = schema.title(of: property) ?? LocalizedText(verbatim: name)
      if property.isRequired, names.last == name {
        throw CommandFault("the report schema asks for \(path) already; a rule about what it says is written by hand")
      }
      node = property.node
    }
  }

  private static func firstSource(_ bytes: [UInt8]) -> String {
    var reader = YAMLReader()
    let document = reader.read(bytes).document
    for member in document.children(of: 0) where document.nameEquals(member, "sources") {
      for source in document.children(of: member) { return document.name(of: source) ?? "" }
    }
    return ""
  }

  private var slug: String {
    name.reduce(into: "") { out, letter in out += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
  }

  private func text(strand: String) -> String {
    """
    # Edit what is said here until it says what the source says; vigie rules test shows whether the examples still hold.
    id: \(id)
    title:
      en: "“\(label.en)” is stated"
      fr: "« \(label.fr) » est indiqué"
      nl: "“\(label.nl)” is vermeld"
      de: "„\(label.de)“ ist angegeben"
    strand: \(strand)
    severity: warning
    status: expectation
    basis:
      - { source: \(source), clause: "the article and paragraph" }
    kind:
      required:
        path: \(path)
    message:
      en: "The report does not state “\(label.en)”"
      fr: "Le rapport n'indique pas « \(label.fr) »"
      nl: "Het verslag vermeldt “\(label.nl)” niet"
      de: "Der Bericht gibt „\(label.de)“ nicht an"
    help:
      en: "State “\(label.en)” in \(path)."
      fr: "Indiquez « \(label.fr) » dans \(path)."
      nl: "Vermeld “\(label.nl)” in \(path)."
      de: "Geben Sie „\(label.de)“ in \(path) an."
    examples:
      - title: "not stated"
        patch:
          - { "op": "remove", "path": "\(pointer)" }
        expect: failed
        at: ["\(item ?? pointer)"]
      - title: "the base report"
        patch: []
        expect: passed

    """
  }
}
