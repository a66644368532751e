import Findings
import Schemas

/// The labels of the codes of a schema in four languages, looked up when a message needs them.
final class CodeLabels: Sendable {
  private let schema: Schema

  init(schema: Schema) { self.schema = schema }

  /// The code lists that have a name.
  var names: [String] { schema.nodes.compactMap { $0.codes.isEmpty ? nil : $0.definition } }

  /// The titles of the fields of the same schema.
  var fields: FieldLabels { FieldLabels(schema: schema) }

  /// The labels of a code list by code; nil for a list without a definition of its own.
  subscript(_ list: String) -> [String: LocalizedText]? {
    guard let node = schema.nodes.firstIndex(where: { $0.definition == list }) else { return nil }
    return Dictionary(schema.labels(of: node).map { ($0.code, $0.label) }) { first, _ in first }
  }
}
