import Findings

/// Puts what the JSON parser met into findings.
struct JSONMessages {
  let parser: JSONParser
  let document: Document

  /// The repeated names in the order of the file, then the fault that stopped the reading.
  var findings: [Finding] {
    var findings = parser.duplicates.sorted { $0.second < $1.second }.map(duplicate)
    if let fault = parser.fault { findings.append(finding(of: fault)) }
    return findings
  }

  private func duplicate(_ pair: (first: UInt32, second: UInt32)) -> Finding {
    let first = Int(pair.first)
    let second = Int(pair.second)
    let pointer = document.pointer(of: second)
    let name = Shown.quoted(document.name(of: second) ?? "")
    return Finding(
      rule: FormatRule.jsonDuplicateMember,
      message: LocalizedText(
        en: "the object has a second member named \(name.en)",
        fr: "l'objet a un deuxième membre nommé \(name.fr)",
        nl: "het object heeft een tweede lid met de naam \(name.nl)",
        de: "das Objekt hat ein zweites Element namens \(name.de)"),
      place: nameMark(second, pointer),
      related: [RelatedPlace(place: nameMark(first, pointer), label: "first")])
  }

  private func nameMark(_ index: Int, _ pointer: String) -> Place {
    let span = document.nameSpan(of: index) ?? document.span(of: index)
    return Place(span: span, path: pointer, value: Shown.value(in: document.source, span))
  }

  // MARK: - The fault

  private func finding(of fault: JSONFault) -> Finding {
    let path = pointer(of: fault)
    let span = Span(start: fault.start, end: min(fault.end, document.source.count))
    let place = Place(span: span, path: path, value: Shown.value(in: document.source, span))
    switch fault.kind {
    case .limitDepth: return LimitFinding.depth(place, limits: parser.limits)
    case .limitNodes: return LimitFinding.nodes(place, limits: parser.limits)
    case .limitString: return LimitFinding.string(place, seen: lengthOfText(span), limits: parser.limits)
    case .encoding: return Finding(rule: FormatRule.jsonEncoding, message: notUTF8(at: span.start), place: place)
    case .loneSurrogate:
      return Finding(rule: FormatRule.jsonEncoding, message: loneSurrogate(span), place: place)
    case .expected(let expected): return unexpected(expected, fault, place)
    case .endInString, .endInEscape:
      let end = document.source.count
      return Finding(
        rule: FormatRule.jsonSyntax, message: Self.endInString,
        place: Place(span: Span(start: end, end: end), path: path),
        related: [
          RelatedPlace(place: Place(span: Span(start: stringStart(fault), end: end), path: path), label: "opening")
        ])
    default:
      return Finding(
        rule: FormatRule.jsonSyntax, message: JSONWording.message(fault, in: document.source), place: place)
    }
  }

  /// Something else than what was due: a few frequent cases have words of their own.
  private func unexpected(_ expected: JSONFault.Expected, _ fault: JSONFault, _ place: Place) -> Finding {
    let source = document.source
    guard fault.start < source.count else {
      let end = Place(span: Span(start: source.count, end: source.count), path: place.path)
      return Finding(
        rule: FormatRule.jsonSyntax, message: JSONWording.end(expected), place: end, related: opening(place.path))
    }
    let byte = source[fault.start]
    if byte >= 0x80, UTF8Scan.length(source.span, fault.start) == 0 {
      return Finding(rule: FormatRule.jsonEncoding, message: notUTF8(at: fault.start), place: place)
    }
    let closesAfterComma =
      (expected == .value && byte == UInt8(ascii: "]")) || (expected == .name && byte == UInt8(ascii: "}"))
    if closesAfterComma, let comma = source[..<fault.start].lastIndex(of: UInt8(ascii: ",")),
      source[comma + 1..<fault.start].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) })
    {
      return Finding(
        rule: FormatRule.jsonSyntax, message: JSONWording.trailingComma(before: byte),
        place: Place(span: Span(start: comma, end: comma + 1), path: containerPath, value: ","))
    }
    let word = Shown.wordSpan(in: source, at: fault.start)
    let span = Span(start: fault.start, end: expected == .endOfFile ? word.end : max(word.end, place.span.end))
    return Finding(
      rule: FormatRule.jsonSyntax, message: JSONWording.unexpected(expected, in: source, at: fault.start),
      place: Place(span: span, path: place.path, value: Shown.value(in: source, span)))
  }

  /// The innermost container that was open, as a related place.
  private func opening(_ path: String) -> [RelatedPlace] {
    guard parser.openContainer != JSONParser.noParent else { return [] }
    let start = document.span(of: Int(parser.openContainer)).start
    let value = Shown.value(in: document.source, Span(start: start, end: start + 1))
    let place = Place(span: Span(start: start, end: start + 1), path: containerPath, value: value)
    return [RelatedPlace(place: place, label: "opening")]
  }

  private func stringStart(_ fault: JSONFault) -> Int {
    guard case .endInEscape = fault.kind else { return fault.start }
    // An escape at the very end: the string began at the last quote that is not escaped itself.
    var start = fault.start
    while start > 0 {
      start -= 1
      guard document.source[start] == UInt8(ascii: "\"") else { continue }
      let backslashes = document.source[..<start].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 0 { break }
    }
    return start
  }

  /// The length of a string between its quotes, or of a number.
  private func lengthOfText(_ span: Span) -> Int {
    document.source[span.start] == UInt8(ascii: "\"") ? span.count - 2 : span.count
  }

  // MARK: - Where the reader was

  private var containerPath: String {
    parser.openContainer == JSONParser.noParent ? "" : document.pointer(of: Int(parser.openContainer))
  }

  /// The pointer of the value that was being read, or of the container where no value was.
  private func pointer(of fault: JSONFault) -> String {
    var pointer = containerPath
    guard parser.openContainer != JSONParser.noParent else { return pointer }
    if let name = parser.pendingName {
      let bytes = document.source[name.start..<name.start + name.length]
      var step = Pointer()
      step.append(name: name.isEscaped ? JSONText.unescape(bytes) : String(decoding: bytes, as: UTF8.self))
      pointer += step.text
    } else if document.nodes[Int(parser.openContainer)].kind == .array {
      if case .expected(.commaOrBracket) = fault.kind { return pointer }
      var count = 0
      for _ in document.children(of: Int(parser.openContainer)) { count += 1 }
      pointer += "/\(count)"
    }
    return pointer
  }

  // MARK: - Encoding

  private func notUTF8(at offset: Int) -> LocalizedText { EncodingCheck.notUTF8(in: document.source, at: offset) }

  private func loneSurrogate(_ span: Span) -> LocalizedText {
    let text = Shown.quoted(String(decoding: document.source[span.start..<span.end], as: UTF8.self))
    return LocalizedText(
      en: "\(text.en) is one half of a surrogate pair, and the other half is missing",
      fr: "\(text.fr) est la moitié d'une paire de substitution, et l'autre moitié manque",
      nl: "\(text.nl) is de helft van een surrogaatpaar en de andere helft ontbreekt",
      de: "\(text.de) ist die eine Hälfte eines Surrogatpaars, die andere fehlt")
  }

  private static let endInString = LocalizedText(
    en: "the file ends inside a string", fr: "le fichier se termine à l'intérieur d'une chaîne",
    nl: "het bestand eindigt binnen een tekenreeks", de: "die Datei endet innerhalb einer Zeichenkette")
}
