import Documents
import Findings
import Foundation
import Schemas
import Testing

/// The official JSON Schema Test Suite, draft 2020-12.
struct JSONSchemaSuiteTests {
  @Test func `every case whose schema uses only supported keywords is right`() throws {
    guard let folder = TestFiles.shared("json-schema/tests") else { return }
    var files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap {
      $0 as? URL
    }
    files = files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    var ran = 0
    var refused: [String: Int] = [:]
    for file in files {
      // Outside `optional/format`, and for `format` itself, formats are annotations.
      let asserts = file.path.contains("/optional/format/")
      var reader = JSONReader()
      let document = reader.read(try TestFiles.bytes(file)).document
      for group in document.children(of: 0) {
        guard let schemaNode = document.member("schema", of: group), let tests = document.member("tests", of: group)
        else {
          continue
        }
        let schema: Schema
        do {
          schema = try Schema(compiling: document.extract(schemaNode), assertFormats: asserts)
        } catch {
          refused[error.message, default: 0] += document.children(of: tests).reduce(0) { count, _ in count + 1 }
          continue
        }
        for test in document.children(of: tests) {
          guard let data = document.member("data", of: test), let valid = document.member("valid", of: test) else {
            continue
          }
          let expected = document.nodes[valid].kind == .true
          let binding = Binder.bind(document.extract(data), to: schema)
          let name = "\(file.lastPathComponent): \(document.text(of: document.member("description", of: group) ?? 0))"
          #expect(
            binding.isValid == expected,
            "\(name): \(document.text(of: document.member("description", of: test) ?? 0)) \(binding.findings.map(\.message.en))"
          )
          ran += 1
        }
      }
    }
    print("JSON Schema Test Suite: \(ran) cases right or wrong, \(refused.values.reduce(0, +)) refused by name")
    #expect(ran > 400)
  }

  @Test func `a keyword that is not supported is refused by name with the nearest one`() throws {
    var reader = JSONReader()
    let document = reader.read(Array(#"{"type": "object", "propertys": {}}"#.utf8)).document
    let error = #expect(throws: SchemaError.self) { try Schema(compiling: document) }
    #expect(error?.message == "the keyword “propertys” is not supported; did you mean “properties”?")
    #expect(error?.path == "/propertys")
  }
}

extension Document {
  func member(_ name: String, of node: Int) -> Int? { children(of: node).first { nameEquals($0, name) } }

  /// A part of a JSON document as a document of its own.
  func extract(_ node: Int) -> Document {
    var reader = JSONReader()
    return reader.read(Array(source[Int(nodes[node].start)..<Int(nodes[node].end)])).document
  }
}
