import Documents
import Findings

/// The file of a schema: read already, or when somebody first asks for a title or a label.
final class SchemaFile: Sendable {
  private final class Read: Sendable {
    let document: Document
    init(_ document: Document) { self.document = document }
  }

  private let text: TextStore?
  private let made = Once<Read>()

  init(_ document: Document) {
    text = nil
    _ = made.storeIfNil(Read(document))
  }

  /// A file that is known to hold a schema.
  init(unread text: TextStore) { self.text = text }

  var document: Document {
    if let read = made.load() { return read.document }
    var reader = JSONReader()
    let bytes = text.map { Array($0.bytes) } ?? []
    return made.storeIfNil(Read(reader.read(bytes).document)).document
  }
}
