import Findings
import Foundation
import Rendering
import Testing

struct JSONTests {
  static let all = [
    Fixture.conformant, Fixture.waived, Fixture.unreadable, Fixture.hostile("\u{0}\u{1F}\"\\\u{2028}😀"),
    Fixture.nonConformant,
  ]

  @Test(arguments: all.indices)
  func `decoding yields the result that was written`(index: Int) throws {
    let result = Self.all[index]
    let bytes = render(result, as: .json, in: .en)
    let decoded = try JSONDecoder().decode(Result.self, from: Data(bytes))
    #expect(decoded == result)
    // Swift holds canonically equivalent strings for equal; the bytes decide.
    #expect(render(decoded, as: .json, in: .en) == bytes)
  }

  @Test(arguments: Language.allCases)
  func `HTML and text from a decoded result are the same to the byte`(language: Language) throws {
    for result in Self.all {
      let decoded = try JSONDecoder().decode(Result.self, from: Data(render(result, as: .json, in: .de)))
      for format in Format.all {
        #expect(render(decoded, as: format, in: language) == render(result, as: format, in: language))
      }
    }
  }

  @Test func `several results stand in one object`() throws {
    struct Several: Decodable {
      var results: [Result]
    }
    let bytes = render(Self.all, as: .json, in: .en)
    #expect(try JSONDecoder().decode(Several.self, from: Data(bytes)).results == Self.all)
    let none = render([], as: .json, in: .en)
    #expect(try JSONDecoder().decode(Several.self, from: Data(none)).results.isEmpty)
  }

  @Test func `nothing that a terminal obeys stands in the JSON`() {
    let bytes = render(Fixture.hostile("\u{1B}[2J\u{9B}31m\u{202E}"), as: .json, in: .en)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || 0x7F...0x9F ~= $0.value || $0.value == 0x202E })
  }

  @Test func `the JSON is of the schema`() throws {
    let python = Tool("python3")
    guard let python, python.run(["-c", "import jsonschema_rs"]).status == 0 else {
      print("skipped: python3 with jsonschema_rs is not here")
      return
    }
    let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "schemas/result-1.0.schema.json").path
    let script = """
      import json, sys, jsonschema_rs
      validator = jsonschema_rs.Draft202012Validator(json.load(open(sys.argv[1])))
      documents = [json.loads(line) for line in sys.stdin]
      for document in documents:
          for error in validator.iter_errors(document): print(error.message, error.instance_path)
      # The schema is closed and complete: each member that is required is missed, and none is unknown.
      def spoil(value, path):
          if isinstance(value, dict):
              yield path, "+", lambda v: v.update(surplus=1)
              for key in value: yield from spoil(value[key], path + [key])
          elif isinstance(value, list):
              for index, item in enumerate(value): yield from spoil(item, path + [index])
      text = json.dumps(documents[1])
      for path, _, change in list(spoil(documents[1], [])):
          copy = json.loads(text)
          target = copy
          for step in path: target = target[step]
          change(target)
          if validator.is_valid(copy): print("a surplus member passes at", path)
      """
    var input = ""
    for result in [[Self.all[0]], [Self.all[1]], [Self.all[2]], [Self.all[3]], [Self.all[4]], Self.all, []] {
      let object = try JSONSerialization.jsonObject(with: Data(render(result, as: .json, in: .en)))
      input += String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }
    let outcome = python.run(["-c", script, schema], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
  }
}
