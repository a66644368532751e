import Findings

/// What a run amounts to, as text.
struct SummaryText {
  let result: Result
  let language: Language

  func write(to layout: inout TextLayout) {
    let paint = layout.paint
    layout.line(
      paint(result.displayName(in: language) + Words.colon[language] + " ", .strong),
      paint(Words.verdict(of: result)[language], result.tone))
    if result.counts.waived > 0 {
      layout.prose(
        head: "  ", columns: 2, Words.waivedNotice.filled(result.counts.waived, in: language), indent: 2, .doubtful)
    }
    if let identity { layout.prose(head: "  ", columns: 2, identity, indent: 2) }
    layout.line()
    writeCounts(to: &layout)
    writeFiles(to: &layout)
    writeUndecided(to: &layout)
    writeStrands(to: &layout)
    writeIndicators(to: &layout)
    writeUnchecked(to: &layout)
    layout.line()
    layout.prose(head: "  ", columns: 2, versions, indent: 2)
  }

  /// Who reports on what period.
  private var identity: String? {
    guard let report = result.report else { return nil }
    var parts: [String] = []
    if let provider = report.provider { parts.append(provider) }
    if let from = report.from, let to = report.to {
      parts.append(
        Words.fromTo[language].filled(["from": language.date(from), "to": language.date(to)]))
    }
    if !report.services.isEmpty { parts.append(report.services.joined(separator: ", ")) }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private func writeCounts(to layout: inout TextLayout) {
    let counts = result.counts
    let colon = Words.colon[language] + " "
    let rules = [
      Words.passed.filled(counts.passed, in: language), Words.failed.filled(counts.failed, in: language),
      Words.undecided.filled(counts.cantTell, in: language),
      Words.inapplicable.filled(counts.inapplicable, in: language),
    ].joined(separator: ", ")
    let labels = [Words.rulesTotal[language], Words.findings[language]]
    let width = labels.map(\.columns).max() ?? 0
    var findings = result.countedFindings(in: language)
    if counts.waived > 0 { findings += " (\(Words.waived.filled(counts.waived, in: language)))" }
    let none = Words.noFindings[language]
    let values = ["\(language.integer(counts.rules)) (\(rules))", findings.isEmpty ? none : findings]
    for (label, value) in zip(labels, values) {
      let head = "  " + (label + colon).padded(to: width + colon.columns)
      layout.prose(head: head, columns: head.columns, value, indent: head.columns)
    }
  }

  /// What switched rules off and what waives findings.
  private func writeFiles(to layout: inout TextLayout) {
    let colon = Words.colon[language] + " "
    var files: [(label: LocalizedText, name: String, text: String, digest: String)] = []
    if let overlay = result.overlay {
      files.append(
        (Words.overlay, overlay.name, Words.switchedOff.filled(overlay.rules, in: language), overlay.digest))
    }
    if let waivers = result.waivers {
      files.append((Words.waiverFile, waivers.name, Words.contents(of: waivers)[language], waivers.digest))
    }
    for file in files {
      let head = "  " + file.label.capitalised[language] + colon
      let text = "\(file.name.displayName(in: language)) (\(file.text)), \(file.digest)"
      layout.prose(head: head, columns: head.columns, text, indent: 4)
    }
  }

  /// The undecided rules by the reason that they share.
  private func writeUndecided(to layout: inout TextLayout) {
    guard result.counts.cantTell > 0 else { return }
    let undecided = RuleEnding.all(of: result).filter { $0.kind == .cantTell }
    heading(Words.undecidedRules, to: &layout)
    var order: [String] = []
    var rules: [String: [String]] = [:]
    for rule in undecided {
      let reasons = rule.reasons.map { $0.reason[language] }.joined(separator: "; ")
      let text = reasons.isEmpty ? rule.descriptor?.title[language] ?? "" : reasons
      if rules[text] == nil { order.append(text) }
      rules[text, default: []].append(visible(rule.id))
    }
    for text in order {
      let ids = rules[text] ?? []
      guard ids.count > 1 else {
        let head = "    " + (ids.first ?? "") + Words.colon[language] + " "
        layout.prose(head: head, columns: head.columns, text, indent: 6)
        continue
      }
      layout.prose(head: "    ", columns: 4, text, indent: 6)
      layout.prose(head: "      ", columns: 6, ids.joined(separator: ", "), indent: 6)
    }
  }

  private func writeStrands(to layout: inout TextLayout) {
    guard !result.strands.isEmpty else { return }
    heading(Words.strands, to: &layout)
    let heads = [OutcomeKind.passed, .failed, .cantTell, .inapplicable].map { kind in
      Words.outcome(kind)[language].split(separator: " ").map(String.init)
    }
    let widths = heads.map { $0.map(\.columns).max() ?? 0 } + [5]
    let names = result.strands.map { visible("\($0.id) \($0.title[language])") }
    let figures = widths.reduce(4) { $0 + $1 + 2 }
    let nameWidth = min(names.map(\.columns).max() ?? 0, max(layout.width - figures, 20))
    // A head of several words stands on several lines, so that the table fits into 80 columns.
    let height = heads.map(\.count).max() ?? 0
    for row in 0..<height {
      var line = "".padded(to: nameWidth + 4)
      for (words, width) in zip(heads, widths) {
        let index = row - (height - words.count)
        line += "  " + (index < 0 ? "" : words[index]).aligned(to: width)
      }
      layout.line(line)
    }
    for (name, strand) in zip(names, result.strands) {
      let values =
        [strand.passed, strand.failed, strand.cantTell, strand.inapplicable].map(language.integer)
        + [strand.percent.map(language.percent) ?? "–"]
      let lines = TextLayout.wrapped(name, first: nameWidth, rest: nameWidth - 3)
      var row = "    " + (lines.first ?? "").padded(to: nameWidth)
      for (value, width) in zip(values, widths) { row += "  " + value.aligned(to: width) }
      layout.line(row)
      for line in lines.dropFirst() { layout.line("       ", line) }
    }
  }

  private func writeIndicators(to layout: inout TextLayout) {
    guard !result.indicators.isEmpty else { return }
    heading(Words.indicators, to: &layout)
    let values = result.indicators.map { indicator in
      visible(indicator.value.map { indicator.written($0, in: language) } ?? "–")
    }
    let width = min(values.map(\.columns).max() ?? 0, 24)
    for (indicator, value) in zip(result.indicators, values) {
      var text = indicator.title[language]
      if let previous = indicator.previous {
        text += " (\(Words.previousValue[language]) \(indicator.written(previous, in: language)))"
      }
      if indicator.value == nil { text += Words.colon[language] + " " + (indicator.reason ?? Words.noValue)[language] }
      layout.prose(head: "    " + value.aligned(to: width) + "  ", columns: width + 6, text, indent: width + 6)
    }
  }

  private func writeUnchecked(to layout: inout TextLayout) {
    guard !result.unchecked.isEmpty || !result.inapplicablePacks.isEmpty else { return }
    heading(Words.unchecked, to: &layout)
    for sentence in result.unchecked {
      layout.prose(head: "    - ", columns: 6, sentence[language], indent: 6)
    }
    for item in result.inapplicablePacks {
      let text = item.pack.title[language] + Words.colon[language] + " " + item.reason[language]
      layout.prose(head: "    - ", columns: 6, text, indent: 6)
    }
  }

  /// The date of the law and the versions of all that was used.
  private var versions: String {
    let components = result.packs + [result.schema]
    let law = result.asOf.map { [Words.lawAsOf[language] + " " + language.date($0)] } ?? []
    return
      (law + components.map { "\($0.id) \($0.version)" } + ["\(result.engine.name) \(result.engine.version)"])
      .joined(separator: " · ")
  }

  private func heading(_ title: LocalizedText, to layout: inout TextLayout) {
    layout.line()
    layout.line("  ", layout.paint(title[language], .strong))
  }
}
