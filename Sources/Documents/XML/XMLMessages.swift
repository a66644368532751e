import Findings

/// Puts what stopped the reading of an XML text into a finding with its exact place.
///
/// libxml2 says what is wrong and how far it had read; the place is then looked up in the text, for its counts point
/// behind what it refuses as often as at it.
struct XMLMessages {
  let outcome: XMLSession.Outcome
  let document: Document

  /// One finding, or none after a whole document.
  var findings: [Finding] {
    guard let fault = outcome.fault else { return [] }
    switch fault.kind {
    case .doctype: return [doctype]
    case .limitDepth: return [LimitFinding.depth(place(mark(fault.offset)), limits: outcome.limits)]
    case .limitNodes: return [LimitFinding.nodes(place(mark(fault.offset)), limits: outcome.limits)]
    case .limitString(let seen):
      return [LimitFinding.string(place(mark(fault.offset)), seen: seen, limits: outcome.limits)]
    case .limitAttributes(let seen):
      return [LimitFinding.attributes(place(mark(fault.offset)), seen: seen, limits: outcome.limits)]
    case .library(let code, let name, let other):
      return [finding(code: code, name: name, other: other, at: min(fault.offset, source.count))]
    }
  }

  // MARK: - By the codes of xmlParserErrors

  private func finding(code: Int, name: String, other: String, at offset: Int) -> Finding {
    switch code {
    case 76: return mismatch(open: name, closed: other)
    case 4, 5, 77: return end(at: offset)
    case 68: return nameRequired(at: offset)
    case 26, 27:
      let start = max(0, offset - name.utf8.count - 2)
      return syntax(XMLWording.undeclaredEntity(name), range(start, offset))
    case 23: return syntax(XMLWording.openReference, range(back(to: "&", from: offset), offset))
    case 6, 7, 8:
      let start = back(to: "&", from: offset)
      return syntax(XMLWording.characterReference(text(range(start, word(offset)))), range(start, word(offset)))
    case 9: return character(at: offset)
    case 38: return syntax(XMLWording.lessInAttribute, range(offset, offset + 1))
    case 39:
      return endsHere(offset)
        ?? syntax(XMLWording.unquoted(Shown.word(in: source, at: offset)), range(offset, word(offset)))
    case 40: return endsHere(source.count, in: XMLWording.endInAttribute) ?? generic(code, offset)
    case 41: return endsHere(offset) ?? attributeWithoutValue(name, offset)
    case 42, 203: return repeatedAttribute(name, at: offset)
    case 65:
      return endsHere(offset)
        ?? syntax(XMLWording.spaceRequired(Shown.word(in: source, at: offset)), range(offset, word(offset)))
    case 73:
      return endsHere(offset)
        ?? syntax(XMLWording.greaterRequired(Shown.word(in: source, at: offset)), range(offset, word(offset)))
    case 80: return syntax(XMLWording.hyphens, range(offset, offset + 2))
    case 45: return unfinished("<!--", XMLWording.endInComment)
    case 47: return unfinished("<?", XMLWording.endInInstruction)
    case 63: return unfinished("<![CDATA[", XMLWording.endInCDATA)
    case 64: return syntax(XMLWording.reservedName, range(offset - 5, offset))
    case 62:
      // Reported for the whole text.
      let start = find("]]>", from: offset) ?? offset
      return syntax(XMLWording.cdataEnd, range(start, start + 3))
    case 96, 108, 78, 57, 79, 56: return declaration(at: offset)
    case 200, 201, 202, 204, 205: return namespace(code, name, other, at: offset)
    case 0: return endsHere(source.count) ?? generic(code, offset)
    default:
      if starts("<!DOCTYPE", at: outcome.nextTag) { return doctype }
      return generic(code, offset)
    }
  }

  private var doctype: Finding {
    let start = min(outcome.fault?.offset ?? 0, source.count)
    let keyword = starts("<!DOCTYPE", at: start) ? start : outcome.nextTag
    return Finding(
      rule: FormatRule.xmlDoctype, message: XMLWording.doctype, place: place(range(keyword, keyword + 9)))
  }

  private func mismatch(open: String, closed: String) -> Finding {
    let tag = outcome.nextTag
    let close = source[tag...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? source.count
    return syntax(
      XMLWording.mismatch(open: open, closed: text(range(tag + 2, close - 1))), range(tag, close), related: opening)
  }

  /// Codes 4, 5 and 77: nothing at all, the end in the middle of something, or something behind the end.
  private func end(at offset: Int) -> Finding {
    if outcome.openElement != nil {
      if let section = lastUnclosed("<![CDATA[", "]]>") {
        return syntax(XMLWording.endInCDATA, atEnd, related: [related(range(section, section + 9))])
      }
      if outcome.nextTag < source.count, let finding = endsHere(source.count) { return finding }
      return syntax(XMLWording.endInElement(openName), atEnd, related: opening)
    }
    let start = skipSpace(max(offset, document.nodes.isEmpty ? outcome.offset : offset))
    if !document.nodes.isEmpty {
      let isElement = start + 1 < source.count && source[start] == UInt8(ascii: "<")
      return syntax(
        isElement ? XMLWording.secondRoot : XMLWording.behindRoot(Shown.word(in: source, at: start)),
        range(start, word(start)))
    }
    if start >= source.count { return syntax(XMLWording.noRoot, atEnd) }
    if source[start] == UInt8(ascii: "<") {
      return source.count - start < 2 || !source[start...].contains(UInt8(ascii: ">"))
        ? syntax(XMLWording.endInTag, atEnd, related: [related(range(start, start + 1))])
        : syntax(XMLWording.nameExpected(Shown.word(in: source, at: start + 1)), range(start, start + 1))
    }
    return syntax(XMLWording.textBeforeRoot(Shown.word(in: source, at: start)), range(start, word(start)))
  }

  /// Code 68: a name was due where there is none.
  private func nameRequired(at offset: Int) -> Finding {
    guard offset > 0, offset < source.count else {
      return endsHere(source.count) ?? syntax(XMLWording.endInElement(openName), atEnd, related: opening)
    }
    if starts("<!DOCTYPE", at: offset - 1) { return doctype }
    let there = Shown.word(in: source, at: offset)
    switch source[offset - 1] {
    case UInt8(ascii: "&"): return syntax(XMLWording.bareAmpersand, range(offset - 1, offset))
    case UInt8(ascii: "<") where source[offset] == UInt8(ascii: "/") && document.nodes.isEmpty:
      return syntax(XMLWording.endTagFirst, range(offset - 1, offset + 1))
    case UInt8(ascii: "<") where outcome.openElement != nil:
      return syntax(XMLWording.bareLess, range(offset - 1, offset))
    case UInt8(ascii: "<"): return syntax(XMLWording.nameExpected(there), range(offset - 1, offset))
    default: return syntax(XMLWording.attributeOrClose(there), range(offset, word(offset)))
    }
  }

  /// Code 9: a character that XML 1.0 §2.2 leaves out, as it is or by its number.
  private func character(at offset: Int) -> Finding {
    let start = back(to: "&", from: offset)
    if offset > 0, source[offset - 1] == UInt8(ascii: ";"), offset - start >= 3, source[start + 1] == UInt8(ascii: "#")
    {
      return syntax(XMLWording.forbiddenReference(text(range(start, offset))), range(start, offset))
    }
    guard offset < source.count else { return generic(9, offset) }
    return syntax(XMLWording.forbiddenCharacter(Shown.word(in: source, at: offset)), range(offset, word(offset)))
  }

  private func attributeWithoutValue(_ name: String, _ offset: Int) -> Finding {
    let end = backOverSpace(offset)
    return syntax(XMLWording.attributeWithoutValue(name), range(end - name.utf8.count, end))
  }

  /// Codes 42 and 203: the same name twice in one tag, or two prefixes that mean the same.
  private func repeatedAttribute(_ name: String, at offset: Int) -> Finding {
    var scan = XMLTagScan(offset: tagNameEnd)
    var found: [Range<Int>] = []
    source.withUnsafeBufferPointer { bytes in
      while let attribute = scan.next(bytes, end: min(source.count, offset + 1)) { found.append(attribute.name) }
    }
    let wanted = name.split(separator: ":").last.map(String.init) ?? name
    let same = found.filter { text($0) == wanted }
    guard let second = same.last, let first = same.dropLast().last else { return generic(42, offset) }
    return syntax(XMLWording.repeatedAttribute(wanted), second, related: [related(first, label: "first")])
  }

  private func declaration(at offset: Int) -> Finding {
    let start = back(to: "<", from: offset)
    let end = source[offset...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? source.count
    return syntax(XMLWording.declaration(text(range(start, end))), range(start, end))
  }

  private func namespace(_ code: Int, _ name: String, _ other: String, at offset: Int) -> Finding {
    let tag = outcome.nextTag
    let message: LocalizedText
    var place = range(tag, offset)
    switch code {
    case 201:
      message = XMLWording.undeclaredPrefix(name)
      if let prefixed = find("\(name):\(other)", from: tag) { place = range(prefixed, prefixed + name.utf8.count) }
    case 205:
      // The name of a processing instruction, which no tag follows.
      let start = back(to: "<", from: offset)
      message = XMLWording.colon(text(range(start + 2, offset)))
      place = range(start, offset)
    case 200: message = XMLWording.reservedNamespace(name)
    default: message = XMLWording.colon(text(range(tag + 1, tagNameEnd)))
    }
    return Finding(rule: FormatRule.xmlNamespace, message: message, place: self.place(place))
  }

  private func generic(_ code: Int, _ offset: Int) -> Finding {
    syntax(XMLWording.generic(code, Shown.word(in: source, at: offset)), mark(offset))
  }

  /// A finding for a file that ends inside the tag, comment or the like that begins at `nextTag`.
  private func endsHere(_ offset: Int, in message: LocalizedText? = nil) -> Finding? {
    guard offset >= source.count, outcome.nextTag < source.count else { return nil }
    let tag = outcome.nextTag
    if message == nil, starts("<!--", at: tag) { return unfinished("<!--", XMLWording.endInComment) }
    if message == nil, starts("<?", at: tag) { return unfinished("<?", XMLWording.endInInstruction) }
    return syntax(message ?? XMLWording.endInTag, atEnd, related: [related(range(tag, max(tag + 1, tagNameEnd)))])
  }

  private func unfinished(_ opener: String, _ message: LocalizedText) -> Finding {
    let start = find(opener, from: outcome.nextTag) ?? find(opener, from: outcome.offset) ?? outcome.nextTag
    return syntax(message, atEnd, related: [related(range(start, start + opener.utf8.count))])
  }

  // MARK: - Places

  private var source: [UInt8] { document.source }
  private var atEnd: Range<Int> { source.count..<source.count }
  private var path: String { outcome.openElement.map { document.pointer(of: $0) } ?? "" }
  private var openName: String { outcome.openElement.flatMap { document.name(of: $0) } ?? "" }

  /// A range inside the text, whatever the offsets are.
  private func range(_ lower: Int, _ upper: Int) -> Range<Int> {
    let start = min(max(lower, 0), source.count)
    return start..<min(max(upper, start), source.count)
  }

  private func syntax(_ message: LocalizedText, _ range: Range<Int>, related: [RelatedPlace] = []) -> Finding {
    Finding(rule: FormatRule.xmlSyntax, message: message, place: place(range), related: related)
  }

  private func place(_ range: Range<Int>) -> Place {
    let span = Span(start: min(range.lowerBound, source.count), end: min(range.upperBound, source.count))
    return Place(span: span, path: path, value: Shown.value(in: source, span))
  }

  private func related(_ range: Range<Int>, label: String = "opening") -> RelatedPlace {
    RelatedPlace(place: place(range), label: label)
  }

  /// The start tag of the innermost open element, up to the end of its name.
  private var opening: [RelatedPlace] {
    guard let index = outcome.openElement else { return [] }
    let node = document.nodes[index]
    return [related(range(Int(node.start), Int(node.nameStart) + Int(node.nameLength)))]
  }

  /// The byte behind the name of the tag at `nextTag`.
  private var tagNameEnd: Int {
    var end = min(outcome.nextTag + 1, source.count)
    while end < source.count, !XMLTagScan.isSpace(source[end]), source[end] != UInt8(ascii: ">"),
      source[end] != UInt8(ascii: "/")
    { end += 1 }
    return end
  }

  private func mark(_ offset: Int) -> Range<Int> { range(offset, word(offset)) }
  private func word(_ offset: Int) -> Int { Shown.wordSpan(in: source, at: min(offset, source.count)).end }

  private func text(_ range: Range<Int>) -> String {
    guard range.lowerBound < min(range.upperBound, source.count) else { return "" }
    return String(decoding: source[range.lowerBound..<min(range.upperBound, source.count)], as: UTF8.self)
  }

  private func back(to character: Character, from offset: Int) -> Int {
    let byte = character.asciiValue ?? 0
    return source[..<min(offset, source.count)].lastIndex(of: byte) ?? offset
  }

  private func backOverSpace(_ offset: Int) -> Int {
    var end = min(offset, source.count)
    while end > 0, XMLTagScan.isSpace(source[end - 1]) { end -= 1 }
    return end
  }

  private func skipSpace(_ offset: Int) -> Int {
    var start = offset
    while start < source.count, XMLTagScan.isSpace(source[start]) { start += 1 }
    return start
  }

  private func starts(_ text: String, at offset: Int) -> Bool {
    offset <= source.count && source[offset...].starts(with: text.utf8)
  }

  private func find(_ text: String, from offset: Int) -> Int? {
    let pattern = Array(text.utf8)
    guard offset < source.count, let first = pattern.first else { return nil }
    var at = offset
    while let next = source[at...].firstIndex(of: first) {
      if source[next...].starts(with: pattern) { return next }
      at = next + 1
    }
    return nil
  }

  /// The last opener behind the last accepted tag that has no closer.
  private func lastUnclosed(_ opener: String, _ closer: String) -> Int? {
    var at = outcome.offset
    while let start = find(opener, from: at) {
      guard let end = find(closer, from: start) else { return start }
      at = end
    }
    return nil
  }
}
