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
      if let overlay = result.overlay {
        page.fact(Words.overlay) { write(overlay.name, overlay.digest, to: &$0) }
      }
      if let waivers = result.waivers {
        page.fact(Words.waiverFile) { write(waivers.name, waivers.digest, to: &$0) }
      }
      for pack in result.packs { page.fact(Words.rulePack) { write(pack, to: &$0) } }
      page.fact(Words.schema) { write(result.schema, to: &$0) }
    }
  }

  private func write(_ input: Input, to page: inout HTMLWriter) {
    write(input.name, input.digest, to: &page)
  }

  private func write(_ name: String, _ digest: String, to page: inout HTMLWriter) {
    page.fileName(name)
    page.code(digest, class: "digest")
  }

  private func write(_ component: Component, to page: inout HTMLWriter) {
    page.text("\(component.id) \(component.version)")
    page.code(component.digest, class: "digest")
  }
}
