import Findings

/// Pieces of a source as a message can show them: on one line, cut to a length, never a raw control character.
enum Shown {
  /// The most scalars of a piece of source inside a message.
  static let most = 40

  /// What stands at an offset: a word, a character in quotes, the code of what cannot be seen, or a byte.
  static func word(in source: [UInt8], at offset: Int) -> LocalizedText {
    guard offset < source.count else {
      return LocalizedText(
        en: "the end of the file", fr: "la fin du fichier", nl: "het einde van het bestand", de: "das Ende der Datei")
    }
    let span = wordSpan(in: source, at: offset)
    if span.count == 1, source[offset] >= 0x80 { return byte(source[offset]) }
    let text = String(decoding: source[span.start..<span.end], as: UTF8.self)
    if let scalar = text.unicodeScalars.first, !isVisible(scalar) { return LocalizedText(verbatim: code(scalar)) }
    return quoted(text)
  }

  /// The bytes of what stands at an offset: a word, a whole scalar, or one byte that is not UTF-8.
  static func wordSpan(in source: [UInt8], at offset: Int) -> Span {
    var end = offset
    while end < source.count, end - offset < most, isWord(source[end]) { end += 1 }
    if end == offset, offset < source.count {
      end += source[offset] < 0x80 ? 1 : max(1, UTF8Scan.length(source.span, offset))
    }
    return Span(start: offset, end: end)
  }

  /// A text between the quotation marks of each language, cut and with its invisible scalars replaced by their codes.
  static func quoted(_ text: some StringProtocol) -> LocalizedText {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < most else {
        shown += "…"
        break
      }
      shown += isVisible(scalar) ? String(Character(scalar)) : " \(code(scalar)) "
      count += 1
    }
    return LocalizedText(en: "“\(shown)”", fr: "« \(shown) »", nl: "“\(shown)”", de: "„\(shown)“")
  }

  /// A byte that is no text.
  static func byte(_ byte: UInt8) -> LocalizedText {
    let code = "0x" + hex(UInt32(byte), 2)
    return LocalizedText(en: "the byte \(code)", fr: "l'octet \(code)", nl: "de byte \(code)", de: "das Byte \(code)")
  }

  /// The code of a scalar, with the name of the ones that turn up in files: `U+0009 (tab)`.
  static func code(_ scalar: Unicode.Scalar) -> String {
    let name: String? =
      switch scalar.value {
      case 0x00: "NUL"
      case 0x09: "TAB"
      case 0x0A: "LF"
      case 0x0D: "CR"
      case 0xA0: "NBSP"
      case 0xFEFF: "BOM"
      default: nil
      }
    return "U+" + hex(scalar.value, 4) + (name.map { " (\($0))" } ?? "")
  }

  /// The value of a place: its text cut to 80 scalars, or nil where it is empty or no text.
  static func value(in source: [UInt8], _ span: Span) -> String? {
    let start = min(max(span.start, 0), source.count)
    let end = min(max(span.end, start), source.count, start + 4 * 80)
    guard start < end else { return nil }
    return String(
      String.UnicodeScalarView(String(decoding: source[start..<end], as: UTF8.self).unicodeScalars.prefix(80)))
  }

  /// Upper-case hexadecimal digits, at least so many.
  static func hex(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether a scalar shows itself in a line of text and changes nothing around it.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
