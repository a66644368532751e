import Findings

/// What was checked: who reports on what, the files, the rules and the law.
struct IdentityHTML {
  let result: Result

  func write(to page: inout HTMLWriter) {
    if result.report == nil { page.element("p") { $0.words(Words.unreadIdentity) } }
    page.element("dl", ["class": "facts"]) { page in
      if let report = result.report { write(of: report, to: &page) }
      page.fact(Words.file) { page in
        page.fileName(result)
        page.text(" (\(result.input.syntax.uppercased()), ")
        page.words(Words.bytes.filled(result.input.bytes))
        page.text(", ")
        page.words(Words.lines.filled(result.input.lines))
        page.text(")")
      }
      page.fact(Words.digest) { $0.code(result.input.digest, class: "digest") }
      if let previous = result.previous { page.fact(Words.previousReport) { $0.text(previous.name) } }
      if let asOf = result.asOf { page.fact(Words.lawAsOf) { page in page.words { $0.date(asOf) } } }
      for pack in result.packs { page.fact(Words.rulePack) { $0.component(pack) } }
      for item in result.inapplicablePacks {
        page.fact(Words.inapplicablePack) { page in
          page.component(item.pack)
          page.words(Words.colon)
          page.text(" ")
          page.words(item.reason)
        }
      }
      if let overlay = result.overlay {
        page.fact(Words.overlay) {
          write(overlay.name, Words.switchedOff.filled(overlay.rules), overlay.digest, to: &$0)
        }
      }
      if let waivers = result.waivers {
        page.fact(Words.waiverFile) { write(waivers.name, Words.contents(of: waivers), waivers.digest, to: &$0) }
      }
      page.fact(Words.schema) { $0.component(result.schema) }
      page.fact(Words.threshold) { $0.words(Words.severity(result.failOn)) }
    }
  }

  /// A file that goes beside the report.
  private func write(_ name: String, _ contents: LocalizedText, _ digest: String, to page: inout HTMLWriter) {
    page.fileName(name)
    page.text(" (")
    page.words(contents)
    page.text(")")
    page.code(digest, class: "digest")
  }

  private func write(of report: ReportIdentity, to page: inout HTMLWriter) {
    page.fact(Words.provider) { $0.textOrNotStated(report.provider) }
    page.fact(Words.period) { page in
      if let period = result.period { page.words(period) } else { page.words(Words.notStated) }
    }
    page.fact(Words.services) {
      $0.textOrNotStated(report.services.isEmpty ? nil : report.services.joined(separator: ", "))
    }
    page.fact(Words.reportIdentifier) { page in
      page.textOrNotStated(report.id)
      if let version = report.version {
        page.text(", ")
        page.words(Words.version)
        page.text(" \(version)")
      }
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func textOrNotStated(_ value: String?) {
    if let value { text(value) } else { words(Words.notStated) }
  }
}
