/// Does the work of a function; nil where it does not exist for the types of the arguments. Errors never arrive here.
typealias FunctionBody = @Sendable (inout Activation, Arguments) -> Value?

/// One function of the rule language.
public final class FunctionEntry: Sendable {
  /// The types that it takes and gives.
  public struct Signature: Sendable, CustomStringConvertible {
    public let parameters: [Type]
    public let result: Type

    init(_ parameters: [Type], _ result: Type) {
      self.parameters = parameters
      self.result = result
    }

    public var description: String {
      "(" + parameters.map(Self.text).joined(separator: ", ") + ") → \(result)"
    }

    /// As it is called in one style, such as `list(A).sum() → A`.
    func text(of name: String, isMethod: Bool) -> String {
      var names = parameters.map(Self.text)
      let target = isMethod && !names.isEmpty ? names.removeFirst() + "." : ""
      return "\(target)\(name)(\(names.joined(separator: ", "))) → \(Self.text(result))"
    }

    private static func text(_ type: Type) -> String { type == FunctionTable.period ? "period" : type.description }
  }

  /// How it is called.
  public enum Style: Sendable {
    /// `f(x, y)`
    case function
    /// `x.f(y)`; the first parameter is `x`.
    case method
    /// Both.
    case either
  }

  /// An expression for the manual and what it gives, also written as an expression.
  public struct Example: Sendable {
    public let expression: String
    public let value: String
  }

  /// How the steps of a call grow with what it is given.
  public enum Cost: String, Sendable {
    case constant
    case text = "linear in the text"
    case list = "linear in the list"
    case sorting = "n log n in the list"
  }

  /// Whether it may be called in one of the two ways.
  func isCalled(asMethod isMethod: Bool) -> Bool { style == .either || (style == .method) == isMethod }

  public let name: String
  public let style: Style
  public let signatures: [Signature]
  /// One sentence.
  public let documentation: String
  public let example: Example
  public let cost: Cost
  let body: FunctionBody

  init(
    _ name: String, _ style: Style, _ signatures: [Signature], _ documentation: String, example: String,
    gives value: String, cost: Cost = .constant, _ body: @escaping FunctionBody
  ) {
    self.name = name
    self.style = style
    self.signatures = signatures
    self.documentation = documentation
    self.example = Example(expression: example, value: value)
    self.cost = cost
    self.body = body
  }
}

/// All functions of the rule language, macros apart.
public let functionTable: [FunctionEntry] =
  FunctionTable.text + FunctionTable.formatting + FunctionTable.conversions + FunctionTable.collections
  + FunctionTable.aggregates + FunctionTable.dates + FunctionTable.periods + FunctionTable.moments
  + FunctionTable.numbers
  + FunctionTable.mathematics + FunctionTable.optionals

enum FunctionTable {
  typealias Signature = FunctionEntry.Signature

  static let byName: [String: [FunctionEntry]] = Dictionary(grouping: functionTable, by: \.name)

  /// What stands before the first dot of the names that have dots.
  static let roots = Set(
    functionTable.compactMap { entry in
      entry.name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(entry.name[..<$0]) }
    })

  /// A type parameter for signatures.
  static let any = Type.parameter("A")

  /// The first and the last day of a period; a record that has `from` and `to` is one.
  static let period = Type.map(.string, .date)
}
