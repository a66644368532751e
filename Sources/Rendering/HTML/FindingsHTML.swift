import Findings

/// The findings by strand, and in a strand by rule; those of form come first, because others may follow from them.
struct FindingsHTML {
  let result: Result
  /// The ids of the findings on the page.
  let anchors: [String]
  let level: Int

  func write(to page: inout HTMLWriter) {
    guard !result.findings.isEmpty else {
      page.element("p") { $0.words(Words.noFindings) }
      return
    }
    let isMany = result.findings.count > Self.manyFindings
    for group in groups {
      page.element("div", ["class": isMany ? "group many" : "group"]) { page in
        page.heading(level) { page in
          if let id = group.id {
            page.element("span", ["class": "strand"]) { $0.text(id) }
            page.text(" ")
          }
          page.words(group.title)
        }
        for rule in group.rules { write(rule, to: &page) }
      }
    }
  }

  /// From how many findings on a browser lays out only those in sight.
  private static let manyFindings = 200

  private var groups: [(id: String?, title: LocalizedText, rules: [RuleFindings])] {
    let rules = RuleFindings.all(of: result)
    var strands: [(id: String?, title: LocalizedText)] = [(nil, Words.form)]
    strands += result.strands.map { ($0.id, $0.title) }
    for strand in rules.compactMap({ $0.descriptor?.strand }) where !strands.contains(where: { $0.id == strand }) {
      strands.append((strand, Words.strand))
    }
    return strands.compactMap { strand in
      let own = rules.filter { $0.descriptor?.strand == strand.id }
      return own.isEmpty ? nil : (strand.id, strand.title, own)
    }
  }

  private func write(_ rule: RuleFindings, to page: inout HTMLWriter) {
    page.element("div", ["class": "rule \(rule.severity.rawValue)"]) { page in
      page.heading(level + 1) { page in
        page.element("span", ["class": "badge \(rule.severity.rawValue)"]) { page in
          page.icon(rule.severity.rawValue)
          page.words(Words.severity(rule.severity))
        }
        page.text(" ")
        page.code(rule.rule)
        page.text(" ")
        if let title = rule.descriptor?.title { page.words(title) }
      }
      if rule.findings.count > 1 {
        let unlisted = result.outcomes.count { $0.rule == rule.rule && $0.isUnlisted }
        page.element("p", ["class": "meta"]) { page in
          page.words(Words.places.filled(rule.findings.count))
          if unlisted > 0 {
            page.text(" ")
            page.words(Words.morePlaces.filled(unlisted))
          }
        }
      }
      for (index, finding) in rule.findings { write(finding, anchor: anchors[index], to: &page) }
      if let descriptor = rule.descriptor {
        // Where each finding has its own advice, the advice of the rule adds nothing.
        let isAdvised = rule.findings.allSatisfy { $0.finding.advice != nil }
        write(descriptor, withHelp: !isAdvised, to: &page)
      }
    }
  }

  private func write(_ finding: Finding, anchor: String, to page: inout HTMLWriter) {
    let name = finding.waiver == nil ? "finding" : "finding waived"
    page.element("div", ["class": name, "id": anchor]) { page in
      page.element("p", ["class": "message"]) { page in
        page.prose(finding.message)
        page.text(" ")
        page.element("a", ["class": "anchor", "href": "#\(anchor)"]) { page in
          page.element("span", ["class": "sr"]) { $0.words(Words.permalink) }
          page.element("span", ["aria-hidden": "true"]) { $0.text("#") }
        }
      }
      if let waiver = finding.waiver {
        page.element("p", ["class": "waiver"]) { page in
          page.element("strong") { page in
            page.words(Words.waiver.capitalised)
            page.words(Words.colon)
          }
          page.text(" ")
          page.words(Words.text(of: waiver))
        }
      }
      writeWorkings(finding.workings, to: &page)
      SourceHTML(result: result, finding: finding).write(to: &page)
      if !finding.related.isEmpty { writeOperands(finding, to: &page) }
      if let advice = finding.advice {
        page.element("p", ["class": "advice"]) { page in
          page.element("strong") { page in
            page.words(Words.howToRepair)
            page.words(Words.colon)
          }
          page.text(" ")
          page.prose(advice)
        }
      }
    }
  }

  private func writeWorkings(_ workings: [Working], to page: inout HTMLWriter) {
    guard !workings.isEmpty else { return }
    page.element("div", ["class": "workings"]) { page in
      page.element("p", ["class": "label"]) { $0.words(Words.calculation.capitalised) }
      for working in workings.prefix(Self.workingLimit) {
        page.element("p", ["class": "working"]) { $0.words { working.written(in: $0) } }
      }
      let hidden = workings.count - Self.workingLimit
      if hidden > 0 {
        page.element("p", ["class": "meta"]) { $0.words { "… " + Words.moreCalculations.filled(hidden, in: $0) } }
      }
    }
  }

  /// How many calculations of a finding are shown; the others are counted.
  private static let workingLimit = 12

  private func writeOperands(_ finding: Finding, to page: inout HTMLWriter) {
    page.element("div", ["class": "operands"]) { page in
      page.element("p", ["class": "label"]) { $0.words(Words.operands) }
      let shown = finding.related.prefix(SourceHTML.relatedLimit)
      let rest = finding.related.dropFirst(SourceHTML.relatedLimit)
      write([RelatedPlace(place: finding.place, label: "")] + shown, to: &page)
      if !rest.isEmpty {
        page.element("details") { page in
          page.element("summary") { $0.words { "… " + Words.morePlaces.filled(rest.count, in: $0) } }
          write(Array(rest), to: &page)
        }
      }
      if finding.omitted > 0 {
        page.element("p", ["class": "meta"]) { $0.words(Words.unlistedPlaces.filled(finding.omitted)) }
      }
    }
  }

  private func write(_ places: [RelatedPlace], to page: inout HTMLWriter) {
    page.element("dl") { page in
      for related in places {
        page.element("div") { page in
          page.element("dt") { page in
            if related.label.isEmpty { page.words(Words.foundHere) } else { page.code(related.label) }
          }
          page.element("dd") { write(related.place, to: &$0) }
        }
      }
    }
  }

  private func write(_ place: Place, to page: inout HTMLWriter) {
    if let value = place.value { page.code(value, class: "value") }
    if place.missing != nil { page.element("span", ["class": "value"]) { $0.words(Words.notStated) } }
    page.element("span", ["class": "where"]) { page in
      page.file(of: place, in: result)
      if let start = place.region?.start { page.text(":\(start.line):\(start.column)") }
      if !place.path.isEmpty {
        page.text(" · ")
        page.code(place.path)
      }
    }
  }

  private func write(_ descriptor: RuleDescriptor, withHelp: Bool, to page: inout HTMLWriter) {
    page.element("dl", ["class": "why"]) { page in
      if withHelp { page.fact(Words.howToRepair) { $0.prose(descriptor.help) } }
      page.fact(Words.basisHeading) { page in
        page.element("ul") { page in
          for citation in descriptor.basis { page.element("li") { $0.citation(citation) } }
        }
      }
      page.fact(Words.status) { $0.words(Words.status(descriptor.status).capitalised) }
    }
  }
}

extension HTMLWriter {
  /// Writes a citation, as a link where it has an address on the web.
  fileprivate mutating func citation(_ citation: Citation) {
    let text = "\(citation.title), \(citation.clause)"
    guard let url = citation.url, Self.isWebAddress(url) else {
      self.text(text)
      return
    }
    element("a", ["href": url, "rel": "external noopener noreferrer"]) { $0.text(text) }
  }

  /// Whether an address from a rule pack may become a link: the web, and nothing that could hide where it leads.
  static func isWebAddress(_ url: String) -> Bool {
    let rest: Substring
    if url.hasPrefix("https://") {
      rest = url.dropFirst(8)
    } else if url.hasPrefix("http://") {
      rest = url.dropFirst(7)
    } else {
      return false
    }
    guard let first = rest.utf8.first, first != UInt8(ascii: "/") else { return false }
    return rest.unicodeScalars.allSatisfy { !$0.isConcealed && !$0.properties.isWhitespace && $0 != "\\" }
  }

  /// Writes file, line and column of a place in words, as far as they are known.
  mutating func position(of place: Place, in result: Result) {
    file(of: place, in: result)
    guard let start = place.region?.start else { return }
    text(", ")
    words { Words.lineColumn[$0].filled(["line": $0.integer(start.line), "column": $0.integer(start.column)]) }
  }

  /// Writes the name of the file of a place.
  fileprivate mutating func file(of place: Place, in result: Result) {
    switch place.source {
    case .report: fileName(result)
    case .previous:
      if let name = result.fileName(of: .previous) { text(name) } else { words(Words.previousReport) }
    case .pack: words(Words.rulePack)
    case .waivers:
      if let name = result.fileName(of: .waivers) { fileName(name) } else { words(Words.waiverFile) }
    }
  }
}
