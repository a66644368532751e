import CEL
import Findings

/// A message with placeholders: `{name}` or `{name|format}`, where `format` is one of `Template.Format`; some take a
/// detail, as in `{rate|percent:1}` or `{kind|code:target}`. `MessageManual` says what each writes.
struct Template: Sendable {
  /// The pieces by language, in the order of `Language.allCases`.
  private let pieces: [[Piece]]
  /// What stands in braces, each once, in order.
  let placeholders: [Placeholder]

  private enum Piece: Sendable {
    case text(String)
    case value(Int)
  }

  struct Placeholder: Sendable {
    let name: String
    let format: Format
    /// What stands behind the colon.
    let detail: String?
    /// Where the name, and behind the bar the format with its detail, first stand in the English text.
    let range: Range<Int>
    let formatRange: Range<Int>
  }

  /// How a value is written.
  enum Format: String, Sendable, CaseIterable {
    case text, integer, percent, date, hours, decimal, list, code, field
  }

  /// - Throws: a sentence that says what is wrong with the message.
  init(_ text: LocalizedText) throws(TemplateError) {
    var placeholders: [Placeholder] = []
    var known: [String] = []
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
        let written = Self.string(inside)
        if !known.contains(written) {
          let offset = whole.distance(from: whole.startIndex, to: inside.startIndex)
          placeholders.append(try Self.placeholder(inside, language, offset))
          known.append(written)
        }
        own.insert(written)
        pieces.append(.value(known.firstIndex(of: written) ?? 0))
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
    self.placeholders = placeholders
    pieces = all
  }

  private static func string(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }

  /// - Parameter offset: Where `inside`, the text between the braces, begins.
  private static func placeholder(
    _ inside: Substring.UTF8View, _ language: Language, _ offset: Int
  ) throws(TemplateError) -> Placeholder {
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    let name = string(inside[..<(bar ?? inside.endIndex)])
    let end = offset + name.utf8.count
    guard let bar else {
      return Placeholder(name: name, format: .text, detail: nil, range: offset..<end, formatRange: end..<end)
    }
    let text = string(inside[inside.index(after: bar)...])
    let range = end + 1..<end + 1 + text.utf8.count
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let first = parts.first, let format = Format(rawValue: String(first)) else {
      let formats = Format.allCases.map(\.rawValue)
      throw TemplateError(
        "there is no format \u{201C}\(text)\u{201D}"
          + (NearestName.of(text, in: formats).map { "; did you mean \u{201C}\($0)\u{201D}?" }
            ?? "; formats are " + formats.joined(separator: ", ")),
        in: language, at: range)
    }
    let detail = parts.count > 1 ? String(parts[1]) : nil
    if let fault = format.fault(of: detail) { throw TemplateError(fault, in: language, at: range) }
    return Placeholder(name: name, format: format, detail: detail, range: offset..<end, formatRange: range)
  }

  /// The message with its values.
  ///
  /// - Parameter values: One for each of `placeholders`, as a `ValueWriter` writes them: not yet in their format.
  func filled(_ values: [LocalizedText]) -> LocalizedText {
    func text(_ language: Language, _ pieces: [Piece]) -> String {
      var out = ""
      for piece in pieces {
        switch piece {
        case .text(let text): out += text
        case .value(let index): out += Self.write(values[index][language], placeholders[index], in: language)
        }
      }
      return out
    }
    return LocalizedText(
      en: text(.en, pieces[0]), fr: text(.fr, pieces[1]), nl: text(.nl, pieces[2]), de: text(.de, pieces[3]))
  }

  private static func write(_ value: String, _ placeholder: Placeholder, in language: Language) -> String {
    let places = placeholder.detail.flatMap { Int($0) } ?? 2
    return switch placeholder.format {
    case .text, .list, .code, .field: value
    case .integer: Int(value).map(language.integer) ?? language.decimal(value, places: places) ?? value
    case .decimal: language.decimal(value, places: places) ?? value
    case .percent: language.percent(share: value, places: places) ?? value
    case .date: language.date(value)
    case .hours: language.hours(value) ?? value
    }
  }
}

extension Template.Format {
  /// What is wrong with a detail, as far as the schema need not be asked; nil when nothing is.
  fileprivate func fault(of detail: String?) -> String? {
    switch self {
    case .decimal, .percent:
      guard let detail, UInt8(detail) == nil else { return nil }
      return "\(rawValue) takes the number of places behind the point, such as \(rawValue):1"
    case .code:
      return detail == nil ? "code names the code list whose labels are shown, such as code:target" : nil
    case .field:
      return detail == nil ? "field names the type whose members are meant, such as field:report.measures" : nil
    case .text, .integer, .date, .hours, .list:
      return detail == nil ? nil : "\(rawValue) takes no detail"
    }
  }
}

extension Template.Placeholder {
  /// Why the schema, or a value of the type, does not suit the format; nil where both do.
  func fault(of type: Type, _ labels: CodeLabels) -> String? {
    guard let detail else { return nil }
    switch format {
    case .code where !labels.names.contains(detail):
      return "there is no code list \u{201C}\(detail)\u{201D}"
        + (NearestName.of(detail, in: labels.names).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "")
    case .field:
      do throws(FieldFault) {
        _ = try labels.fields.type(detail)
      } catch {
        return error.message
      }
      return type.mayNameFields ? nil : "field wants the name of a field or a list of names, not \(type)"
    default: return nil
    }
  }
}

extension Type {
  fileprivate var mayNameFields: Bool {
    switch self {
    case .string, .code, .dyn: true
    case .list(let element): element.mayNameFields
    default: false
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
