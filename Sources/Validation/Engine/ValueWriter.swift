import CEL
import Findings

/// Writes the values of a message in four languages: codes by their labels, fields by their titles, lists with commas.
struct ValueWriter {
  /// How many items of a list a message shows.
  static let shownItems = 10

  private let activation: Activation
  private let labels: CodeLabels

  init(_ activation: Activation, _ labels: CodeLabels) {
    self.activation = activation
    self.labels = labels
  }

  /// A value as its placeholder wants it. Figures and dates of the other formats are plain: the template forms them.
  func text(of value: Value, _ type: Type, in placeholder: Template.Placeholder) -> LocalizedText {
    switch (placeholder.format, placeholder.detail) {
    case (.code, let list?): written(value, as: .code(CodeList(name: list, codes: [])))
    case (.field, let path?): (try? labels.fields.type(path)).map { fields(value, of: $0) } ?? written(value, as: type)
    default: written(value, as: type)
    }
  }

  private func written(_ value: Value, as type: Type) -> LocalizedText {
    if value.isError { return Reasons.notStated }
    switch type {
    case .code where value.kind == .list:
      return written(value, as: .list(type))
    case .code(let list):
      let code = activation.display(value)
      return labels[list.name]?[code] ?? LocalizedText(verbatim: code)
    case .list(let element):
      return enumeration(of: value) { written($0, as: element) }
    default: return LocalizedText(verbatim: activation.display(value))
    }
  }

  /// The first items of a list, and how many there are beside them.
  private func enumeration(of list: Value, _ write: (Value) -> LocalizedText) -> LocalizedText {
    enumeration(first(of: list).map(write), of: list)
  }

  private func first(of list: Value) -> [Value] {
    (0..<min(activation.count(of: list), Self.shownItems)).map { activation.element(of: list, at: $0) }
  }

  /// - Parameter list: What the items are the first of, so that the others are counted.
  private func enumeration(_ items: [LocalizedText], of list: Value? = nil) -> LocalizedText {
    let more = list.map { activation.count(of: $0) - Self.shownItems } ?? 0
    return LocalizedText(verbatim: "").map { language, _ in
      items.map { $0[language] }.joined(separator: ", ") + (more > 0 ? Self.more(more, in: language) : "")
    }
  }

  private static func more(_ count: Int, in language: Language) -> String {
    let number = language.integer(count)
    return switch language {
    case .en: " and \(number) more"
    case .fr: " et \(number) \(count == 1 ? "autre" : "autres")"
    case .nl: " en nog \(number)"
    case .de: count == 1 ? " und eine weitere Angabe" : " und \(number) weitere"
    }
  }

  // MARK: - Fields

  private func fields(_ value: Value, of type: Int) -> LocalizedText {
    guard value.kind == .list else { return written([item(value)], of: type) }
    var groups: [[Item]] = []
    for item in first(of: value).map(item) {
      // What is meant of one field is said together.
      if let last = groups.last?.last, last.row != nil, item.row != nil, last.path == item.path,
        last.values.isEmpty, item.values.isEmpty
      {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    return enumeration(groups.map { written($0, of: type) }, of: value)
  }

  /// A field, or a list of a field, the row or item that is meant, and the values before and now; those two, or these,
  /// or both may be left out.
  private struct Item {
    let value: Value
    /// Nil where the value names no field.
    var path: String?
    var row: Value?
    var values: ArraySlice<Value> = []
  }

  private func item(_ value: Value) -> Item {
    guard value.kind == .list else { return Item(value: value, path: activation.string(of: value)) }
    let count = activation.count(of: value)
    guard 1...4 ~= count, let path = activation.string(of: activation.element(of: value, at: 0)) else {
      return Item(value: value)
    }
    let parts = (0..<count).map { activation.element(of: value, at: $0) }
    let row = count.isMultiple(of: 2) ? parts[1] : nil
    return Item(value: value, path: path, row: row, values: parts.suffix(count > 2 ? 2 : 0))
  }

  /// - Parameter items: More than one where they differ by the row only.
  private func written(_ items: [Item], of type: Int) -> LocalizedText {
    let item = items[0]
    guard !item.value.isError else { return Reasons.notStated }
    guard let path = item.path else { return LocalizedText(verbatim: activation.display(item.value)) }
    let field = labels.fields.field(path, of: type)
    let rows = enumeration(items.compactMap { $0.row.map { written($0, of: field, asFigure: false) } })
    let values = item.values.map { written($0, of: field, asFigure: true) }
    return LocalizedText(verbatim: "").map { language, _ in
      let row = item.row == nil ? "" : " (\(rows[language]))"
      let titles = (field?.titles ?? [LocalizedText(verbatim: path)]).enumerated().map { index, title in
        title[language] + (index == field?.rowTitle ?? 0 ? row : "")
      }
      let colon = language == .fr ? "\u{A0}: " : ": "
      return titles.joined(separator: " – ")
        + (values.isEmpty ? "" : colon + values.map { $0[language] }.joined(separator: " → "))
    }
  }

  /// - Parameter asFigure: Whether a number counts what the field counts.
  private func written(_ value: Value, of field: FieldLabels.Field?, asFigure: Bool) -> LocalizedText {
    let text = activation.display(value)
    switch value.kind {
    case .null, .error: return Reasons.notStated
    case .list: return enumeration(of: value) { written($0, of: field, asFigure: asFigure) }
    case .string: return field.flatMap { labels.fields.label(of: text, for: $0) } ?? LocalizedText(verbatim: text)
    case .bool: return LocalizedText(verbatim: text).map { language, _ in language.answer(value.asBool == true) }
    case .date: return LocalizedText(verbatim: text).map { language, text in language.date(text) }
    case .int, .uint, .decimal, .double:
      return LocalizedText(verbatim: text).map { language, text in
        Self.figure(text, asFigure ? field?.unit : nil, in: language) ?? text
      }
    default: return LocalizedText(verbatim: text)
    }
  }

  /// A figure with its unit, where a unit has a sign; nil where the text is no figure.
  private static func figure(_ text: String, _ unit: String?, in language: Language) -> String? {
    switch unit {
    case "hours": language.hours(text)
    case "share": language.percent(share: text)
    case "EUR": language.euro(text)
    default: language.decimal(text)
    }
  }
}
