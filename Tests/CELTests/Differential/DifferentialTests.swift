import Foundation
import Testing

@testable import CEL

/// Random expressions have the value that Google's C++ runtime gives them, or the difference is listed.
struct DifferentialTests {
  /// A difference in which the specification is on our side.
  struct Difference {
    let name: String
    let expression: Regex<AnyRegexOutput>
    let ours: Regex<AnyRegexOutput>
    let theirs: Regex<AnyRegexOutput>
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func `random expressions agree with cel-expr-python`() throws {
    guard let python = Self.python else {
      print("differential: skipped, python3 has no cel_expr_python; pip install cel-expr-python")
      return
    }
    let count = Int(ProcessInfo.processInfo.environment["VIGIE_DIFFERENTIAL"] ?? "") ?? 1_000
    let cases = (0..<count).map { index in
      var generator = ExpressionGenerator(seed: UInt64(index))
      let data = generator.data()
      return (data: data, expression: generator.expression())
    }
    let theirs = try Self.answers(of: python, to: cases)
    try #require(theirs.count == cases.count)
    let differences = try Self.differences()
    var uses: [String: Int] = [:]
    var kinds: [String: Int] = [:]
    var unlisted: [String] = []
    for (index, test) in cases.enumerated() {
      let ours = Self.answer(to: test.expression, over: test.data, mode: .unchecked)
      kinds[Self.isValue(ours) ? "values" : "errors", default: 0] += 1
      if ours != theirs[index], !(ours == "error" && theirs[index] == "refused") {
        let known = differences.first {
          test.expression.contains($0.expression) && ours.contains($0.ours) && theirs[index].contains($0.theirs)
        }
        if let known {
          uses[known.name, default: 0] += 1
        } else {
          unlisted.append("\(index): \(test.expression) → \(ours), theirs \(theirs[index]), over \(test.data.json)")
        }
      }
    }
    print("differential: \(count) expressions, \(kinds), listed differences \(uses), unlisted \(unlisted.count)")
    for line in unlisted.prefix(40) { print("  UNLISTED \(line)") }
    #expect(unlisted.isEmpty)
    #expect(kinds["values", default: 0] * 2 > count)
    if count >= 20_000 {
      for difference in differences { #expect(uses[difference.name] != nil, "\(difference.name) no longer occurs") }
    }
  }

  /// With types nothing has another value.
  @Test func `checked expressions have the values of unchecked ones`() {
    var accepted = 0
    for index in 0..<3_000 {
      var generator = ExpressionGenerator(seed: UInt64(index))
      let data = generator.data()
      let expression = generator.expression()
      let checked = Self.answer(to: expression, over: data, mode: .checked)
      guard checked != "refused" else { continue }
      accepted += 1
      #expect(checked == Self.answer(to: expression, over: data, mode: .unchecked), "\(expression) over \(data.json)")
    }
    #expect(accepted > 1_000)
  }

  // MARK: - Ours

  private static func answer(to expression: String, over data: Datum, mode: Compiler.Mode) -> String {
    var environment = Environment()
    let slot = environment.declare("data", mode == .checked ? .map(.string, .dyn) : .dyn)
    let program: Program
    do {
      program = try Program.compile(expression, in: environment, expecting: nil, mode: mode)
    } catch {
      return "refused"
    }
    var activation = Activation(documents: [], fuel: 1_000_000)
    let value = data.value(&activation)
    activation.bind(slot, value)
    return canonical(program.evaluate(&activation), activation)
  }

  private static func isValue(_ answer: String) -> Bool { answer != "error" && answer != "refused" }

  /// A value as `peer.py` writes it.
  private static func canonical(_ value: Value, _ activation: Activation) -> String {
    switch value.kind {
    case .null: return "null"
    case .bool: return value.isTrue ? "true" : "false"
    case .int: return "int:\(value.payload)"
    case .uint: return "uint:\(value.uintBits)"
    case .double:
      let bits = String(value.doubleBits.bitPattern, radix: 16)
      return value.doubleBits.isNaN ? "double:nan" : "double:" + String(repeating: "0", count: 16 - bits.count) + bits
    case .string: return Datum.quoted(activation.string(of: value) ?? "")
    case .bytes:
      return "bytes:" + activation.bytes(of: value).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    case .list:
      return "[" + activation.items(of: value).map { canonical($0, activation) }.joined(separator: ",") + "]"
    case .map:
      let entries = (activation.map(of: value)?.entries ?? []).map { entry in
        let key =
          entry.key.kind == .string
          ? Datum.quoted(activation.string(of: entry.key) ?? "") : activation.display(entry.key)
        return key + ":" + canonical(entry.value, activation)
      }
      return "{" + entries.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.joined(separator: ",")
        + "}"
    case .timestamp: return "timestamp:" + activation.display(value).prefix(19)
    case .duration: return "duration:\(value.instant.seconds).\(value.instant.nanoseconds / 1_000)"
    case .type: return "type:" + activation.display(value)
    case .error: return "error"
    default: return "unknown:\(value.kind)"
    }
  }

  // MARK: - Theirs

  private static let python: String? = {
    let probe = Process()
    probe.executableURL = URL(filePath: "/usr/bin/env")
    probe.arguments = ["python3", "-c", "import cel_expr_python"]
    probe.standardError = FileHandle.nullDevice
    do { try probe.run() } catch { return nil }
    probe.waitUntilExit()
    return probe.terminationStatus == 0 ? "python3" : nil
  }()

  private static func answers(of python: String, to cases: [(data: Datum, expression: String)]) throws -> [String] {
    let input = FileManager.default.temporaryDirectory.appending(path: "vigie-differential-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: input) }
    let lines = cases.map { "{\"expression\":\(Datum.quoted($0.expression)),\"data\":\($0.data.json)}\n" }
    try Data(lines.joined().utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, folder.appending(path: "peer.py").path]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Reads `differences.txt`.
  private static func differences() throws -> [Difference] {
    let text = try String(contentsOf: folder.appending(path: "differences.txt"), encoding: .utf8)
    var fields: [String: String] = [:]
    var differences: [Difference] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let content = parts[1].trimmingCharacters(in: .whitespaces)
      fields[String(parts[0])] = content
      guard parts[0] == "reason" else { continue }
      func field(_ name: String) throws -> String { try #require(fields[name], "\(content)") }
      try #require(!(try field("clause")).isEmpty && !content.isEmpty)
      differences.append(
        Difference(
          name: try field("difference"), expression: try Regex(try field("expression")),
          ours: try Regex(try field("ours")), theirs: try Regex(try field("theirs"))))
      fields = [:]
    }
    return differences
  }
}
