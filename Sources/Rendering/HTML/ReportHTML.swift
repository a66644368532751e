import Findings

/// One report on the page, from the verdict to the command that gives it again.
struct ReportHTML {
  let result: Result
  /// What the ids of this report begin with; empty where the page has one report.
  let prefix: String
  /// The level of the heading that states the verdict.
  let level: Int
  /// The ids of the findings on the page.
  private let anchors: [String]
  /// The rules whose findings count towards the verdict, gravest first.
  private let repairs: [RuleFindings]

  init(result: Result, prefix: String, level: Int) {
    self.result = result
    self.prefix = prefix
    self.level = level
    anchors = result.anchors(prefix: prefix)
    repairs = RuleFindings.all(of: result).compactMap(\.withoutWaived).filter { $0.severity.rank <= result.failOn.rank }
  }

  /// The sections that this result has, in their order.
  var sections: [(id: String, title: LocalizedText)] {
    var sections = [("result", Words.result)]
    if !repairs.isEmpty { sections.append(("first", Words.repairFirst)) }
    sections.append(("identity", Words.identity))
    if !result.strands.isEmpty { sections.append(("strands", Words.strands)) }
    if !result.indicators.isEmpty { sections.append(("indicators", Words.indicators)) }
    sections += [
      ("findings", Words.findings), ("rules", Words.otherRules), ("unchecked", Words.unchecked),
      ("reproduce", Words.reproduce),
    ]
    return sections.map { (prefix + $0.0, $0.1) }
  }

  /// How many rules the list of first repairs names.
  private static let repairLimit = 5

  func write(to page: inout HTMLWriter) {
    writeVerdict(to: &page)
    if !repairs.isEmpty { writeRepairs(to: &page) }
    section("identity", Words.identity, to: &page, IdentityHTML(result: result).write)
    if !result.strands.isEmpty { section("strands", Words.strands, to: &page, ScoresHTML(result: result).write) }
    if !result.indicators.isEmpty {
      section("indicators", Words.indicators, to: &page, IndicatorsHTML(indicators: result.indicators).write)
    }
    section(
      "findings", Words.findings, to: &page, FindingsHTML(result: result, anchors: anchors, level: level + 2).write)
    section("rules", Words.otherRules, to: &page, RulesHTML(result: result, level: level + 2).write)
    section("unchecked", Words.unchecked, to: &page) { page in
      if result.unchecked.isEmpty {
        page.element("p") { $0.words(Words.nothingUnchecked) }
      } else {
        page.element("ul", ["class": "prose"]) { page in
          for sentence in result.unchecked { page.element("li") { $0.prose(sentence) } }
        }
      }
    }
    section("reproduce", Words.reproduce, to: &page, ReproduceHTML(result: result).write)
  }

  private func section(
    _ id: String, _ title: LocalizedText, to page: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    let id = prefix + id
    page.element("section", attributes(id: id, class: "panel")) { page in
      page.heading(level + 1, id: "\(id)-h") { $0.words(title) }
      body(&page)
    }
  }

  /// Only where the page has one report is a section a landmark: the same landmarks for each report are none.
  private func attributes(id: String, class name: String) -> HTMLWriter.Attributes {
    level == 1 ? ["class": name, "id": id, "aria-labelledby": "\(id)-h"] : ["class": name, "id": id]
  }

  private func writeVerdict(to page: inout HTMLWriter) {
    let id = prefix + "result"
    page.element("section", attributes(id: id, class: "hero \(result.verdict.rawValue)")) { page in
      page.icon(result.verdict.rawValue)
      page.element("div", ["class": "statement"]) { page in
        page.element("p", ["class": "eyebrow"]) { page in
          page.text(result.report?.provider ?? "")
          if result.report?.provider != nil { page.text(" · ") }
          if let period = result.period { page.words(period) } else { page.fileName(result) }
        }
        page.heading(level, id: "\(id)-h") { $0.words(Words.verdict(of: result)) }
        page.element("p", ["class": "meaning"]) { page in
          page.words(Words.meaning(of: result).filled(["severity": Words.severity(result.failOn)]))
        }
        if result.counts.waived > 0 {
          page.element("p", ["class": "notice"]) { $0.words(Words.waivedNotice.filled(result.counts.waived)) }
        }
        writeTally(to: &page)
      }
    }
  }

  /// The numbers of findings, each with its symbol.
  private func writeTally(to page: inout HTMLWriter) {
    let counts = result.counts
    page.element("ul", ["class": "tally"]) { page in
      for (severity, number, phrase) in [
        (Severity.error, counts.errors, Words.errors), (.warning, counts.warnings, Words.warnings),
        (.note, counts.notes, Words.notes),
      ] {
        page.element("li", ["class": number > 0 ? severity.rawValue : "zero"]) { page in
          page.icon(severity.rawValue)
          page.words(phrase.filled(number))
        }
      }
    }
  }

  private func writeRepairs(to page: inout HTMLWriter) {
    section("first", Words.repairFirst, to: &page) { page in
      page.element("ol", ["class": "first"]) { page in
        for repair in repairs.prefix(Self.repairLimit) {
          guard let (index, finding) = repair.findings.first else { continue }
          page.element("li") { page in
            page.element("a", ["href": "#\(anchors[index])"]) {
              $0.prose(finding.message)
            }
            page.element("span", ["class": "meta"]) { page in
              page.code(repair.rule)
              if repair.findings.count > 1 {
                page.text(" · ")
                page.words(Words.places.filled(repair.findings.count))
              }
            }
          }
        }
      }
      let more = repairs.count - Self.repairLimit
      if more > 0 { page.element("p", ["class": "meta"]) { $0.words(Words.moreToRepair.filled(more)) } }
    }
  }
}

extension HTMLWriter {
  /// Writes a heading, 1 to 6.
  mutating func heading(_ level: Int, id: String? = nil, _ body: (inout HTMLWriter) -> Void) {
    let attributes: Attributes = if let id { ["id": id] } else { [:] }
    switch level {
    case 1: element("h1", attributes, body)
    case 2: element("h2", attributes, body)
    case 3: element("h3", attributes, body)
    case 4: element("h4", attributes, body)
    case 5: element("h5", attributes, body)
    default: element("h6", attributes, body)
    }
  }

  /// Writes a term and what it stands for.
  mutating func fact(_ term: LocalizedText, _ body: (inout HTMLWriter) -> Void) {
    element("div") { page in
      page.element("dt") { $0.words(term.capitalised) }
      page.element("dd", [:], body)
    }
  }

  /// Writes a schema or pack with its version.
  mutating func component(_ component: Component) {
    words(component.title)
    text(" (")
    code(component.id)
    text(" \(component.version))")
  }
}

extension LocalizedText {
  /// With a capital at the beginning: a label as a heading.
  var capitalised: LocalizedText { map { $1.prefix(1).uppercased() + $1.dropFirst() } }
}

extension Result {
  /// The ids of the findings on the page, the same in every run: `f-` and the finding's id, or a number without one.
  func anchors(prefix: String) -> [String] {
    var seen: Set<String> = []
    return findings.enumerated().map { index, finding in
      let isPlain =
        finding.id.utf8.count <= 80
        && finding.id.unicodeScalars.allSatisfy {
          switch $0 {
          case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
          default: false
          }
        }
      let isUsable = isPlain && !finding.id.isEmpty && seen.insert(finding.id).inserted
      return prefix + (isUsable ? "f-\(finding.id)" : "n-\(index + 1)")
    }
  }
}
