import Findings

/// The source lines of a finding with what they are about marked, one block for each file.
struct SourceHTML {
  let result: Result
  let finding: Finding

  /// How many related places are marked in the source; the others are listed only.
  static let relatedLimit = 12

  /// A line with the ranges that are marked on it.
  private struct Line {
    let number: Int
    let region: Region
    /// Ranges of scalars of the excerpt, ascending; the range of the first place is the main one.
    var marks: [(range: Range<Int>, isMain: Bool)] = []
    /// The names of the members that belong here and are not there.
    var missing: [String] = []
    /// Where a range that begins here ends, if on another line.
    var end: Position?
  }

  func write(to page: inout HTMLWriter) {
    let places = [finding.place] + finding.related.prefix(Self.relatedLimit).map(\.place)
    for source in [finding.place.source] + SourceRole.allCases.filter({ $0 != finding.place.source }) {
      let own = places.filter { $0.source == source }
      guard let first = own.first else { continue }
      page.element("figure", ["class": "source"]) { page in
        page.element("figcaption") { page in
          page.position(of: first, in: result)
          if !first.path.isEmpty {
            page.text(" · ")
            page.code(first.path)
          }
        }
        let lines = lines(of: own)
        if lines.isEmpty {
          if first.isWithheld { page.element("p", ["class": "withheld"]) { $0.words(Words.withheld.capitalised) } }
        } else {
          page.element("div", ["class": "lines"]) { write(lines, to: &$0) }
        }
      }
    }
  }

  /// The lines of the places, ascending; the places on one line share it.
  private func lines(of places: [Place]) -> [Line] {
    var lines: [Line] = []
    for place in places {
      guard let region = place.region, let excerpt = Excerpt(region) else { continue }
      let mark = (excerpt.range, place == finding.place)
      let index = lines.firstIndex {
        $0.number == region.start.line && $0.region.excerptColumn == region.excerptColumn
          && $0.region.excerpt == region.excerpt
      }
      let missing = [place.missing].compactMap { $0 }
      if let index {
        lines[index].marks.append(mark)
        lines[index].missing += missing
        lines[index].end = lines[index].end ?? excerpt.end
      } else {
        lines.append(
          Line(number: region.start.line, region: region, marks: [mark], missing: missing, end: excerpt.end))
      }
    }
    return lines.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map(\.element)
  }

  private func write(_ lines: [Line], to page: inout HTMLWriter) {
    var last: Int?
    for line in lines {
      if let last, line.number > last + 1 {
        page.element("div", ["class": "gap", "aria-hidden": "true"]) { $0.text("⋯") }
      }
      last = line.number
      page.element("div", ["class": "line"]) { page in
        page.element("span", ["class": "n"]) { $0.text(String(line.number)) }
        page.element("code") { write(line, to: &$0) }
      }
      for name in line.missing {
        page.element("p", ["class": "continues"]) { page in
          page.code(name)
          page.words(Words.colon)
          page.text(" ")
          page.words(Words.notStated)
        }
      }
      if let end = line.end {
        page.element("p", ["class": "continues"]) { page in
          page.words {
            Words.rangeEnds[$0].filled(["line": $0.integer(end.line), "column": $0.integer(end.column)])
          }
        }
      }
    }
  }

  private func write(_ line: Line, to page: inout HTMLWriter) {
    let scalars = Array(line.region.excerpt.unicodeScalars)
    if line.region.excerptColumn > 1 { page.text("…") }
    var position = 0
    var columns = 0
    // Ranges that overlap one before them are left out: the operands name every place.
    for mark in line.marks.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    })
    where mark.range.lowerBound >= position {
      page.text(Self.expanded(scalars[position..<mark.range.lowerBound], &columns))
      page.element("mark", ["class": mark.isMain ? "main" : "other"]) {
        $0.text(Self.expanded(scalars[mark.range], &columns))
      }
      position = mark.range.upperBound
    }
    page.text(Self.expanded(scalars[position...], &columns))
  }

  /// Text with tabs as spaces up to the next tab stop; the writer makes the rest visible.
  private static func expanded(_ scalars: ArraySlice<Unicode.Scalar>, _ columns: inout Int) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" {
        let width = ExpandedText.tabStop - columns % ExpandedText.tabStop
        result.append(contentsOf: repeatElement(" ", count: width))
        columns += width
      } else {
        result.append(scalar)
        columns += scalar.isConcealed ? scalar.escape.utf8.count : scalar.columns
      }
    }
    return String(result)
  }
}
