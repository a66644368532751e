import Documents
import Findings

/// A random XML text that knows where every element, attribute and text begins and ends.
struct GeneratedXML {
  /// What a node must be.
  struct Expected: Equatable {
    var kind: NodeKind
    var span: Span
    var name: Span?
    var namespace: String
    var text: String
  }

  private(set) var bytes: [UInt8] = []
  private(set) var expected: [Expected] = []
  private var random: SeededRandom
  private var identifier = 0

  /// - Parameter rows: The least number of children of the root, each on a line of its own.
  init(seed: UInt64, rows: Int = 0) {
    random = SeededRandom(seed)
    if random.chance(30) { write("\u{FEFF}") }
    if random.chance(50) { write("<?xml version=\"1.0\" encoding='UTF-8'?>") }
    misc()
    element(depth: 0, rows: rows)
    misc()
  }

  private mutating func element(depth: Int, rows: Int = 0) {
    let index = expected.count
    let start = bytes.count
    let isPrefixed = random.chance(30)
    write(isPrefixed ? "<p:" : "<")
    let local = ["a", "é", "name-\u{1F600}".prefix(5) + "x", "report", "a.b_c"][random.below(5)]
    let name = write(String(local))
    let namespace = isPrefixed ? "urn:p" : depth == 0 || expected.isEmpty ? "urn:r" : "urn:r"
    expected.append(
      Expected(kind: .element, span: Span(start: start, end: 0), name: name, namespace: namespace, text: ""))
    if depth == 0 { write(" xmlns='urn:r'\n\txmlns:p=\"urn:p\"") }
    attributes()
    if random.chance(15), rows == 0 {
      write(random.chance(50) ? "/>" : " />")
      expected[index].span.end = bytes.count
      return
    }
    write(random.chance(20) ? "\n>" : ">")
    if rows > 0 {
      for _ in 0..<rows {
        write("\r\n\t")
        element(depth: depth + 1)
      }
      misc()
    } else if depth < 6, random.chance(50) {
      mixed(depth: depth)
    } else {
      text(isOnly: true)
    }
    write(isPrefixed ? "</p:" : "</")
    write(String(local))
    write(random.chance(20) ? " \n>" : ">")
    expected[index].span.end = bytes.count
  }

  /// Children with layout, comments and texts between them.
  private mutating func mixed(depth: Int) {
    for _ in 0...random.below(4) {
      misc()
      element(depth: depth + 1)
      if random.chance(30) {
        text(isOnly: false)
        write("<!-- -->")
      }
      misc()
    }
  }

  private mutating func attributes() {
    for _ in 0..<(random.chance(40) ? random.below(4) : 0) {
      identifier += 1
      write([" ", "\n", "\r\n\t", "  "][random.below(4)])
      let isPrefixed = random.chance(30)
      if isPrefixed { write("p:") }
      let name = write("at\(identifier)")
      write([" = ", "=", "=\n"][random.below(3)])
      let quote = random.chance(50) ? "'" : "\""
      write(quote)
      let start = bytes.count
      var meant = ""
      for _ in 0..<random.below(5) {
        let pieces: [(String, String)] = [
          ("x", "x"), (">", ">"), ("/>", "/>"), ("ü\u{1F600}", "ü\u{1F600}"), ("&amp;", "&"), ("&#x9;", "\t"),
          ("\t", " "), ("\r\n", " "), ("\n", " "), ("&quot;&apos;", "\"'"), ("=", "="),
        ]
        let piece = pieces[random.below(pieces.count)]
        write(piece.0)
        meant += piece.1
      }
      expected.append(
        Expected(
          kind: .attribute, span: Span(start: start, end: bytes.count), name: name,
          namespace: isPrefixed ? "urn:p" : "", text: meant))
      write(quote)
    }
  }

  /// One run of text that is not white space alone, or nothing.
  private mutating func text(isOnly: Bool) {
    let start = bytes.count
    var meant = ""
    let pieces: [(String, String)] = [
      ("plain text", "plain text"), ("é日本", "é日本"), ("\u{1F600}", "\u{1F600}"), ("&lt;", "<"), ("&#233;", "é"),
      ("&#x1F600;", "\u{1F600}"), ("<![CDATA[<a> & ]] ]]>", "<a> & ]] "), ("\r\n", "\n"), ("\n", "\n"), ("\t", "\t"),
      ("]", "]"), (">", ">"), ("<![CDATA[]]>", ""), (" ", " "),
    ]
    if !isOnly {
      write("t")
      meant += "t"
    }
    for _ in 0..<random.below(6) {
      let piece = pieces[random.below(pieces.count)]
      // ]]> must not come together by chance.
      if piece.0 == ">", bytes.last == UInt8(ascii: "]") { continue }
      write(piece.0)
      meant += piece.1
    }
    guard !meant.isEmpty else { return }
    expected.append(
      Expected(kind: .text, span: Span(start: start, end: bytes.count), name: nil, namespace: "", text: meant))
  }

  /// Layout, comments and processing instructions, which make no nodes.
  private mutating func misc() {
    for _ in 0..<random.below(3) {
      let pieces = [" ", "\n", "\r\n", "\t", "<!-- <a> & \u{1F600} > -->", "<?pi <b> & ?>", "<!---->", "<?p?>"]
      write(pieces[random.below(pieces.count)])
    }
  }

  @discardableResult
  private mutating func write(_ text: String) -> Span {
    let start = bytes.count
    bytes += Array(text.utf8)
    return Span(start: start, end: bytes.count)
  }
}
