import Findings

extension LocalizedText {
  /// The text that a function gives for each language.
  init(_ text: (Language) -> String) {
    self.init(en: text(.en), fr: text(.fr), nl: text(.nl), de: text(.de))
  }
}

extension Indicator {
  /// A figure of this indicator with its unit; as it stands where it is no decimal.
  func written(_ figure: String, in language: Language) -> String {
    let written: String? =
      switch unit {
      case .count: language.decimal(figure)
      case .share: language.percent(share: figure)
      case .euro: language.euro(figure)
      case .hours: language.decimal(figure).map { Words.hours.filled(figure: figure, written: $0, in: language) }
      case .days: language.decimal(figure).map { Words.days.filled(figure: figure, written: $0, in: language) }
      case .fullTimeEquivalents:
        language.decimal(figure).map { Words.fullTimeEquivalents.filled(figure: figure, written: $0, in: language) }
      }
    return written ?? figure
  }
}
