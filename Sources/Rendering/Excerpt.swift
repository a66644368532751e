import Findings

/// The source line of a place in three parts; the text is as it stands in the report, not yet made visible.
struct Excerpt {
  /// 1-based.
  let line: Int
  let before: String
  /// Empty where something is missing.
  let marked: String
  let after: String
  /// Whether the line begins to the left of `before`.
  let isCut: Bool
  /// Where the range ends, if it goes on after this line.
  let end: Position?

  /// Nil where the result holds no text: the place was not looked up, or the engine must not quote it.
  init?(_ region: Region?) {
    guard let region, !region.excerpt.isEmpty else { return nil }
    let scalars = Array(region.excerpt.unicodeScalars)
    func index(_ column: Int) -> Int { min(max(column - region.excerptColumn, 0), scalars.count) }
    let start = index(region.start.column)
    let continues = region.end.line > region.start.line
    let end = continues ? scalars.count : max(start, index(region.end.column))
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    line = region.start.line
    before = text(0..<start)
    marked = text(start..<end)
    after = text(end..<scalars.count)
    isCut = region.excerptColumn > 1
    self.end = continues ? region.end : nil
  }
}

extension Excerpt {
  /// The scalars of the line that are marked.
  var range: Range<Int> {
    let start = before.unicodeScalars.count
    return start..<start + marked.unicodeScalars.count
  }
}

/// Text in which tabs have become spaces and what cannot be seen has become visible; columns count from a tab stop.
struct ExpandedText {
  /// One element per scalar of the source, with the columns that it takes.
  private(set) var cells: [(text: String, columns: Int)] = []
  private(set) var columns = 0

  /// The width of a tab stop.
  static let tabStop = 4

  mutating func append(_ source: String) {
    for scalar in source.unicodeScalars {
      if scalar == "\t" {
        let width = Self.tabStop - columns % Self.tabStop
        cells.append((String(repeating: " ", count: width), width))
      } else if scalar.isConcealed {
        cells.append((scalar.escape, scalar.escape.utf8.count))
      } else {
        cells.append((String(scalar), scalar.columns))
      }
      columns += cells[cells.count - 1].columns
    }
  }
}
