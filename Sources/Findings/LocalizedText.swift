/// The four languages of every message: the three of Belgium and English.
public enum Language: String, CaseIterable, Codable, Sendable {
  case en, fr, nl, de
}

/// One text in each of the four languages.
public struct LocalizedText: Hashable, Sendable, Codable {
  public var en: String
  public var fr: String
  public var nl: String
  public var de: String

  public init(en: String, fr: String, nl: String, de: String) {
    self.en = en
    self.fr = fr
    self.nl = nl
    self.de = de
  }

  /// The same text in all languages: for names and figures, which have no translation.
  public init(verbatim text: String) {
    self.init(en: text, fr: text, nl: text, de: text)
  }

  public subscript(_ language: Language) -> String {
    get {
      switch language {
      case .en: en
      case .fr: fr
      case .nl: nl
      case .de: de
      }
    }
    set {
      switch language {
      case .en: en = newValue
      case .fr: fr = newValue
      case .nl: nl = newValue
      case .de: de = newValue
      }
    }
  }

  /// Applies a change to each language.
  public func map(_ transform: (Language, String) -> String) -> LocalizedText {
    LocalizedText(en: transform(.en, en), fr: transform(.fr, fr), nl: transform(.nl, nl), de: transform(.de, de))
  }
}
