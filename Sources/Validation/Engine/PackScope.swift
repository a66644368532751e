import CEL
import Findings

/// What the rules of one pack have in common: the names that they know, and where their compiled forms lie.
final class PackScope: Sendable {
  /// The report, the day, parameters and definitions.
  private let names: Environment
  /// The same and `previous`.
  private let namesWithPrevious: Environment
  /// The labels of the code lists of the schema, read when a message first needs them.
  let labels: CodeLabels
  /// Nil where the rules are to be compiled.
  let compacts: Compacts?

  /// The bundle that holds the compiled forms of the rules.
  struct Compacts: Sendable {
    let store: TextStore
    let types: [Type]
    let names: [String]
    /// Those of the pack.
    let definitions: DefinitionSlots

    /// Nil where the range is empty: there is no compiled form.
    func reader(_ range: Range<Int>) -> CompactReader? {
      range.isEmpty ? nil : CompactReader(store, range, types: types, names: names, definitions: definitions)
    }
  }

  init(names: Environment, withPrevious: Environment, labels: CodeLabels, compacts: Compacts? = nil) {
    self.names = names.nested()
    namesWithPrevious = withPrevious.nested()
    self.labels = labels
    self.compacts = compacts
  }

  /// The names that the expressions of a rule know beside its own.
  func environment(withPrevious: Bool) -> Environment { withPrevious ? namesWithPrevious : names }
}
