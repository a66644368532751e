import Findings

/// Tells JSON from XML by the content, never by the name of the file.
public enum SyntaxDetection {
  /// The syntax of a source by its first significant byte: `<` is XML, `{` and `[` are JSON.
  ///
  /// A byte order mark and white space do not count; UTF-16 and UTF-32 are seen through. Nil for anything else.
  public static func syntax(of source: [UInt8]) -> Syntax? {
    switch firstSignificant(source) {
    case UInt8(ascii: "<"): .xml
    case UInt8(ascii: "{"), UInt8(ascii: "["): .json
    default: nil
    }
  }

  /// The first byte that is not white space or part of a byte order mark, or nil where there is none; of a scalar in
  /// UTF-16 or UTF-32 the low byte.
  static func firstSignificant(_ source: [UInt8]) -> UInt8? {
    let (form, mark) = UnicodeForm.detect(source)
    let width = form == .utf8 ? 1 : form == .utf16LittleEndian || form == .utf16BigEndian ? 2 : 4
    let low = form == .utf16BigEndian ? 1 : form == .utf32BigEndian ? 3 : 0
    var offset = mark
    while offset + width <= source.count {
      let byte = source[offset + low]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: offset += width
      default: return byte
      }
    }
    return offset < source.count ? source[offset] : nil
  }

  /// What to say of a source that is neither JSON nor XML.
  static func unknown(_ source: [UInt8]) -> Finding {
    guard firstSignificant(source) != nil else { return empty(source) }
    let start = UnicodeForm.detect(source).mark
    var offset = start
    while offset < source.count, [0x20, 0x09, 0x0A, 0x0D].contains(source[offset]) { offset += 1 }
    let place = Place(span: Span(start: offset, end: min(offset + 1, source.count)), path: "")
    if let known = binaryFormats.first(where: { source.starts(with: $0.bytes) }) {
      let name = known.name
      return Finding(
        rule: FormatRule.unknownSyntax,
        message: LocalizedText(
          en: "the file is \(name.en), not JSON or XML", fr: "le fichier est \(name.fr), et non du JSON ou du XML",
          nl: "het bestand is \(name.nl), geen JSON of XML", de: "die Datei ist \(name.de), kein JSON oder XML"),
        place: place)
    }
    if source.prefix(4096).contains(0) {
      return Finding(
        rule: FormatRule.unknownSyntax,
        message: LocalizedText(
          en: "the file is binary data, not text", fr: "le fichier contient des données binaires, et non du texte",
          nl: "het bestand bevat binaire gegevens, geen tekst", de: "die Datei enthält Binärdaten, keinen Text"),
        place: place)
    }
    let word = Shown.word(in: source, at: offset)
    return Finding(
      rule: FormatRule.unknownSyntax,
      message: LocalizedText(
        en: "the file begins with \(word.en); JSON begins with { and XML with <",
        fr: "le fichier commence par \(word.fr) ; le JSON commence par { et le XML par <",
        nl: "het bestand begint met \(word.nl); JSON begint met { en XML met <",
        de: "die Datei beginnt mit \(word.de); JSON beginnt mit { und XML mit <"),
      place: place)
  }

  /// What to say of a source without content.
  static func empty(_ source: [UInt8]) -> Finding {
    Finding(
      rule: FormatRule.emptyFile,
      message: source.isEmpty
        ? LocalizedText(
          en: "the file has no bytes", fr: "le fichier ne contient aucun octet", nl: "het bestand telt nul bytes",
          de: "die Datei hat null Byte")
        : LocalizedText(
          en: "the file has nothing but white space", fr: "le fichier ne contient que des blancs",
          nl: "het bestand bevat alleen witruimte", de: "die Datei enthält nur Leerraum"),
      place: Place(span: Span(start: 0, end: source.count), path: ""))
  }

  /// What people send instead of a report, by its first bytes.
  private static let binaryFormats: [(bytes: [UInt8], name: LocalizedText)] = [
    (
      [0x50, 0x4B, 0x03, 0x04],
      LocalizedText(
        en: "a ZIP archive or an Office document", fr: "une archive ZIP ou un document Office",
        nl: "een ZIP-archief of een Office-document", de: "ein ZIP-Archiv oder ein Office-Dokument")
    ),
    (
      [0x25, 0x50, 0x44, 0x46],
      LocalizedText(en: "a PDF document", fr: "un document PDF", nl: "een PDF-document", de: "ein PDF-Dokument")
    ),
    (
      [0x1F, 0x8B],
      LocalizedText(
        en: "a gzip archive", fr: "une archive gzip", nl: "een gzip-archief", de: "ein gzip-Archiv")
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      LocalizedText(
        en: "an old Office document", fr: "un ancien document Office", nl: "een oud Office-document",
        de: "ein altes Office-Dokument")
    ),
    (
      [0x89, 0x50, 0x4E, 0x47],
      LocalizedText(en: "a PNG image", fr: "une image PNG", nl: "een PNG-afbeelding", de: "ein PNG-Bild")
    ),
  ]
}
