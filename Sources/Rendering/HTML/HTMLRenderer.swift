import Findings

/// Writes one page that needs no network and no script and holds all four languages.
///
/// The language asked for is the one that shows first; the reader changes it with radio buttons, which a style sheet
/// obeys. What a hidden language says is not displayed, so neither paper nor a screen reader meets it.
enum HTMLRenderer {
  static func render(_ results: [Result], _ language: Language, _ options: RenderingOptions) -> [UInt8] {
    var title = Words.pagesTitle[language]
    if results.count == 1, let result = results.first {
      let names = [result.report?.provider, result.displayName(in: language)].compactMap(\.self)
      title = ([Words.verdict(of: result)[language]] + names).joined(separator: " – ")
    }
    return page(
      language, title: title, digest: results.count == 1 ? results.first?.input.digest : nil,
      contents: { writeContents(of: results, to: &$0) }, main: { writeMain(results, to: &$0) },
      foot: { page in
        page.element("p") { $0.words(Words.footer) }
        if let engine = results.first?.engine { page.element("p") { $0.text("\(engine.name) \(engine.version)") } }
      })
  }

  /// The frame that all pages have: head, choice of language, table of contents, foot.
  ///
  /// - Parameter digest: What each printed page has at its foot.
  static func page(
    _ language: Language, title: String, digest: String?, contents: (inout HTMLWriter) -> Void,
    main: (inout HTMLWriter) -> Void, foot: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var page = HTMLWriter(language: language)
    page.markup("<!DOCTYPE html>\n")
    page.element("html", ["lang": language.rawValue]) { page in
      writeHead(title: title, digest: digest, to: &page)
      page.element("body") { page in
        page.markup(symbols)
        writeHeader(to: &page)
        page.element("div", ["class": "layout"]) { page in
          contents(&page)
          page.element("main", ["id": "content", "tabindex": "-1"], main)
        }
        page.element("footer", ["class": "foot"], foot)
      }
    }
    return Array(page.html.utf8)
  }

  private static func writeHead(title: String, digest: String?, to page: inout HTMLWriter) {
    page.element("head") { page in
      page.void("meta", ["charset": "utf-8"])
      page.markup("\n")
      page.void(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        ])
      page.markup("\n")
      for (name, content) in [
        ("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark"),
        ("referrer", "no-referrer"), ("robots", "noindex"), ("format-detection", "telephone=no"),
      ] {
        page.void("meta", ["name": name, "content": content])
        page.markup("\n")
      }
      page.element("title") { $0.title(title) }
      page.style(Stylesheet.css(digest: digest))
    }
  }

  private static func writeHeader(to page: inout HTMLWriter) {
    page.element("header", ["class": "bar"]) { page in
      page.element("a", ["class": "skip", "href": "#content"]) { $0.words(Words.skip) }
      page.element("p", ["class": "brand"]) { page in
        page.element("strong") { $0.text("vigie") }
        page.markup(" ")
        page.element("span", ["class": "tagline"]) { $0.words(Words.tagline) }
      }
      page.element("fieldset", ["class": "languages"]) { page in
        page.element("legend", ["class": "sr"]) { $0.words(Words.language) }
        for language in Language.allCases {
          let id = "lang-\(language.rawValue)"
          if language == page.language {
            page.void(
              "input", ["type": "radio", "name": "language", "id": id, "autocomplete": "off", "checked": ""])
          } else {
            page.void("input", ["type": "radio", "name": "language", "id": id, "autocomplete": "off"])
          }
          page.element("label", ["for": id, "lang": language.rawValue]) { $0.text(Words.name(of: language)) }
        }
      }
    }
  }

  private static func writeContents(of results: [Result], to page: inout HTMLWriter) {
    page.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { page in
      page.element("p", ["id": "contents", "class": "label"]) { $0.words(Words.contents) }
      page.element("ul") { page in
        if results.count == 1, let result = results.first {
          for section in ReportHTML(result: result, prefix: "", level: 1).sections {
            page.element("li") { page in
              page.element("a", ["href": "#\(section.id)"]) { $0.words(section.title) }
            }
          }
        } else {
          page.element("li") { page in page.element("a", ["href": "#overview"]) { $0.words(Words.overview) } }
          for (index, result) in results.enumerated() {
            page.element("li") { page in
              page.element("a", ["href": "#report-\(index + 1)"]) { $0.fileName(result) }
            }
          }
        }
      }
    }
  }

  private static func writeMain(_ results: [Result], to page: inout HTMLWriter) {
    if results.count == 1, let result = results.first {
      ReportHTML(result: result, prefix: "", level: 1).write(to: &page)
      return
    }
    OverviewHTML(results: results).write(to: &page)
    for (index, result) in results.enumerated() {
      page.element("article", ["class": "report", "id": "report-\(index + 1)"]) { page in
        ReportHTML(result: result, prefix: "r\(index + 1)-", level: 2).write(to: &page)
      }
    }
  }

  /// The symbols and patterns that the page refers to.
  private static let symbols: StaticString = """
    <svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect class="dots-ground" width="5" height="5"/><circle class="dots-dot" cx="2.5" cy="2.5" r="1.3"/></pattern>
    <symbol id="i-conformant" viewBox="0 0 48 48"><circle cx="24" cy="24" r="22"/>\
    <path class="sign" d="M13.5 25l7.5 7.5L35 17"/></symbol>
    <symbol id="i-nonConformant" viewBox="0 0 48 48"><path d="M15.3 3h17.4L45 15.3v17.4L32.7 45H15.3L3 32.7V15.3z"/>\
    <path class="sign" d="M16.5 16.5l15 15m0-15l-15 15"/></symbol>
    <symbol id="i-indeterminate" viewBox="0 0 48 48"><path d="M24 2l22 22-22 22L2 24z"/>\
    <path class="sign" d="M18.5 19.5c0-7 11-7 11 0 0 4-5.500 4.500-5.500 9"/><circle class="dot" cx="24" cy="34" r="2.400"/>\
    </symbol>
    <symbol id="i-error" viewBox="0 0 20 20"><path d="M6.300 1h7.400L19 6.300v7.400L13.700 19H6.300L1 13.700V6.300z"/>\
    <path class="sign" d="M7 7l6 6m0-6l-6 6"/></symbol>
    <symbol id="i-warning" viewBox="0 0 20 20"><path d="M10 1.500l9 16.500H1z"/>\
    <path class="sign" d="M10 7.500v4.500"/><circle class="dot" cx="10" cy="15" r="1.200"/></symbol>
    <symbol id="i-note" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/>\
    <path class="sign" d="M10 9.500v5"/><circle class="dot" cx="10" cy="6" r="1.200"/></symbol>
    </defs></svg>

    """
}

extension HTMLWriter {
  /// Writes the name of a report's file.
  mutating func fileName(_ result: Result) {
    fileName(result.input.name)
  }

  /// Writes the name of a file.
  mutating func fileName(_ name: String) {
    if name == "-" { words(Words.standardInput) } else { text(name) }
  }
}
