import Findings

/// One finding as text: what is the case, where, why it matters, what to do.
struct FindingText {
  let result: Result
  let finding: Finding
  let language: Language

  private var descriptor: RuleDescriptor? { result.rules.first { $0.id == finding.rule } }

  func write(to layout: inout TextLayout) {
    let paint = layout.paint
    let mark = finding.waiver == nil ? "" : " (\(Words.waiver[language]))"
    let head = Words.severity(finding.severity)[language] + "[\(visible(finding.rule))]" + mark
    let colon = Words.colon[language] + " "
    layout.prose(
      head: paint(head, finding.severity.tone) + paint(colon, .strong), columns: head.columns + colon.columns,
      finding.message[language], indent: 2, .strong)
    let gutter = gutterWidth
    writePlaces(to: &layout, gutter: gutter)
    if let waiver = finding.waiver {
      note(Words.waiver, Words.text(of: waiver)[language], to: &layout, gutter: gutter)
    }
    for working in finding.workings.prefix(Self.workingLimit) {
      note(Words.calculation, working.written(in: language), to: &layout, gutter: gutter)
    }
    if finding.workings.count > Self.workingLimit {
      note(
        Words.calculation, Words.moreCalculations.filled(finding.workings.count - Self.workingLimit, in: language),
        to: &layout, gutter: gutter)
    }
    for citation in descriptor?.basis ?? [] {
      let url = citation.url.map { " <\($0)>" } ?? ""
      note(Words.basis, "\(citation.title), \(citation.clause)\(url)", to: &layout, gutter: gutter)
    }
    if let status = descriptor?.status {
      note(Words.status, Words.status(status)[language], to: &layout, gutter: gutter)
    }
    if let help = finding.advice ?? descriptor?.help {
      note(Words.help, help[language], to: &layout, gutter: gutter)
    }
    if !finding.id.isEmpty { note(Words.finding, finding.id, to: &layout, gutter: gutter) }
  }

  /// How many related places are shown; the others are counted.
  private static let relatedLimit = 12
  /// How many calculations are shown; the others are counted.
  private static let workingLimit = 5

  private var places: [(place: Place, label: String)] {
    var places = [(place: finding.place, label: "")]
    for related in finding.related.prefix(Self.relatedLimit) {
      let suffix = related.place.missing == nil ? "" : Words.colon[language] + " " + Words.notStated[language]
      places.append((related.place, related.label + suffix))
    }
    return places
  }

  private var gutterWidth: Int {
    max(places.compactMap { $0.place.region.map { String($0.start.line).utf8.count } }.max() ?? 1, 1)
  }

  /// All that is marked on the line of a place.
  private func focus(of place: Place) -> Range<Int> {
    let ranges = places.map(\.place).filter { other in
      other.source == place.source && other.region?.start.line == place.region?.start.line
        && other.region?.excerpt == place.region?.excerpt && other.region?.excerptColumn == place.region?.excerptColumn
    }.compactMap { Excerpt($0.region)?.range }
    return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  private func writePlaces(to layout: inout TextLayout, gutter: Int) {
    let margin = String(repeating: " ", count: gutter)
    let paint = layout.paint
    var shown: (line: Int, text: String)?
    for (index, (place, label)) in places.enumerated() {
      let isSameFile = index > 0 && places[index - 1].place.source == place.source
      let excerpt = Excerpt(place.region)
      if !isSameFile || excerpt == nil {
        layout.line(margin, paint(index == 0 ? "--> " : "::: ", .frame), paint(position(of: place), .plain))
        if excerpt != nil { layout.line(margin, paint(" |", .frame)) }
        shown = nil
      } else if let line = excerpt?.line, let last = shown?.line, line != last, line != last + 1 {
        layout.line(paint("...", .frame))
      }
      if let excerpt {
        let text = ExcerptText(
          excerpt: excerpt, label: label, mark: index == 0 ? "^" : "-", language: language, focus: focus(of: place)
        ).write(
          to: &layout, gutter: gutter, after: shown?.line == excerpt.line ? shown?.text : nil,
          tone: index == 0 ? finding.severity.tone : .frame)
        shown = (excerpt.line, text)
      } else {
        writeWithoutExcerpt(place, label: label, to: &layout, gutter: gutter)
      }
    }
    let hidden = max(finding.related.count - Self.relatedLimit, 0) + finding.omitted
    if hidden > 0 {
      layout.line(margin, paint(" | ", .frame), "… " + Words.morePlaces.filled(hidden, in: language))
    }
    if let path = finding.place.path.isEmpty ? nil : finding.place.path {
      layout.line(margin, paint(" |", .frame))
      note(Words.path, path, to: &layout, gutter: gutter)
    } else if shown != nil {
      layout.line(margin, paint(" |", .frame))
    }
  }

  /// A place whose text the result does not hold: its label and value are all there is to say.
  private func writeWithoutExcerpt(_ place: Place, label: String, to layout: inout TextLayout, gutter: Int) {
    var parts: [String] = []
    if !label.isEmpty { parts.append(label) }
    if let value = place.value { parts.append(value) }
    var text = parts.joined(separator: " = ")
    if place.isWithheld { text += (text.isEmpty ? "" : " ") + "(\(Words.withheld[language]))" }
    guard !text.isEmpty else { return }
    let margin = String(repeating: " ", count: gutter)
    layout.prose(head: margin + layout.paint(" | ", .frame), columns: gutter + 3, text, indent: gutter + 3)
  }

  /// `file:line:column`, as far as it is known.
  private func position(of place: Place) -> String {
    let name = result.displayName(of: place.source, in: language)
    guard let start = place.region?.start else { return name }
    return "\(name):\(start.line):\(start.column)"
  }

  private func note(_ label: LocalizedText, _ text: String, to layout: inout TextLayout, gutter: Int) {
    let head = label[language] + Words.colon[language] + " "
    let margin = String(repeating: " ", count: gutter)
    layout.prose(
      head: margin + layout.paint(" = ", .frame) + layout.paint(head, .strong), columns: gutter + 3 + head.columns,
      text, indent: gutter + 3 + head.columns)
  }
}

extension Place {
  /// Whether there is text at the place that the result was not allowed to hold.
  var isWithheld: Bool { span.count > 0 && value == nil && region?.excerpt.isEmpty == true }
}
