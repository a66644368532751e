/// The encoding that the first bytes of a source show, by a byte order mark or by where its NUL bytes are.
enum UnicodeForm: String {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"

  /// Looks at up to four bytes; XML 1.0 appendix F and RFC 4627 §3 use the same patterns.
  /// - Returns: The form and the length of its byte order mark in bytes, 0 without one.
  static func detect(_ source: [UInt8]) -> (form: UnicodeForm, mark: Int) {
    let first = source.prefix(4)
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if first.elementsEqual([0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if first.elementsEqual([0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if first.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if first.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard first.count >= 2 else { return (.utf8, 0) }
    let zeros = first.map { $0 == 0 }
    switch zeros {
    case [false, true, true, true]: return (.utf32LittleEndian, 0)
    case [true, true, true, false]: return (.utf32BigEndian, 0)
    case [false, true, false, true], [false, true]: return (.utf16LittleEndian, 0)
    case [true, false, true, false], [true, false]: return (.utf16BigEndian, 0)
    default: return (.utf8, 0)
    }
  }
}
