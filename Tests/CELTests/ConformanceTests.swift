import Foundation
import Testing

@testable import CEL

/// The cases of cel-spec. A value that differs from the expected one fails; a refusal is counted and printed.
struct ConformanceTests {
  struct Case {
    let file: String
    let json: [String: Any]
    var section: String { json["section"] as? String ?? "" }
    var name: String { file + "/" + section + "/" + (json["name"] as? String ?? "") }
    var expression: String { json["expr"] as? String ?? "" }
    var tags: Set<String> { Set(json["tags"] as? [String] ?? []) }
    var expectation: [String: Any] { json["expect"] as? [String: Any] ?? [:] }
    var isCheckOnly: Bool { json["check_only"] as? Bool ?? false }
  }

  enum Verdict {
    case passed
    case refused(String)
    case wrong(String)
  }

  /// Why a case does not concern the rule language, or nil when it does.
  static func scope(_ test: Case) -> String? {
    switch test.file {
    case "proto2", "proto2_ext", "proto3", "enums", "wrappers", "dynamic": return "protobuf messages"
    case "unknowns": return "unknowns"
    case "network_ext": return "network extension"
    case "block_ext": return "block extension"
    case "encoders_ext": return "encoders extension"
    default: break
    }
    if test.tags.contains("proto") { return "protobuf messages" }
    if test.tags.contains("enum") { return "enums" }
    if test.tags.contains("wkt") { return "protobuf messages" }
    return nil
  }

  static func cases() throws -> [Case]? {
    let shared = ProcessInfo.processInfo.environment["VIGIE_SHARED_DATA"] ?? "/work/shared/data"
    let folder = URL(fileURLWithPath: shared).appendingPathComponent("cel-conformance")
    guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.flatMap { url in
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
      let name = url.deletingPathExtension().lastPathComponent
      return (json?["cases"] as? [[String: Any]] ?? []).map { Case(file: name, json: $0) }
    }
  }

  @Test func `no case of the conformance suite gives a wrong value`() throws {
    guard let cases = try Self.cases() else {
      print("conformance: skipped, there is no cel-conformance folder; set VIGIE_SHARED_DATA")
      return
    }
    var passed = 0
    var refused: [String] = []
    var wrong: [String] = []
    var outOfScope: [String: Int] = [:]
    for test in cases {
      if let reason = Self.scope(test) {
        outOfScope[reason, default: 0] += 1
        continue
      }
      switch Self.run(test) {
      case .passed: passed += 1
      case .refused(let reason): refused.append("\(test.name): \(test.expression.prefix(90)) → \(reason)")
      case .wrong(let reason): wrong.append("\(test.name): \(test.expression.prefix(120)) → \(reason)")
      }
    }
    print("conformance: \(passed) passed, \(refused.count) refused, \(wrong.count) wrong, out of scope: \(outOfScope)")
    for line in refused { print("  refused \(line)") }
    for line in wrong { print("  WRONG \(line)") }
    #expect(wrong.isEmpty)
    #expect(passed >= Self.passedAtLeast)
  }

  /// What was reached; a lower number is a step back.
  static let passedAtLeast = 1400

  /// The same cases with types: what is accepted has the same value and the type that the suite expects.
  @Test func `checked expressions have the same values, or are refused`() throws {
    guard let cases = try Self.cases() else { return }
    var passed = 0
    var refused: [String] = []
    var wrong: [String] = []
    for test in cases where Self.scope(test) == nil && !test.isCheckOnly && test.json["disable_check"] == nil {
      switch Self.run(test, mode: .checked) {
      case .passed: passed += 1
      case .refused(let reason): refused.append("\(test.name): \(test.expression.prefix(90)) → \(reason)")
      case .wrong(let reason): wrong.append("\(test.name): \(test.expression.prefix(120)) → \(reason)")
      }
    }
    print("conformance, checked: \(passed) passed, \(refused.count) refused, \(wrong.count) wrong")
    for line in refused { print("  refused when checked \(line)") }
    for line in wrong { print("  WRONG when checked \(line)") }
    #expect(wrong.isEmpty)
    #expect(passed >= 1300)
  }

  static func run(_ test: Case, mode: Compiler.Mode = .unchecked) -> Verdict {
    if test.isCheckOnly { return check(test) }
    var environment = Environment()
    environment.container = test.json["container"] as? String ?? ""
    var activation = Activation(documents: [], fuel: 1_000_000)
    let bindings = test.json["bindings"] as? [String: Any] ?? [:]
    for declaration in test.json["type_env"] as? [[String: Any]] ?? [] {
      guard let name = declaration["name"] as? String, declaration["overloads"] == nil else { continue }
      let type = mode == .checked ? ConformanceValue.type(declaration["type"] as? String ?? "") : .dyn
      let slot = environment.declare(name, type ?? .dyn)
      if let value = bindings[name] { activation.bind(slot, ConformanceValue.make(value, &activation)) }
    }
    for (name, value) in bindings.sorted(by: { $0.key < $1.key }) where !environment.contains(name) {
      activation.bind(environment.declare(name, .dyn), ConformanceValue.make(value, &activation))
    }
    let expectsError = test.expectation["error"] != nil
    let program: Program
    do {
      program = try Program.compile(test.expression, in: environment, expecting: nil, mode: mode)
    } catch {
      return expectsError ? .passed : .refused("compile: \(error)")
    }
    let value = program.evaluate(&activation)
    if let error = activation.error(of: value) {
      if expectsError { return .passed }
      switch error.kind {
      case .unsupported, .unbound: return .refused(error.message)
      default: return .wrong("error: \(error.message)")
      }
    }
    if mode == .checked, let type = test.expectation["type"] as? String, type != program.type.description {
      return .wrong("type \(program.type), expected \(type)")
    }
    if expectsError { return .wrong("gave \(activation.display(value)), an error was expected") }
    guard let expected = test.expectation["value"] else { return .refused("no expected value") }
    let wanted = ConformanceValue.make(expected, &activation)
    return ConformanceValue.isSame(value, wanted, &activation)
      ? .passed : .wrong("gave \(value.kind) \(activation.display(value)), expected \(activation.display(wanted))")
  }

  /// A case that asks for the deduced type only.
  static func check(_ test: Case) -> Verdict {
    var environment = Environment()
    for declaration in test.json["type_env"] as? [[String: Any]] ?? [] {
      guard let name = declaration["name"] as? String, let text = declaration["type"] as? String else {
        return .refused("functions of the caller")
      }
      guard let type = ConformanceValue.type(text) else { return .refused("type \(text)") }
      environment.declare(name, type)
    }
    do {
      let program = try Program.compile(test.expression, in: environment)
      let wanted = test.expectation["type"] as? String ?? ""
      return program.type.description == wanted ? .passed : .wrong("type \(program.type), expected \(wanted)")
    } catch {
      return test.expectation["error"] != nil ? .passed : .refused("compile: \(error)")
    }
  }
}
