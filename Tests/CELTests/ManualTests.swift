import Foundation
import Testing

@testable import CEL

/// The function table, the macros and the operators say what is true.
struct ManualTests {
  static let entries = Manual.sections.flatMap(\.entries)

  @Test(arguments: entries.map { [$0.name, $0.example.expression, $0.example.value] })
  func `an example gives the value that the manual says`(_ example: [String]) throws {
    var activation = Activation(documents: [], fuel: 10_000)
    let actual = try Program.compile(example[1], in: Environment()).evaluate(&activation)
    let expected = try Program.compile(example[2], in: Environment()).evaluate(&activation)
    #expect(
      ConformanceValue.isSame(actual, expected, &activation),
      "\(example[1]) gives \(activation.display(actual)), not \(activation.display(expected))")
    // An example is about its entry.
    let name = example[0]
    let parts = name == "?:" ? ["?", ":"] : name == "[]" ? ["[", "]"] : name == "[?]" ? ["[?"] : [name]
    for part in parts { #expect(example[1].contains(part)) }
  }

  @Test func `every entry has forms and one sentence`() {
    for entry in Self.entries {
      #expect(!entry.forms.isEmpty, "\(entry.name)")
      #expect(entry.documentation.hasSuffix("."), "\(entry.name)")
      #expect(!entry.documentation.dropLast().contains(". "), "\(entry.name)")
      #expect(entry.documentation.first?.isUppercase == true || entry.documentation.hasPrefix("-1"), "\(entry.name)")
    }
  }

  @Test func `every function of the table and every macro of the compiler is in the manual`() throws {
    let names = Set(Self.entries.map(\.name))
    #expect(Set(functionTable.map(\.name)).subtracting(names) == [])
    #expect(Set(functionTable.map(\.name)).count == functionTable.count)
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/CEL/Compiling/Compiler+Macros.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    let macros = Set(text.matches(of: /\("(\w+)", [0-9]\)/).map { String($0.1) })
    #expect(macros.count > 10)
    // `existsOne` is the other spelling of `exists_one`.
    let known = names.union(["existsOne"])
    #expect(macros.filter { !known.contains($0 == "bind" ? "cel.bind" : $0) } == [])
  }

  @Test func `the parser's operators are in the manual`() {
    let all: [BinaryOperator] = [
      .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .add, .subtract, .multiply, .divide,
      .remainder,
    ]
    let names = Set(operatorTable.map(\.name))
    #expect(all.map(\.rawValue).filter { !names.contains($0) } == [])
  }
}
