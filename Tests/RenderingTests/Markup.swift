/// The tags of a page, read in the strictest way: an attribute is always quoted, a text has no `<`.
struct Markup {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
  }

  private(set) var tags: [Tag] = []
  /// Whether every element that was opened was closed in its turn.
  private(set) var isBalanced = true

  private static let voids: Set<String> = ["meta", "input", "!DOCTYPE"]

  init(_ html: String) {
    var open: [String] = []
    var rest = Substring(html).unicodeScalars
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      let isEnd = rest.first == "/"
      if isEnd { rest = rest.dropFirst() }
      let name = String(Substring(rest.prefix { $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "!" }))
      rest = rest.dropFirst(name.unicodeScalars.count)
      var tag = Tag(name: name)
      var isSelfClosed = false
      while let scalar = rest.first, scalar != ">" {
        if scalar == "/" { isSelfClosed = true }
        if scalar == " " || scalar == "/" {
          rest = rest.dropFirst()
          continue
        }
        let attribute = rest.prefix { $0 != "=" && $0 != ">" && $0 != " " && $0 != "/" }
        rest = rest.dropFirst(attribute.count)
        var value = ""
        if rest.first == "=" {
          rest = rest.dropFirst()
          if rest.first != "\"" { isBalanced = false }
          let quoted = rest.dropFirst().prefix { $0 != "\"" }
          value = String(Substring(quoted))
          rest = rest.dropFirst(quoted.count + 2)
        }
        tag.attributes.append((String(Substring(attribute)), value))
      }
      rest = rest.dropFirst()
      if isEnd {
        if open.popLast() != name { isBalanced = false }
      } else {
        tags.append(tag)
        if !isSelfClosed, !Self.voids.contains(name) { open.append(name) }
      }
    }
    if !open.isEmpty { isBalanced = false }
  }
}
