import Documents
import Findings
import Testing

@testable import Schemas

/// The parts of binding that are read in place, held to the slow ways that are right by construction.
struct BindingTests {
  @Test(arguments: [
    #"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"#, #"^[A-Z0-9]{18}[0-9]{2}$"#, #"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"#,
    #"^https?://[^ ]+$"#, #"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]*$"#, #"^a?b*c+$"#, #"^[^a-c]*$"#,
    #"^[-a]?[bc]*$"#, #"^$"#, #"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"#, #"^[a-z0-9-]+([.][A-Za-z0-9-]+)+$"#, #"^(ab?)*$"#,
    #"^[0-9]{4}-[A-Z]{5}$"#, #"^[^ ]*$"#,
  ]) func `a plain pattern matches the texts that RE2 matches`(_ source: String) throws {
    #expect(ClassSequence(source) != nil)
    let plain = try #require(TextPattern(source))
    let peer = try #require(TextPattern(source, byRE2: true))
    var generator = SeededGenerator(seed: 7)
    let alphabet: [Unicode.Scalar] = [
      "a", "b", "c", "Z", "0", "1", "2", "-", ".", "_", ":", "/", "h", "t", "p", "s", " ", "\n", "\t", "\u{1}", "é",
      "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "😀", "~", "\u{7F}",
    ]
    let seeds = [
      "", "https://provider.example/", "2025-12-31", "ABCDEFGHIJKLMNOPQR42", "identifier-1", "abbcc", "nl-BE",
      "sr-Latn-RS", "www.provider.example", "aab", "2025-ABCDE", "no spaces but long",
    ]
    var matched = 0
    for _ in 0..<5_000 {
      var scalars = Array(seeds.randomElement(using: &generator)?.unicodeScalars ?? "".unicodeScalars)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let scalar = alphabet.randomElement(using: &generator) ?? "a"
        scalars.insert(scalar, at: Int.random(in: 0...scalars.count, using: &generator))
      }
      let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let expected = peer.matches(bytes.span, 0..<bytes.count)
      #expect(plain.matches(bytes.span, 0..<bytes.count) == expected, "\(source) on \(scalars)")
      if expected { matched += 1 }
    }
    #expect(matched > 20)
  }

  @Test(arguments: [
    "a", "^a", "a$", "^(a)$", "^a|b$", "^.$", "^a+?$", "^[a-z]+[a-c]$", "^a*b?a$", #"^\d$"#, "^[[:alpha:]]$", "^[é]$",
    "^[^a]{2}$", "^[a-b-c]$", "^a{2,}$", "^a{2000}$", "^[]$", #"^a\$"#,
    "^(a*)*$", "^a(b)?$", "^(ab)*c$", "^[a-c]+([a-z]b)*$", "^()*$", "^(a(b)*)*$", "^[^a-z\u{E9}\u{EB}]*$",
  ]) func `a pattern that is not plain is left to RE2`(_ source: String) {
    #expect(ClassSequence(source) == nil)
  }

  @Test(arguments: [
    (#"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"#, 10), ("^[0-9]{4}-[A-Z]{5}$", 10), ("^[a-c]{8}$", 8), ("^[ -~]{16}$", 16),
  ]) func `a form of fixed places is looked at in words`(_ source: String, _ count: Int) throws {
    let sequence = try #require(ClassSequence(source))
    let fixed = try #require(FixedForm(sequence))
    #expect(fixed.count == count)
    var generator = SeededGenerator(seed: 8)
    var matched = 0
    for _ in 0..<5_000 {
      // A right text with some bytes replaced, in a source that goes on before and behind it.
      var bytes = Array(
        ["2025-12-31", "2025-ABCDE", "abcabcab", "0123456789abcdef"].randomElement(using: &generator)!.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let range = 1..<bytes.count + 1
      let text = [0xFF] + bytes + [0xFF]
      #expect(fixed.matches(text.span, range) == sequence.matches(text.span, range), "\(source) on \(bytes)")
      if fixed.matches(text.span, range) { matched += 1 }
    }
    #expect(matched > 20)
  }

  @Test(arguments: ["^[a-c]{7}$", "^[a-c]{17}$", "^[a-c]{8,9}$", "^[ac]{8}$", "^a{8}(b)*$"])
  func `a form of other places is none of words`(_ source: String) throws {
    #expect(FixedForm(try #require(ClassSequence(source))) == nil)
  }

  @Test func `a date is one of the calendar, written in full`() {
    func days(_ text: String) -> Int64? {
      let bytes = Array("<\(text)>".utf8)
      return CalendarDate.days(bytes.span, 1..<bytes.count - 1)
    }
    let real = ["1970-01-01", "1969-12-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"].map(days)
    #expect(real == [0, -1, 19_782, 11_016, -719_162, 2_932_896])
    for text in ["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "0000-01-01"] {
      #expect(days(text) == nil, "\(text)")
    }
    // Each byte in turn becomes each other byte that is not a digit.
    for place in 0..<10 {
      for byte in (0...UInt8.max) where byte &- 0x30 >= 10 && !(byte == 0x2D && (place == 4 || place == 7)) {
        var bytes = Array("2024-02-29".utf8)
        bytes[place] = byte
        #expect(CalendarDate.days(bytes.span, 0..<10) == nil, "\(byte) at \(place)")
      }
    }
  }

  @Test(arguments: [
    "0", "7", "00", "01", "1.0", "1.50", "0.5", "0.05", "12.", ".5", "-1", "1e3", "", " 1", "123456789012345678",
    "1234567890123456789", "12345678901234567.8", "12345678901234567.89", "0.000", "1000",
  ]) func `a plain number is the number that its text says`(_ text: String) {
    let bytes = Array(text.utf8)
    guard let plain = PlainNumber(bytes.span, 0..<bytes.count) else {
      let number = LexicalNumber(text.utf8)
      #expect(number == nil || text.contains("-") || text.contains("e") || text.count > 18)
      return
    }
    let number = LexicalNumber(text.utf8)
    #expect(number?.inline?.coefficient == plain.coefficient)
    #expect(number?.inline?.scale == plain.scale)
    #expect(number?.isInteger == plain.isInteger)
  }

  @Test func `a plain number is compared with whole limits`() {
    func isWithin(_ text: String, _ minimum: Int64, _ maximum: Int64) -> Bool? {
      let bytes = Array(text.utf8)
      return PlainNumber(bytes.span, 0..<bytes.count)?.isWithin(minimum, maximum)
    }
    #expect(isWithin("0", 0, 1) == true)
    #expect(isWithin("1", 0, 1) == true)
    #expect(isWithin("1.000", 0, 1) == true)
    #expect(isWithin("1.001", 0, 1) == false)
    #expect(isWithin("0.999", 1, .max) == false)
    #expect(isWithin("123456789012345678", 0, .max) == true)
    #expect(isWithin("123456789012345678", 0, 1_000_000_000) == false)
    #expect(isWithin("5", .min, -1) == false)
  }

  @Test(arguments: [
    ##"{"$ref": "#"}"##, ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##,
    ##"{"$defs": {"a": {"type": "object", "$ref": "#/$defs/a"}}}"##,
  ]) func `a schema that refers to itself is refused`(_ text: String) throws {
    var reader = JSONReader()
    let document = reader.read(Array(text.utf8)).document
    let error = #expect(throws: SchemaError.self) { try Schema(compiling: document) }
    #expect(error?.message == "the schema refers to itself")
  }

  @Test func `names are told from each other wherever they differ`() {
    // Of every length up to 40, each with one byte changed at every place.
    var names: [String] = []
    for length in 0...40 {
      let name = [UInt8](repeating: 0x61, count: length)
      names.append(String(decoding: name, as: UTF8.self))
      for place in 0..<length {
        var other = name
        other[place] = 0x62
        names.append(String(decoding: other, as: UTF8.self))
      }
    }
    var index = NameIndex()
    _ = index.add(["a", "b"])
    let group = index.add(names)
    for (position, name) in names.enumerated() {
      let alone = Array(name.utf8)
      let amid = Array("\"\(name)\": 12345".utf8)
      #expect(index.find(alone.span, 0, alone.count, in: group) == position)
      #expect(index.find(amid.span, 1, alone.count, in: group) == position)
      #expect(index.find(amid.span, 1, alone.count + 1, in: group) == nil)
    }
  }

  @Test func `a member is found by its name in any order and with escapes`() throws {
    let names = (0..<40).map { "member\($0)" }
    let properties = names.map { #""\#($0)": {"type": "integer"}"# }.joined(separator: ", ")
    var reader = JSONReader()
    let schema = try Schema(
      compiling: reader.read(
        Array(#"{"type": "object", "properties": {\#(properties)}, "additionalProperties": false}"#.utf8)
      ).document)
    let text = names.enumerated().reversed().map { #""\#($1 == "member7" ? "membe\\u0072" + "7" : $1)": \#($0)"# }
    let binding = try #require(bind("{" + text.joined(separator: ", ") + "}", to: schema))
    #expect(binding.findings.map(\.message.en) == [])
    let members = binding.bound.members.map { binding.bound.values[Int($0)].payload }
    #expect(members == Array(0..<40))
  }
}
