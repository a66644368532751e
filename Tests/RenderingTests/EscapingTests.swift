import Findings
import Foundation
import Rendering
import Testing

/// Everything from a report is hostile.
struct EscapingTests {
  static let ours = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</style><script>",
    "javascript:alert(1)", "https://evil.example/\u{202E}gpj", "--></title><iframe>", "\u{1B}]0;x\u{7}\u{1B}[2J",
    "a\u{202E}b\u{2066}c\u{2069}", "\u{200B}\u{FEFF}\u{200F}", "\u{9B}31m\u{85}", "\u{0}", "\r\n\t", "e\u{301}\u{338}",
    "\u{E0041}\u{AD}\u{FFFF}", "{n} {severity} {line}", "`", "` `a` `", "url(#x);}*{display:none", "", " ", "\u{338}",
  ]

  static let naughty: [String] = {
    let shared =
      ProcessInfo.processInfo.environment["VIGIE_SHARED_DATA"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).appending(path: "../../../../shared/data").standardized
    let file = shared.appending(path: "strings/blns.json")
    guard let data = try? Data(contentsOf: file), let strings = try? JSONDecoder().decode([String].self, from: data)
    else {
      print("skipped: \(file.path) is not here")
      return []
    }
    return strings
  }()

  /// Elements that a page of ours may contain.
  static let elements: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect", "symbol",
    "circle", "path", "use", "header", "p", "strong", "span", "fieldset", "legend", "input", "label", "div", "nav",
    "ul",
    "li", "ol", "main", "section", "h1", "h2", "h3", "h4", "h5", "dl", "dt", "dd", "code", "table", "caption", "thead",
    "tr", "th", "tbody", "td", "data", "figure", "figcaption", "mark", "details", "summary", "pre", "time", "footer",
    "article",
  ]

  @Test func `no markup of a page comes from data`() {
    for text in Self.ours + Self.naughty {
      let html = String(decoding: render(Fixture.hostile(text), as: .html, in: .fr), as: UTF8.self)
      let page = Markup(html)
      let isBalanced = page.isBalanced
      #expect(isBalanced, "\(text.debugDescription)")
      let strange = Set(page.tags.map(\.name)).subtracting(Self.elements)
      #expect(strange.isEmpty, "\(text.debugDescription)")
      for tag in page.tags {
        let active = tag.attributes.first { $0.name.hasPrefix("on") || $0.name == "style" || $0.name == "src" }
        #expect(active == nil)
        if let address = tag.attributes.first(where: { $0.name == "href" })?.value {
          let isOurs = address.hasPrefix("#")
          let isCitation = address.hasPrefix("https://") || address.hasPrefix("http://")
          #expect(isOurs || tag.name == "a" && isCitation, "\(address)")
        }
      }
      let hidden = html.unicodeScalars.first { Self.isHidden($0) && $0 != "\n" }
      #expect(hidden == nil, "\(text.debugDescription)")
    }
  }

  @Test func `no scalar of a report moves a terminal or hides`() {
    for text in Self.ours + Self.naughty {
      let output = String(decoding: render(Fixture.hostile(text), as: .text, in: .nl), as: UTF8.self)
      let hidden = output.unicodeScalars.first { Self.isHidden($0) && $0 != "\n" }
      #expect(hidden == nil, "\(text.debugDescription)")
    }
  }

  @Test func `what cannot be seen is written as an escape`() {
    #expect(visible("a\u{1B}[0m\u{202E}\u{200B}\u{85}\n") == #"a\u{1B}[0m\u{202E}\u{200B}\u{85}\u{A}"#)
    #expect(visible("é 消息 😀 ‘x’ a\u{301}\u{FE0F}") == "é 消息 😀 ‘x’ a\u{301}\u{FE0F}")
  }

  @Test func `only an address of the web becomes a link`() {
    for url in [
      "javascript:alert(1)", "data:text/html,x", "//x.example", "https:///x", "https://a b", "http://x\u{202E}",
    ] {
      var result = Fixture.hostile("plain")
      result.rules[0].basis[0].url = url
      let html = String(decoding: render(result, as: .html, in: .en), as: UTF8.self)
      let hasLink = html.contains("rel=\"external")
      #expect(!hasLink, "\(url)")
    }
  }

  @Test func `a browser finds no element of data in a page`() throws {
    guard let browser = Tool("chromium") else {
      print("skipped: chromium is not here")
      return
    }
    // Eight strings share a result, which spares the browser seven eighths of the page.
    let strings = Self.ours + Self.naughty
    let results = stride(from: 0, to: strings.count, by: 8).map { start in
      Fixture.hostile(strings[start..<min(start + 8, strings.count)].joined(separator: " "))
    }
    let html = String(decoding: render(results, as: .html, in: .en), as: UTF8.self)
    // The probe needs script, which the page forbids; the copy that is probed does without the policy.
    let probe = """
      <script>document.title = "probe " + [
        document.querySelectorAll("script, img, iframe, object, embed, form, link, base, video, audio").length,
        [...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => a.name.startsWith("on"))).length,
        document.querySelectorAll("article.report").length,
        document.documentElement.scrollWidth <= innerWidth
      ].join(" ")</script></body>
      """
    let open = html.replacingOccurrences(of: "<meta http-equiv=\"Content-Security-Policy\"", with: "<meta name=\"x\"")
      .replacingOccurrences(of: "</body>", with: probe)
    let file = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID().uuidString).html")
    let profile = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID().uuidString)")
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: profile)
    }
    try Data(open.utf8).write(to: file)
    let outcome = browser.run([
      "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile.path)", "--dump-dom",
      file.absoluteString,
    ])
    guard outcome.output.contains("<title>") else {
      print("skipped: chromium did not start (status \(outcome.status))")
      return
    }
    let title = outcome.output.components(separatedBy: "<title>").dropFirst().first?.prefix { $0 != "<" }
    #expect(title == "probe 1 0 \(results.count) true")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
