import CEL
import Findings

/// The names that every expression of a pack knows: the report, the day, parameters and definitions.
struct PackNames {
  private(set) var environment: Environment
  /// The slots of the variables.
  let report: Int
  let asOf: Int
  /// As `pack.yaml` has them.
  private(set) var parameters: [Constant] = []
  private(set) var definitions: [Program] = []

  /// The names that there are without a pack.
  ///
  /// - Parameters:
  ///   - type: The type of the report.
  ///   - environment: Says what is collected; it has no names yet.
  init(type: Type, in environment: Environment = Environment()) {
    self.environment = environment
    report = self.environment.declare("report", type)
    asOf = self.environment.declare("asOf", .date)
  }

  mutating func define(parameter name: String, _ constant: Constant) {
    environment.define("parameters." + name, constant)
    parameters.append(constant)
  }

  /// - Returns: The slot in which its value is remembered.
  @discardableResult
  mutating func define(_ name: String, _ program: Program) -> Int {
    definitions.append(program)
    return environment.define(name, program)
  }

  /// Compiles the parameters and definitions of a pack.
  ///
  /// - Throws: `PackError` with the first fault and its place.
  mutating func add(_ pack: Pack) throws(PackError) {
    for parameter in pack.parameters {
      guard let constant = ParameterConstant.of(parameter.expression.text) else {
        throw PackError(
          file: "pack.yaml", at: PackLocation(["parameters", parameter.name]),
          message: "a parameter is a number, a text, a truth or a list of those")
      }
      define(parameter: parameter.name, constant)
    }
    for definition in pack.definitions {
      define(
        definition.name,
        try CompiledPack.compile(
          definition.expression, in: environment, file: "pack.yaml", at: ["definitions", definition.name]))
    }
  }
}
