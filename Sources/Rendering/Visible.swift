/// Returns text with each scalar that cannot be seen, or that moves or hides its neighbours, written as `\u{1B}`.
///
/// Whatever comes from a report goes through here before it meets a terminal or a page: control characters, escape
/// sequences, bidirectional controls, zero-width and other invisible characters, line and paragraph separators.
public func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) || !text.unicodeScalars.contains(where: \.isConcealed) {
    return text
  }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isConcealed { result.append(contentsOf: scalar.escape.unicodeScalars) } else { result.append(scalar) }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether a reader would not see the scalar, or would see others in a wrong place because of it.
  var isConcealed: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xA0 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    // Variation selectors belong to the character before them; other ignorable characters pose as nothing.
    if 0xFE00...0xFE0F ~= value { return false }
    return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
  }

  /// The scalar in the notation of Swift and Rust.
  var escape: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The number of terminal columns that the scalar takes: 0, 1 or 2.
  var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if 0x1160...0x11FF ~= value { return 0 }
    if 0x1F1E6...0x1F1FF ~= value { return 1 }
    if Self.wide.contains(where: { $0 ~= value }) || properties.isEmojiPresentation { return 2 }
    return 1
  }

  /// The blocks of Unicode whose characters are wide (UAX #11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF,
    0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The number of terminal columns that the text takes.
  var columns: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}
