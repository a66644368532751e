/// An option of a command: how it is spelt, what it takes, what it is for.
struct Option: Sendable {
  /// With its dashes, such as `--lang`.
  var name: String
  /// What the value is called in the help, such as `LANG`; nil for a flag without a value.
  var value: String?
  var help: String
}
