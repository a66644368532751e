import Findings

/// What it takes to get the same result again.
struct ReproduceHTML {
  let result: Result

  func write(to page: inout HTMLWriter) {
    page.element("p") { $0.words(Words.reproduceText) }
    page.element("pre", ["class": "command"]) { $0.code(result.command) }
    page.element("dl", ["class": "facts"]) { page in
      page.fact(Words.program) { $0.text("\(result.engine.name) \(result.engine.version)") }
      if let asOf = result.asOf {
        page.fact(Words.lawAsOf) { page in page.element("time", ["datetime": asOf]) { $0.text(asOf) } }
      }
      page.fact(Words.file) { write(result.input, to: &$0) }
      if let previous = result.previous { page.fact(Words.previousReport) { write(previous, to: &$0) } }
      for pack in result.packs { page.fact(Words.rulePack) { write(pack, to: &$0) } }
      page.fact(Words.schema) { write(result.schema, to: &$0) }
    }
  }

  private func write(_ input: Input, to page: inout HTMLWriter) {
    if input.name == "-" { page.words(Words.standardInput) } else { page.text(input.name) }
    page.code(input.digest, class: "digest")
  }

  private func write(_ component: Component, to page: inout HTMLWriter) {
    page.text("\(component.id) \(component.version)")
    page.code(component.digest, class: "digest")
  }
}
