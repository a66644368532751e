/// Lines of plain text, fitted into a width.
struct TextLayout {
  let width: Int
  let paint: Paint
  private(set) var text = ""

  init(width: Int, isColoured: Bool) {
    self.width = max(width, 40)
    paint = Paint(isOn: isColoured)
  }

  /// Writes a finished line: each part has been painted.
  mutating func line(_ parts: String...) {
    for part in parts { text += part }
    text += "\n"
  }

  /// Writes prose behind a painted head, wrapped at spaces; a word longer than a line is not broken.
  ///
  /// - Parameters:
  ///   - columns: The columns that the head takes.
  ///   - indent: The spaces before the second and later lines.
  mutating func prose(head: String = "", columns: Int = 0, _ prose: String, indent: Int, _ tone: Paint.Tone = .plain) {
    let lines = Self.wrapped(visible(prose), first: width - columns, rest: width - indent)
    for (index, line) in lines.enumerated() {
      let margin = index == 0 ? head : String(repeating: " ", count: indent)
      self.line(margin + paint(line, tone))
    }
  }

  /// Breaks text at spaces into lines of at most a number of columns; at least one line.
  static func wrapped(_ text: String, first: Int, rest: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true).map(Substring.init) {
      let width = word.columns
      if columns > 0, columns + 1 + width > (lines.isEmpty ? first : rest) {
        lines.append(line)
        line = ""
        columns = 0
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      line += word
      columns += width
    }
    lines.append(line)
    return lines
  }
}

extension String {
  /// This text with spaces behind it up to a number of columns.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - columns, 0)) }

  /// This text with spaces before it up to a number of columns.
  func aligned(to width: Int) -> String { String(repeating: " ", count: max(width - columns, 0)) + self }
}
