import Documents
public import Findings
public import Schemas

/// Rules that are switched off because they were found to be wrong, as a file says.
public struct Overlay: Sendable {
  /// What a result says of the file.
  public let file: OverlayFile
  let entries: [Entry]

  /// One rule that is switched off.
  struct Entry: Sendable {
    var rule: String
    var reason: String
    var author: String
    /// ISO 8601.
    var date: String
    /// Where the rule is named.
    var place: PackFields
  }

  /// Reads an overlay.
  ///
  /// - Parameters:
  ///   - file: YAML, or JSON where it begins with a brace; its name as given.
  ///   - schema: The compiled `overlay-1.0.schema.json`.
  /// - Throws: `PackError` with the first fault and its place.
  public init(_ file: PackReader.File, schema: Schema) throws(PackError) {
    let fields = try PackFields(file, checkedAgainst: schema, mayBeJSON: true)
    var entries: [Entry] = []
    var seen: Set<String> = []
    for item in fields["rules"]?.items ?? [] {
      let place = item["rule"] ?? item
      let rule = place.text
      guard seen.insert(rule).inserted else {
        throw place.fault(in: file.name, "the rule \u{201C}\(rule)\u{201D} is named twice")
      }
      entries.append(
        Entry(
          rule: rule, reason: try item.line("reason", in: file.name), author: try item.line("author", in: file.name),
          date: item.text("date"), place: place))
    }
    self.entries = entries
    self.file = OverlayFile(name: file.name, digest: Digest.sha256(file.bytes), rules: entries.count)
  }

  /// What is said of each rule that is switched off, by its id.
  ///
  /// - Parameter known: The ids of the rules of the packs.
  /// - Throws: `PackError` for a rule that is not among them.
  func reasons(known: some Collection<String>) throws(PackError) -> [String: LocalizedText] {
    let ids = Set(known)
    var reasons: [String: LocalizedText] = [:]
    for entry in entries {
      guard ids.contains(entry.rule) else { throw unknown(entry, known) }
      reasons[entry.rule] = Reasons.switchedOff(entry)
    }
    return reasons
  }

  private func unknown(_ entry: Entry, _ known: some Collection<String>) -> PackError {
    if FormRules.all.contains(where: { $0.id == entry.rule }) {
      return entry.place.fault(
        in: file.name, "\u{201C}\(entry.rule)\u{201D} is a rule of form, which cannot be switched off")
    }
    return entry.place.fault(
      in: file.name,
      "no rule pack of this run has a rule \u{201C}\(entry.rule)\u{201D}"
        + (NearestName.of(entry.rule, in: known).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""))
  }
}

extension Reasons {
  /// The words of the overlay stay as they are in every language.
  static func switchedOff(_ entry: Overlay.Entry) -> LocalizedText {
    func date(_ language: Language) -> String { language.date(entry.date) }
    return LocalizedText(
      en: "The rule is switched off as known to be incorrect (\(entry.author), \(date(.en))): \(entry.reason)",
      fr: "La règle est désactivée, car son inexactitude est établie (\(entry.author), \(date(.fr))) : \(entry.reason)",
      nl:
        "De regel is uitgeschakeld omdat hij als onjuist bekendstaat (\(entry.author), \(date(.nl))): \(entry.reason)",
      de: "Die Regel ist abgeschaltet, weil sie erwiesenermaßen fehlerhaft ist (\(entry.author), \(date(.de))): "
        + entry.reason)
  }
}
