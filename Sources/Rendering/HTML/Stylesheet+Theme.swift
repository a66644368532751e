import Findings

/// The colours of the page, for light screens, for dark ones and for paper.
extension Stylesheet {
  struct Theme: Sendable {
    let name: String
    /// Six hexadecimal digits behind `#`, by name.
    let colours: [String: String]

    /// The declarations of the custom properties, in the order of the names.
    var declarations: String {
      colours.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
    }
  }

  /// Dark on light.
  static let light = Theme(
    name: "light",
    colours: [
      "ground": "#f4f6f8", "surface": "#ffffff", "ink": "#18212f", "muted": "#4b5666", "line": "#d8dde5",
      "edge": "#7d8797", "brand": "#14366b", "on-brand": "#ffffff", "link": "#0b4a9e", "code": "#f1f3f7",
      "error": "#a3141f", "error-ground": "#fdf1f1", "warning": "#7a4b00", "warning-ground": "#fff7e5",
      "note": "#1f4f8f", "note-ground": "#eff5fc", "good": "#0f6138", "good-ground": "#eff8f2", "mark": "#ffe08a",
      "mark-other": "#dbe7f8", "on-mark": "#18212f", "sign": "#ffffff",
    ])

  /// Light on dark, where the reader prefers it.
  static let dark = Theme(
    name: "dark",
    colours: [
      "ground": "#0f141b", "surface": "#171e28", "ink": "#e8ecf2", "muted": "#aab4c2", "line": "#2d3847",
      "edge": "#74829a", "brand": "#122846", "on-brand": "#f2f6fc", "link": "#8fbaff", "code": "#10161e",
      "error": "#ff9d9a", "error-ground": "#2d191c", "warning": "#f0c26a", "warning-ground": "#2b2416",
      "note": "#9fc5f8", "note-ground": "#162334", "good": "#82d4a6", "good-ground": "#14271e", "mark": "#695100",
      "mark-other": "#26405f", "on-mark": "#fff6d8", "sign": "#171e28",
    ])

  /// Black on white, sparing with ink.
  static let paper = Theme(
    name: "paper",
    colours: [
      "ground": "#ffffff", "surface": "#ffffff", "ink": "#000000", "muted": "#3b4452", "line": "#c4cad3",
      "edge": "#66707f", "brand": "#ffffff", "on-brand": "#000000", "link": "#000000", "code": "#ffffff",
      "error": "#8f0f19", "error-ground": "#ffffff", "warning": "#664000", "warning-ground": "#ffffff",
      "note": "#173e73", "note-ground": "#ffffff", "good": "#0b4d2c", "good-ground": "#ffffff", "mark": "#ffe08a",
      "mark-other": "#e3ebf7", "on-mark": "#000000", "sign": "#ffffff",
    ])

  static let themes = [light, dark, paper]

  /// Which colour stands on which, and the least contrast between them: 4.5 for text, 3 for shapes (WCAG 2.2 AA).
  static let pairs: [(front: String, back: String, least: Double)] =
    [
      "ink surface", "ink ground", "ink code", "muted surface", "muted ground", "muted code", "link surface",
      "link ground", "on-brand brand", "error surface", "error error-ground", "warning surface",
      "warning warning-ground", "note surface", "note note-ground", "good surface", "good good-ground",
      "ink error-ground", "ink warning-ground", "ink good-ground", "muted error-ground", "muted warning-ground",
      "muted good-ground", "on-mark mark", "ink mark-other", "error code", "sign error", "sign warning", "sign good",
      "sign note",
    ].map { pair($0, 4.5) } + ["edge surface", "edge ground"].map { pair($0, 3) }

  private static func pair(_ names: String, _ least: Double) -> (front: String, back: String, least: Double) {
    let parts = names.split(separator: " ").map(String.init)
    return (parts[0], parts[1], least)
  }
}
