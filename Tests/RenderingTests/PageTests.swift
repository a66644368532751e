import Findings
import Foundation
import Testing

@testable import Rendering

struct PageTests {
  static let pages = [
    [Fixture.conformant], [Fixture.nonConformant], [Fixture.unreadable],
    [Fixture.conformant, Fixture.nonConformant, Fixture.nonConformant], [],
  ].map { String(decoding: render($0, as: .html, in: .nl), as: UTF8.self) }

  @Test func `a page asks for nothing`() {
    for page in Self.pages {
      let isClosed = page.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;")
      #expect(isClosed)
      for tag in Markup(page).tags {
        #expect(!["script", "link", "img", "iframe", "object"].contains(tag.name))
        let addresses = tag.attributes.filter { $0.value.contains("://") }.map(\.name)
        #expect(addresses.isEmpty || tag.name == "a" && addresses == ["href"])
      }
      let style = page.components(separatedBy: "</style>")[0]
      let loads = style.contains("@import") || style.contains("://") || style.contains("data:")
      #expect(!loads)
    }
  }

  @Test func `each id stands once and each link within the page finds one`() {
    for page in Self.pages {
      let tags = Markup(page).tags
      let ids = tags.flatMap { $0.attributes.filter { $0.name == "id" }.map(\.value) }
      #expect(Set(ids).count == ids.count)
      for tag in tags {
        for (name, value) in tag.attributes {
          if name == "href", value.hasPrefix("#") { #expect(ids.contains(String(value.dropFirst()))) }
          if name == "aria-labelledby" || name == "for" { #expect(ids.contains(value)) }
        }
      }
    }
  }

  @Test func `headings go down one level at a time`() {
    for page in Self.pages {
      var last = 0
      var tops = 0
      for level in Markup(page).tags.compactMap({ $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }) {
        #expect(level <= last + 1)
        last = level
        if level == 1 { tops += 1 }
      }
      #expect(tops == 1)
    }
  }

  @Test func `every text stands in four languages, each with its lang`() {
    for page in Self.pages {
      #expect(page.contains("<html lang=\"nl\">"))
      let tags = Markup(page).tags
      for language in Language.allCases {
        let own = tags.filter { $0.attributes.contains { $0.name == "class" && $0.value == "t \(language.rawValue)" } }
        #expect(!own.isEmpty)
        let isMarked = own.allSatisfy { $0.attributes.contains { $0.name == "lang" && $0.value == language.rawValue } }
        #expect(isMarked)
      }
      let chosen = tags.filter { $0.attributes.contains { $0.name == "checked" } }
      #expect(chosen.count == 1)
      #expect(chosen.first?.attributes.contains { $0.value == "lang-nl" } == true)
    }
  }

  @Test func `a finding has its own address, the same in every language`() {
    let anchor = "id=\"f-f2c0ffee\""
    for language in Language.allCases {
      let page = String(decoding: render(Fixture.nonConformant, as: .html, in: language), as: UTF8.self)
      #expect(page.contains(anchor))
    }
    var twins = Fixture.nonConformant
    twins.findings[1].id = twins.findings[0].id
    twins.findings[2].id = "\"><b>"
    #expect(twins.anchors(prefix: "")[..<3] == ["f-f0c0ffee", "n-2", "n-3"])
  }

  @Test func `a thousand findings make less than three megabytes`() {
    var result = Fixture.nonConformant
    result.findings = (0..<1000).map { index in
      var finding = result.findings[index % 4]
      finding.id = "f\(index)"
      return finding
    }
    #expect(render(result, as: .html, in: .en).count < 3_000_000)
  }

  @Test func `the command that gives the result again is quoted for a shell`() {
    var result = Fixture.conformant
    #expect(
      result.command == "vigie check --as-of 2026-10-01 --fail-on error --rules child-focus-2020 acme-2026-h1.xml")
    result.input.name = "-rf it's $(x)"
    #expect(
      result.command
        == #"vigie check --as-of 2026-10-01 --fail-on error --rules child-focus-2020 -- '-rf it'\''s $(x)'"#)
  }

  @Test func `text that must not be quoted is not there`() {
    let page = String(decoding: render(Fixture.nonConformant, as: .html, in: .en), as: UTF8.self)
    #expect(page.contains(Words.withheld.capitalised.en))
  }

  @Test(arguments: Stylesheet.themes)
  func `colours meet WCAG AA`(theme: Stylesheet.Theme) throws {
    for (front, back, least) in Stylesheet.pairs {
      let ratio = try Self.contrast(#require(theme.colours[front]), #require(theme.colours[back]))
      #expect(ratio >= least, "\(theme.name): \(front) on \(back) is \(ratio)")
    }
  }

  /// The contrast of two colours, WCAG 2.2.
  private static func contrast(_ first: String, _ second: String) -> Double {
    let light = [first, second].map(luminance).sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
