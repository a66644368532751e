/// Does the work of a function; nil where it does not exist for the types of the arguments. Errors never arrive here.
typealias FunctionBody = @Sendable (inout Activation, [Value]) -> Value?

/// One function of the rule language.
public struct FunctionEntry: Sendable {
  /// The types that it takes and gives.
  public struct Signature: Sendable, CustomStringConvertible {
    public let parameters: [Type]
    public let result: Type

    init(_ parameters: [Type], _ result: Type) {
      self.parameters = parameters
      self.result = result
    }

    public var description: String {
      "(" + parameters.map(\.description).joined(separator: ", ") + ") → \(result)"
    }
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

  public let name: String
  public let style: Style
  public let signatures: [Signature]
  /// One sentence.
  public let documentation: String
  public let example: String
  let body: FunctionBody

  init(
    _ name: String, _ style: Style, _ signatures: [Signature], _ documentation: String, example: String,
    _ body: @escaping FunctionBody
  ) {
    self.name = name
    self.style = style
    self.signatures = signatures
    self.documentation = documentation
    self.example = example
    self.body = body
  }
}

/// All functions of the rule language, macros apart.
public let functionTable: [FunctionEntry] =
  FunctionTable.text + FunctionTable.formatting + FunctionTable.conversions + FunctionTable.collections
  + FunctionTable.aggregates + FunctionTable.dates + FunctionTable.moments + FunctionTable.numbers
  + FunctionTable.mathematics + FunctionTable.optionals

enum FunctionTable {
  typealias Signature = FunctionEntry.Signature

  static let byName: [String: [FunctionEntry]] = Dictionary(grouping: functionTable, by: \.name)

  /// A type parameter for signatures.
  static let any = Type.parameter("A")
}
