import Findings

/// Where in a bundle the compiled form of a pack lies.
struct CompactPack: Sendable {
  let store: TextStore
  /// `sha256:` of the schema that it was compiled for; for any other it is worth nothing.
  let schema: String
  /// Parameters, definitions, `applies.when` and indicators.
  let head: Range<Int>
  /// The names that the compact forms use.
  let names: Range<Int>
}

/// Where in a bundle the compiled form of a rule lies; an empty range is none.
struct CompactRule: Sendable {
  /// `applies.when`.
  var condition = 0..<0
  /// `for`, `let` and `assert`.
  var judgement = 0..<0
}
