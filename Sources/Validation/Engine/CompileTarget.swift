import Schemas

/// What packs are compiled for: the schema of the reports and the types that rules see.
struct CompileTarget: Sendable {
  let schema: Schema
  let types: RecordTypes
  /// `sha256:` of the text of the schema; nil where compiled forms are not used.
  let digest: String?

  init(schema: Schema, digest: String? = nil) {
    self.schema = schema
    types = RecordTypes(schema: schema)
    self.digest = digest
  }
}
