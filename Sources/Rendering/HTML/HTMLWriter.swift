import Findings

/// Writes HTML in which all text is escaped; markup comes from element names and attribute names alone.
struct HTMLWriter {
  private(set) var html = ""
  /// The language that `<html lang>` names, in which the page first appears.
  let language: Language

  init(language: Language) { self.language = language }

  typealias Attributes = KeyValuePairs<String, String>

  /// Writes markup of ours that has no parts; never data.
  mutating func markup(_ markup: StaticString) { html += "\(markup)" }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    body(&self)
    html += "</\(name)>"
    if Self.isBlock("\(name)") { html += "\n" }
  }

  /// Writes an element that cannot have content.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    html += "<\(name)"
    for (attribute, value) in attributes {
      html += " \(attribute)"
      if !value.isEmpty || attribute == "value" { html += "=\"\(Self.escaped(visible(value)))\"" }
    }
    html += ">"
  }

  /// Writes text, with what cannot be seen set apart.
  mutating func text(_ text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      html += Self.escaped(text)
      return
    }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isConcealed {
        html += Self.escaped(String(plain)) + "<span class=\"esc\">\(scalar.escape)</span>"
        plain.removeAll()
      } else {
        plain.append(scalar)
      }
    }
    html += Self.escaped(String(plain))
  }

  /// Writes text where no element may stand.
  mutating func title(_ text: String) { html += Self.escaped(visible(text)) }

  /// Writes a text in all languages, of which the style sheet shows one; the same text is written once.
  mutating func words(_ words: LocalizedText) { write(words) { $0.text($1) } }

  /// Writes a text in all languages, with what stands between two backquotes as code.
  mutating func prose(_ words: LocalizedText) {
    write(words) { page, text in
      let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      // Without its partner a backquote is a backquote.
      guard !parts.count.isMultiple(of: 2) else { return page.text(text) }
      for (index, part) in parts.enumerated() {
        if index.isMultiple(of: 2) { page.text(part) } else { page.code(part) }
      }
    }
  }

  private mutating func write(_ words: LocalizedText, _ body: (inout HTMLWriter, String) -> Void) {
    var groups: [(text: String, languages: [Language])] = []
    for language in Language.allCases {
      let text = words[language]
      if let index = groups.firstIndex(where: { $0.text.utf8.elementsEqual(text.utf8) }) {
        groups[index].languages.append(language)
      } else {
        groups.append((text, [language]))
      }
    }
    if groups.count == 1 { return body(&self, words[language]) }
    for (text, languages) in groups {
      let classes = (["t"] + languages.map(\.rawValue)).joined(separator: " ")
      // Figures and dates alone are the same in several languages; they need a language only where they have words.
      if languages.count == 1, let language = languages.first {
        element("span", ["class": classes, "lang": language.rawValue]) { body(&$0, text) }
      } else {
        element("span", ["class": classes]) { body(&$0, text) }
      }
    }
  }

  /// Writes a number or a date in the form of each language.
  mutating func words(_ form: (Language) -> String) { words(LocalizedText(form)) }

  mutating func code(_ text: String, class name: String = "") {
    element("code", name.isEmpty ? [:] : ["class": name]) { $0.text(text) }
  }

  /// Writes a symbol of the page; the text beside it says the same.
  mutating func icon(_ name: String) {
    html += "<svg class=\"icon \(name)\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-\(name)\"/></svg>"
  }

  /// Writes the style sheet: ours, and safe to stand in an element.
  mutating func style(_ css: String) { html += "<style>\n\(css)</style>\n" }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isBlock(_ name: String) -> Bool {
    switch name {
    case "a", "span", "code", "mark", "strong", "svg", "rect", "label", "legend", "summary", "data", "time": false
    default: true
    }
  }
}
