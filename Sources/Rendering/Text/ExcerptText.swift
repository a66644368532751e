import Findings

/// A source line with its number and a line of marks below it.
struct ExcerptText {
  let excerpt: Excerpt
  /// What the place is to the finding; empty for the first place.
  let label: String
  let mark: Character
  let language: Language
  /// All that is marked on the line, by this place and by others: they share a window where it is wide enough.
  let focus: Range<Int>

  /// Writes the line, unless it is the line that was written before, and the marks.
  ///
  /// - Returns: The line as written: two windows of one long line are two lines.
  func write(to layout: inout TextLayout, gutter: Int, after previous: String?, tone: Paint.Tone) -> String {
    var line = ExpandedText()
    line.append(excerpt.before)
    let start = line.cells.count
    line.append(excerpt.marked)
    let end = line.cells.count
    line.append(excerpt.after)

    let columns = layout.width - gutter - 5
    let isShared = line.cells[focus].reduce(0) { $0 + $1.columns } <= columns
    let window = Self.window(of: line.cells, around: isShared ? focus : start..<end, columns: columns)
    let lead = excerpt.isCut || window.lowerBound > 0 ? "…" : ""
    let trail = window.upperBound < line.cells.count ? "…" : ""
    let paint = layout.paint
    let text = Self.trimmed(" " + lead + line.cells[window].map(\.text).joined() + trail)
    if text != previous { layout.line(paint(String(excerpt.line).aligned(to: gutter) + " |", .frame), text) }
    let indent = line.cells[window.lowerBound..<start].reduce(0) { $0 + $1.columns } + lead.columns
    let width = line.cells[start..<min(end, window.upperBound)].reduce(0) { $0 + $1.columns }
    var marks = String(repeating: mark, count: max(width, 1))
    if !label.isEmpty { marks += " " + visible(label) }
    if let end = excerpt.end {
      let text = Words.rangeEnds[language].filled(["line": String(end.line), "column": String(end.column)])
      marks += " " + text
    }
    layout.line(
      paint(String(repeating: " ", count: gutter) + " | ", .frame), String(repeating: " ", count: indent),
      paint(marks, tone))
    return text
  }

  /// The cells that fit, with the start of the marked ones among them.
  private static func window(
    of cells: [(text: String, columns: Int)], around marks: Range<Int>, columns: Int
  ) -> Range<Int> {
    let total = cells.reduce(0) { $0 + $1.columns }
    if total <= columns { return 0..<cells.count }
    var first = marks.lowerBound
    var room = columns
    // What is marked comes first, then as much before it as leaves a quarter, then what follows.
    let marked = min(cells[marks].reduce(0) { $0 + $1.columns }, columns)
    room -= marked
    var before = max(room * 3 / 4, 0)
    while first > 0, cells[first - 1].columns <= before {
      first -= 1
      before -= cells[first].columns
    }
    var last = first
    var used = 0
    while last < cells.count, used + cells[last].columns <= columns {
      used += cells[last].columns
      last += 1
    }
    return first..<max(last, marks.lowerBound)
  }

  /// Without spaces at its end.
  private static func trimmed(_ text: String) -> String {
    var view = text.unicodeScalars
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
