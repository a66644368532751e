/// The upper halves of the 8-bit character sets that XML files still come in.
enum CharacterSet8 {
  case ascii, latin1, latin9, windows1252

  /// The scalar of a byte from 0x80, or nil where the set has none.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch self {
    case .ascii: return nil
    case .latin1: return Unicode.Scalar(byte)
    case .latin9: return Self.differences[byte] ?? Unicode.Scalar(byte)
    case .windows1252: return byte < 0xA0 ? Self.controls[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
  }

  /// Where ISO-8859-15 differs from ISO-8859-1.
  private static let differences: [UInt8: Unicode.Scalar] = [
    0xA4: "\u{20AC}", 0xA6: "\u{160}", 0xA8: "\u{161}", 0xB4: "\u{17D}", 0xB8: "\u{17E}", 0xBC: "\u{152}",
    0xBD: "\u{153}", 0xBE: "\u{178}",
  ]

  /// 0x80 to 0x9F of windows-1252; 81, 8D, 8F, 90 and 9D stand for nothing.
  private static let controls: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17D}", nil,
    nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", nil, "\u{17E}", "\u{178}",
  ]
}
