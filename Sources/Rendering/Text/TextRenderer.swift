import Findings

/// Writes findings and a summary the way a compiler does; a report without findings has only its summary.
enum TextRenderer {
  static func render(_ results: [Result], _ language: Language, _ options: RenderingOptions) -> [UInt8] {
    var layout = TextLayout(width: options.width, isColoured: options.colour)
    for (index, result) in results.enumerated() {
      if index > 0 { layout.line() }
      for finding in result.findings {
        FindingText(result: result, finding: finding, language: language).write(to: &layout)
        layout.line()
      }
      SummaryText(result: result, language: language).write(to: &layout)
    }
    if results.count != 1 {
      if !results.isEmpty { layout.line() }
      writeOverview(of: results, in: language, to: &layout)
    }
    return Array(layout.text.utf8)
  }

  /// One line per file.
  private static func writeOverview(of results: [Result], in language: Language, to layout: inout TextLayout) {
    let paint = layout.paint
    let title = Words.reports.filled(results.count, in: language)
    layout.line(paint(results.isEmpty ? title : title + Words.colon[language], .strong))
    let names = results.map { $0.displayName(in: language) }
    let verdicts = results.map { Words.shortVerdict(of: $0)[language] }
    let nameWidth = min(names.map(\.columns).max() ?? 0, 60)
    let verdictWidth = verdicts.map(\.columns).max() ?? 0
    for (index, result) in results.enumerated() {
      let findings = result.countedFindings(in: language)
      layout.line(
        "  ", names[index].padded(to: nameWidth), "  ",
        paint(verdicts[index], result.tone).padding(for: verdicts[index], to: verdictWidth), "  ",
        findings.isEmpty ? Words.noFindings[language] : findings)
    }
  }
}

extension String {
  /// This painted text with spaces behind it as if it were as wide as the text without paint.
  func padding(for plain: String, to width: Int) -> String {
    self + String(repeating: " ", count: max(width - plain.columns, 0))
  }
}

extension Result {
  var tone: Paint.Tone {
    switch verdict {
    case .conformant: counts.waived > 0 ? .doubtful : .good
    case .nonConformant: .bad
    case .indeterminate: .doubtful
    }
  }
}

extension Severity {
  var tone: Paint.Tone {
    switch self {
    case .error: .bad
    case .warning: .doubtful
    case .note: .neutral
    }
  }
}

extension Result {
  /// The name of the report's file, fit to be shown.
  func displayName(in language: Language) -> String { input.name.displayName(in: language) }

  /// `2 errors, 1 note`; empty without findings.
  func countedFindings(in language: Language) -> String {
    var parts: [String] = []
    if counts.errors > 0 { parts.append(Words.errors.filled(counts.errors, in: language)) }
    if counts.warnings > 0 { parts.append(Words.warnings.filled(counts.warnings, in: language)) }
    if counts.notes > 0 { parts.append(Words.notes.filled(counts.notes, in: language)) }
    return parts.joined(separator: ", ")
  }
}
