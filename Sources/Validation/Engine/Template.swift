import Findings

/// A message with placeholders: `{name}` or `{name|format}`, where `format` is one of `Template.Format`; `decimal` and
/// `percent` take a number of places, as in `{rate|percent:1}`, `code` the code list whose labels are shown.
struct Template: Sendable {
  /// The pieces by language, in the order of `Language.allCases`.
  private let pieces: [[Piece]]
  /// The names that the placeholders use, each once, in order.
  let names: [String]
  /// Where each name first stands in the text that has it first.
  let ranges: [Range<Int>]
  /// For each name the code list that its values are of, as `{kind|code:target}` says; nil where the type says it.
  let codeLists: [String?]

  private enum Piece: Sendable {
    case text(String)
    case value(Int, Format, places: Int)
  }

  /// How a value is written.
  enum Format: String, Sendable, CaseIterable {
    case text, integer, percent, date, hours, decimal, list, code
  }

  /// - Throws: a sentence that says what is wrong with the message.
  init(_ text: LocalizedText) throws(TemplateError) {
    var names: [String] = []
    var ranges: [Range<Int>] = []
    var codeLists: [String?] = []
    var all: [[Piece]] = []
    var used: [Set<String>] = []
    for language in Language.allCases {
      var pieces: [Piece] = []
      var own: Set<String> = []
      // Bytes, not characters: a pack has hundreds of messages, and every check reads them all.
      let whole = text[language].utf8
      var rest = whole[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
        if open > rest.startIndex { pieces.append(.text(Self.string(rest[..<open]))) }
        guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
          let offset = whole.distance(from: whole.startIndex, to: open)
          throw TemplateError("there is a { without its }", in: language, at: offset..<offset + 1)
        }
        let inside = rest[rest.index(after: open)..<close]
        let bar = inside.firstIndex(of: UInt8(ascii: "|"))
        let name = Self.string(inside[..<(bar ?? inside.endIndex)])
        let offset = whole.distance(from: whole.startIndex, to: inside.startIndex)
        let (format, detail) = try Self.format(
          bar.map { Self.string(inside[inside.index(after: $0)...]) }, language, offset + name.utf8.count + 1)
        if !names.contains(name) {
          names.append(name)
          codeLists.append(format == .code ? detail ?? "" : nil)
          ranges.append(offset..<offset + name.utf8.count)
        }
        own.insert(Self.string(inside))
        pieces.append(.value(names.firstIndex(of: name) ?? 0, format, places: detail.flatMap { Int($0) } ?? 2))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { pieces.append(.text(Self.string(rest))) }
      all.append(pieces)
      used.append(own)
    }
    for (language, own) in zip(Language.allCases, used).dropFirst() where own != used[0] {
      let difference = own.symmetricDifference(used[0]).sorted().map { "{\($0)}" }.joined(separator: ", ")
      throw TemplateError("the placeholders differ from those of en: \(difference)", in: language, at: 0..<0)
    }
    self.ranges = ranges
    self.names = names
    self.codeLists = codeLists
    pieces = all
  }

  private static func string(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }

  private static func format(
    _ text: String?, _ language: Language, _ offset: Int
  ) throws(TemplateError) -> (Format, detail: String?) {
    guard let text else { return (.text, nil) }
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let format = Format(rawValue: String(first)) else {
      let formats = Format.allCases.map(\.rawValue)
      throw TemplateError(
        "there is no format \u{201C}\(text)\u{201D}"
          + (NearestName.of(text, in: formats).map { "; did you mean \u{201C}\($0)\u{201D}?" }
            ?? "; formats are " + formats.joined(separator: ", ")),
        in: language, at: offset..<offset + text.utf8.count)
    }
    return (format, parts.count > 1 ? String(parts[1]) : nil)
  }

  /// The message with its values.
  ///
  /// - Parameter values: One for each of `names`, written without format; lists joined by a comma already.
  func filled(_ values: [LocalizedText]) -> LocalizedText {
    func text(_ language: Language, _ pieces: [Piece]) -> String {
      var out = ""
      for piece in pieces {
        switch piece {
        case .text(let text): out += text
        case .value(let index, let format, let places):
          out += Self.write(values[index][language], format, places, in: language)
        }
      }
      return out
    }
    return LocalizedText(
      en: text(.en, pieces[0]), fr: text(.fr, pieces[1]), nl: text(.nl, pieces[2]), de: text(.de, pieces[3]))
  }

  private static func write(_ value: String, _ format: Format, _ places: Int, in language: Language) -> String {
    switch format {
    case .text, .list, .code: value
    case .integer: Int(value).map(language.integer) ?? language.decimal(value, places: places) ?? value
    case .decimal: language.decimal(value, places: places) ?? value
    case .percent: language.percent(share: value, places: places) ?? value
    case .date: language.date(value)
    case .hours:
      language.decimal(value, places: 1).map { "\($0)\u{A0}h" } ?? value
    }
  }
}

/// Why a message cannot be used.
struct TemplateError: Error {
  let message: String
  let language: Language
  /// Bytes of the text in that language.
  let range: Range<Int>

  init(_ message: String, in language: Language, at range: Range<Int>) {
    self.message = message
    self.language = language
    self.range = range
  }
}
