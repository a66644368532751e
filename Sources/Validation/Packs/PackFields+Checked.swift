import Documents
import Findings
import Schemas

extension PackFields {
  /// Reads a file and checks it against its schema.
  ///
  /// - Parameter mayBeJSON: Whether a file that begins with a brace is JSON; otherwise it is YAML as any other.
  /// - Throws: `PackError` with the first fault and its place.
  init(_ file: PackReader.File, checkedAgainst schema: Schema, mayBeJSON: Bool = false) throws(PackError) {
    let reading: Reading
    if mayBeJSON, SyntaxDetection.syntax(of: file.bytes) == .json {
      var reader = JSONReader()
      reading = reader.read(file.bytes)
    } else {
      var reader = YAMLReader()
      reading = reader.read(file.bytes)
    }
    let lines = LineTable(reading.document.source)
    func fault(_ finding: Finding) -> PackError {
      PackError(file: file.name, position: lines.position(of: finding.place.span.start), message: finding.message.en)
    }
    if let finding = reading.findings.first { throw fault(finding) }
    if let finding = Binder.bind(reading.document, to: schema).findings.first { throw fault(finding) }
    self.init(document: reading.document, node: 0)
  }

  /// An error at this value.
  func fault(in file: String, _ message: String) -> PackError {
    PackError(file: file, position: LineTable(document.source).position(of: span.start), message: message)
  }

  /// The text of a member on one line: YAML ends a block scalar with a line feed and may break it anywhere.
  ///
  /// - Throws: `PackError` where nothing is left.
  func line(_ name: String, in file: String) throws(PackError) -> String {
    let words = text(name).unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    if words.isEmpty, let field = self[name] { throw field.fault(in: file, "\(name) has no text") }
    return words.map { String($0) }.joined(separator: " ")
  }
}
