import Foundation

@testable import CEL

/// A case of cel-spec as the conformance files write it.
struct ConformanceCase {
  let file: String
  let json: [String: Any]

  var name: String { [file, json["section"] as? String ?? "", json["name"] as? String ?? ""].joined(separator: "/") }
  var expression: String { json["expr"] as? String ?? "" }
  var expectation: [String: Any] { json["expect"] as? [String: Any] ?? [:] }
  var isCheckOnly: Bool { json["check_only"] as? Bool ?? false }
  var isUnchecked: Bool { json["disable_check"] as? Bool ?? false }
  private var tags: Set<String> { Set(json["tags"] as? [String] ?? []) }
  private var declarations: [[String: Any]] { json["type_env"] as? [[String: Any]] ?? [] }

  /// The folder with the files, or nil where it is absent.
  static let folder: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["VIGIE_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/data").standardized
    let folder = shared.appendingPathComponent("cel-conformance")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The names of the files without their ending, sorted.
  static let files: [String] = {
    let urls = folder.flatMap { try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
    return (urls ?? []).filter { $0.pathExtension == "json" }.map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }()

  static func all(in file: String) throws -> [ConformanceCase] {
    guard let folder else { return [] }
    let data = try Data(contentsOf: folder.appendingPathComponent(file + ".json"))
    let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (json?["cases"] as? [[String: Any]] ?? []).map { ConformanceCase(file: file, json: $0) }
  }

  /// Why the case does not concern the rule language, or nil when it does.
  var outOfScope: String? {
    switch file {
    case "proto2", "proto2_ext", "proto3", "enums", "wrappers", "dynamic": return "protobuf messages"
    case "unknowns": return "unknowns"
    case "network_ext": return "network extension"
    case "block_ext": return "block extension"
    case "encoders_ext": return "encoders extension"
    default: return tags.isDisjoint(with: ["proto", "enum", "wkt"]) ? nil : "protobuf messages"
    }
  }

  // MARK: - Running

  /// What is wrong with the outcome of the case in a mode, or nil when it is as the suite says.
  func fault(in mode: Compiler.Mode) -> String? {
    var environment = Environment()
    environment.container = json["container"] as? String ?? ""
    var activation = Activation(documents: [], fuel: 1_000_000)
    if let fault = declare(in: &environment, &activation, mode) { return fault }
    let expectsError = expectation["error"] != nil
    let program: Program
    do {
      program = try Program.compile(expression, in: environment, expecting: nil, mode: mode)
    } catch {
      return expectsError ? nil : "refused: \(error)"
    }
    if mode == .checked, let type = expectation["type"] as? String, type != program.type.description {
      return "has the type \(program.type), expected is \(type)"
    }
    return isCheckOnly ? nil : fault(of: program.evaluate(&activation), &activation, expectsError)
  }

  private func fault(of value: Value, _ activation: inout Activation, _ expectsError: Bool) -> String? {
    if let error = activation.error(of: value) { return expectsError ? nil : "is an error: \(error.message)" }
    if expectsError { return "gives \(activation.display(value)), expected is an error" }
    guard let expected = expectation["value"] else { return "has no expected value" }
    let wanted = ConformanceValue.make(expected, &activation)
    return ConformanceValue.isSame(value, wanted, &activation)
      ? nil : "gives \(value.kind) \(activation.display(value)), expected is \(activation.display(wanted))"
  }

  /// Declares variables and functions and binds the variables.
  private func declare(
    in environment: inout Environment, _ activation: inout Activation, _ mode: Compiler.Mode
  ) -> String? {
    let bindings = json["bindings"] as? [String: Any] ?? [:]
    // A function that makes a value of a type that nobody else knows declares the type.
    let types = Set(declarations.filter { $0["overloads"] != nil }.compactMap { $0["name"] as? String })
    for declaration in declarations {
      guard let name = declaration["name"] as? String else { return "a declaration has no name" }
      if let overloads = declaration["overloads"] as? [[String: Any]] {
        for overload in overloads {
          guard let function = Self.function(name, overload, types) else {
            return "an overload of \(name) is not understood"
          }
          environment.declare(function)
        }
        continue
      }
      let type = ConformanceValue.type(declaration["type"] as? String ?? "")
      guard mode == .unchecked || type != nil else { return "the type of \(name) is not understood" }
      let slot = environment.declare(name, mode == .checked ? type ?? .dyn : .dyn)
      if let value = bindings[name] { activation.bind(slot, ConformanceValue.make(value, &activation)) }
    }
    for (name, value) in bindings.sorted(by: { $0.key < $1.key }) where !environment.contains(name) {
      activation.bind(environment.declare(name, .dyn), ConformanceValue.make(value, &activation))
    }
    return nil
  }

  private static func function(_ name: String, _ overload: [String: Any], _ types: Set<String>) -> FunctionEntry? {
    let parameters = overload["params"] as? [String] ?? []
    let parsed = parameters.compactMap { ConformanceValue.type($0, declared: types) }
    guard parsed.count == parameters.count,
      let result = ConformanceValue.type(overload["result"] as? String ?? "", declared: types)
    else { return nil }
    let isMethod = overload["member"] as? Bool ?? false
    return FunctionEntry(
      name, isMethod ? .method : .function, [FunctionEntry.Signature(parsed, result)], "A function of the caller.",
      example: "", gives: ""
    ) { _, _ in nil }
  }
}
