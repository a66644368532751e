/// What the manual says of one function, macro or operator of the rule language.
public struct ManualEntry: Sendable {
  /// What it is called by, such as `sum`, `all` or `&&`.
  public let name: String
  /// How it is written, with its types, such as `list(int).sum() → int`.
  public let forms: [String]
  /// One sentence.
  public let documentation: String
  public let cost: FunctionEntry.Cost
  public let example: FunctionEntry.Example

  init(
    _ name: String, _ forms: [String], _ documentation: String, example: String, gives value: String,
    cost: FunctionEntry.Cost = .constant
  ) {
    self.name = name
    self.forms = forms
    self.documentation = documentation
    self.cost = cost
    self.example = FunctionEntry.Example(expression: example, value: value)
  }

  init(_ function: FunctionEntry) {
    name = function.name
    forms = function.signatures.flatMap { signature in
      (function.style == .either ? [true, false] : [function.style == .method]).map { isMethod in
        signature.text(of: function.name, isMethod: isMethod)
      }
    }
    documentation = function.documentation
    cost = function.cost
    example = function.example
  }
}

/// The manual of the rule language: all that an expression can be made of.
public enum Manual {
  public struct Section: Sendable {
    public let title: String
    public let entries: [ManualEntry]
  }

  public static var sections: [Section] {
    let functions: [(title: String, entries: [FunctionEntry])] = [
      ("Texts", FunctionTable.text + FunctionTable.formatting), ("Lists and maps", FunctionTable.collections),
      ("Aggregates", FunctionTable.aggregates), ("Numbers", FunctionTable.numbers),
      ("Dates", FunctionTable.dates), ("Periods and deadlines", FunctionTable.periods),
      ("Points in time and durations", FunctionTable.moments), ("Optionals", FunctionTable.optionals),
      ("Conversions", FunctionTable.conversions), ("Mathematics", FunctionTable.mathematics),
    ]
    return [Section(title: "Operators", entries: operatorTable), Section(title: "Macros", entries: macroTable)]
      + functions.map { Section(title: $0.title, entries: $0.entries.map { ManualEntry($0) }) }
  }
  /// What has that name, in its sections; empty when nothing has.
  public static func sections(named name: String) -> [Section] {
    sections.map { section in Section(title: section.title, entries: section.entries.filter { $0.name == name }) }
      .filter { !$0.entries.isEmpty }
  }
}
