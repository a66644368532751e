import Findings

/// Findings about the encoding of a whole source.
enum EncodingCheck {
  /// Why a source cannot be JSON text before its grammar is looked at: nothing in it, or not UTF-8, RFC 8259 §8.1.
  static func json(_ source: [UInt8]) -> Finding? {
    guard SyntaxDetection.firstSignificant(source) != nil else { return SyntaxDetection.empty(source) }
    let (form, mark) = UnicodeForm.detect(source)
    guard form != .utf8 else { return nil }
    return Finding(
      rule: FormatRule.jsonEncoding,
      message: LocalizedText(
        en: "the file is encoded in \(form.rawValue); JSON is exchanged in UTF-8",
        fr: "le fichier est codé en \(form.rawValue) ; le JSON s'échange en UTF-8",
        nl: "het bestand is gecodeerd in \(form.rawValue); JSON wordt uitgewisseld in UTF-8",
        de: "die Datei ist in \(form.rawValue) codiert; JSON wird in UTF-8 ausgetauscht"),
      place: Place(span: Span(start: 0, end: min(max(mark, 1), source.count)), path: ""))
  }

  /// Names the byte at an offset that is not UTF-8 and, where it is a letter in Windows-1252, guesses that.
  static func notUTF8(in source: [UInt8], at offset: Int) -> LocalizedText {
    let byte = Shown.byte(source[offset])
    // A lone byte between ASCII bytes is what an old 8-bit encoding looks like.
    let isLone = offset + 1 >= source.count || source[offset + 1] < 0x80
    guard isLone, source[offset] >= 0x80 else {
      return LocalizedText(
        en: "\(byte.en) begins no character of UTF-8", fr: "\(byte.fr) ne commence aucun caractère UTF-8",
        nl: "\(byte.nl) begint geen teken in UTF-8", de: "\(byte.de) beginnt kein Zeichen in UTF-8")
    }
    return LocalizedText(
      en: "\(byte.en) begins no character of UTF-8; the file may have been saved as Windows-1252 or ISO-8859-1",
      fr: "\(byte.fr) ne commence aucun caractère UTF-8 ; le fichier a peut-être été enregistré en Windows-1252 ou "
        + "ISO-8859-1",
      nl: "\(byte.nl) begint geen teken in UTF-8; het bestand is misschien opgeslagen als Windows-1252 of ISO-8859-1",
      de: "\(byte.de) beginnt kein Zeichen in UTF-8; die Datei wurde vielleicht als Windows-1252 oder ISO-8859-1 "
        + "gespeichert")
  }
}
