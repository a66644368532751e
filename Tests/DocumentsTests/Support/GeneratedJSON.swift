import Documents
import Findings

/// A random JSON text that knows where every value and name begins and ends.
struct GeneratedJSON {
  /// What a node must be.
  struct Expected: Equatable {
    var kind: NodeKind
    var span: Span
    var name: Span?
    var flags: NodeFlags
    var text: String
  }

  private(set) var bytes: [UInt8] = []
  private(set) var expected: [Expected] = []
  private var random: SeededRandom

  /// - Parameter rows: The least number of members of the root, each on a line of its own.
  init(seed: UInt64, rows: Int = 0) {
    random = SeededRandom(seed)
    if random.chance(30) { bytes += [0xEF, 0xBB, 0xBF] }
    space()
    if rows > 0 {
      container(isObject: false, name: nil, flags: [], depth: 0, count: rows)
    } else {
      value(name: nil, flags: [], depth: 0)
    }
    space()
  }

  private mutating func value(name: Span?, flags: NodeFlags, depth: Int) {
    switch random.below(depth > 6 ? 6 : 10) {
    case 0: literal("null", .null, name, flags)
    case 1: literal(random.chance(50) ? "true" : "false", nil, name, flags)
    case 2, 3:
      let number = ["0", "-1", "12.50", "1e9", "-0.1E-07", "98765432109876543210"][random.below(6)]
      literal(number, .number, name, flags)
    case 4, 5:
      let start = bytes.count
      let (text, isEscaped) = string()
      let span = Span(start: start, end: bytes.count)
      expected.append(
        Expected(kind: .string, span: span, name: name, flags: isEscaped ? flags.union(.escaped) : flags, text: text))
    case 6, 7: container(isObject: false, name: name, flags: flags, depth: depth, count: random.below(5))
    default: container(isObject: true, name: name, flags: flags, depth: depth, count: random.below(6))
    }
  }

  private mutating func container(isObject: Bool, name: Span?, flags: NodeFlags, depth: Int, count: Int) {
    let index = expected.count
    let span = Span(start: bytes.count, end: 0)
    expected.append(Expected(kind: isObject ? .object : .array, span: span, name: name, flags: flags, text: ""))
    bytes.append(UInt8(ascii: isObject ? "{" : "["))
    for item in 0..<count {
      if item > 0 {
        space()
        bytes.append(UInt8(ascii: ","))
      }
      space()
      guard isObject else {
        value(name: nil, flags: [], depth: depth + 1)
        continue
      }
      let start = bytes.count + 1
      let (_, isEscaped) = string(unique: item)
      let name = Span(start: start, end: bytes.count - 1)
      space()
      bytes.append(UInt8(ascii: ":"))
      space()
      value(name: name, flags: isEscaped ? [.member, .nameEscaped] : .member, depth: depth + 1)
    }
    space()
    bytes.append(UInt8(ascii: isObject ? "}" : "]"))
    expected[index].span.end = bytes.count
  }

  private mutating func literal(_ text: String, _ kind: NodeKind?, _ name: Span?, _ flags: NodeFlags) {
    let span = Span(start: bytes.count, end: bytes.count + text.utf8.count)
    bytes += Array(text.utf8)
    let kind = kind ?? (text == "true" ? .true : .false)
    expected.append(Expected(kind: kind, span: span, name: name, flags: flags, text: text))
  }

  /// Writes a string; returns what it means and whether it has escapes.
  private mutating func string(unique: Int? = nil) -> (String, Bool) {
    let pieces: [(written: String, meant: String)] = [
      ("a", "a"), ("longer text", "longer text"), ("é", "é"), ("日本", "日本"), ("\u{1F600}", "\u{1F600}"),
      ("\\n", "\n"), ("\\\"", "\""), ("\\\\", "\\"), ("\\u00e9", "é"), ("\\ud83d\\ude00", "\u{1F600}"),
      ("{[,]}", "{[,]}"),
    ]
    var meant = ""
    var isEscaped = false
    bytes.append(UInt8(ascii: "\""))
    for _ in 0..<random.below(6) {
      let piece = pieces[random.below(pieces.count)]
      bytes += Array(piece.written.utf8)
      meant += piece.meant
      isEscaped = isEscaped || piece.written.hasPrefix("\\")
    }
    if let unique {
      bytes += Array("#\(unique)".utf8)
      meant += "#\(unique)"
    }
    bytes.append(UInt8(ascii: "\""))
    return (meant, isEscaped)
  }

  private mutating func space() {
    let choices = ["", "", " ", "\n", "\r\n", "\t", "\r", "          \n"]
    bytes += Array(choices[random.below(choices.count)].utf8)
  }
}
