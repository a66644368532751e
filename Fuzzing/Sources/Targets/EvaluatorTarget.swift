import Documents
import Findings
import Schemas

@testable import CEL

/// Evaluating: every expression over every document has a value or an error within its fuel, and blame stays inside
/// the document.
enum EvaluatorTarget {
  static let fuel = 20_000

  static func run(_ bytes: [UInt8]) -> [String] {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let text = String(decoding: bytes[min(end + 1, bytes.endIndex)...], as: UTF8.self)
    var reader = JSONReader()
    let given = reader.read(Array(bytes[..<end])).document
    var broken: [String] = []
    let bound = bind(given.nodes.isEmpty ? base : given)
    for mode in [Compiler.Mode.checked, .unchecked] {
      let program: Program
      do throws(CompileError) {
        program = try Program.compile(text, in: LanguageTarget.environment, expecting: nil, mode: mode)
      } catch {
        continue
      }
      var activation = Activation(documents: [bound, bind(base)], fuel: fuel)
      fill(&activation, given)
      let value = program.evaluate(&activation)
      _ = activation.display(value)
      if activation.error(of: value)?.message == "" { broken.append("an error says nothing") }
      for operand in program.blame(activation).operands {
        if !activation.documents.indices.contains(operand.document)
          || !activation.documents[operand.document].values.indices.contains(operand.value)
        {
          broken.append("an operand is outside the documents")
        }
      }
      _ = program.locate(activation)
      let again = program.evaluate(&activation)
      if value.kind != .error, again.kind != .error, again.kind != value.kind {
        broken.append("the second evaluation gives \(again.kind), the first \(value.kind)")
      }
    }
    return broken
  }

  private static let base: Document = {
    var reader = JSONReader()
    return reader.read(ShippedParts.base).document
  }()

  private static func bind(_ document: Document) -> BoundDocument {
    Binder.bind(document, to: ShippedParts.reportSchema).bound
  }

  /// Binds the variables of `LanguageTarget.environment`.
  private static func fill(_ activation: inout Activation, _ document: Document) {
    activation.bind(0, activation.root(ofDocument: 0))
    activation.bind(1, CivilDate("2025-12-31").map { .date($0) } ?? .null)
    let data = document.nodes.isEmpty ? Value.null : value(of: 0, in: document, &activation)
    activation.bind(2, data)
    activation.bind(3, activation.root(ofDocument: 1))
  }

  /// A JSON value without a type.
  private static func value(of node: Int, in document: Document, _ activation: inout Activation) -> Value {
    switch document.nodes[node].kind {
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .string: return activation.make(document.text(of: node))
    case .number:
      let text = document.text(of: node)
      return Int64(text).map { .int($0) } ?? .double(Double(text) ?? .nan)
    case .array:
      var items: [Value] = []
      for child in document.children(of: node) { items.append(value(of: child, in: document, &activation)) }
      return activation.make(list: items)
    case .object:
      var map = ComputedMap()
      for child in document.children(of: node) {
        let name = document.name(of: child) ?? ""
        let key = activation.make(name)
        _ = map.insert(key, .string(Array(name.utf8)), value(of: child, in: document, &activation))
      }
      return activation.make(map)
    default: return .null
    }
  }
}
