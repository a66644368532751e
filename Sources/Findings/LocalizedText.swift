/// The four languages of every message: the three of Belgium and English.
public enum Language: String, CaseIterable, Codable, Sendable {
  case en, fr, nl, de
}

/// One text in each of the four languages.
///
/// Copied as one reference; a text of a rule pack is decoded when somebody asks for it.
public struct LocalizedText: Sendable {
  private var content: Content

  private enum Content: @unchecked Sendable {
    case made(Texts)
    /// The offset of the first of four texts, in the order of `Language.allCases`.
    case stored(TextStore, at: Int)
    /// The first of four texts in a store that stays where it is: nobody counts who refers to it.
    case resident(UnsafeRawPointer)
  }

  private final class Texts: Sendable {
    let en: String
    let fr: String
    let nl: String
    let de: String

    init(en: String, fr: String, nl: String, de: String) {
      self.en = en
      self.fr = fr
      self.nl = nl
      self.de = de
    }
  }

  public init(en: String, fr: String, nl: String, de: String) {
    content = .made(Texts(en: en, fr: fr, nl: nl, de: de))
  }

  /// The same text in all languages: for names and figures, which have no translation.
  public init(verbatim text: String) {
    self.init(en: text, fr: text, nl: text, de: text)
  }

  /// Four texts, one behind the other, in the order of `Language.allCases`, where they are known to lie inside the bytes.
  public init(whole store: TextStore, at offset: Int) {
    content = store.resident(at: offset).map { .resident($0) } ?? .stored(store, at: offset)
  }

  public var en: String { self[.en] }
  public var fr: String { self[.fr] }
  public var nl: String { self[.nl] }
  public var de: String { self[.de] }

  public subscript(_ language: Language) -> String {
    get {
      switch content {
      case .made(let texts):
        switch language {
        case .en: return texts.en
        case .fr: return texts.fr
        case .nl: return texts.nl
        case .de: return texts.de
        }
      case .stored(let store, var offset):
        for other in Language.allCases {
          if other == language { break }
          offset += 4 + Int(store.number(at: offset))
        }
        return store.text(at: offset)
      case .resident(var text):
        for other in Language.allCases {
          if other == language { break }
          text = TextStore.text(behind: text)
        }
        return TextStore.text(at: text)
      }
    }
    set { self = map { other, text in other == language ? newValue : text } }
  }

  /// Applies a change to each language.
  public func map(_ transform: (Language, String) -> String) -> LocalizedText {
    LocalizedText(en: transform(.en, en), fr: transform(.fr, fr), nl: transform(.nl, nl), de: transform(.de, de))
  }
}

extension LocalizedText: Hashable {
  public static func == (first: LocalizedText, second: LocalizedText) -> Bool {
    switch (first.content, second.content) {
    case (.made(let texts), .made(let others)) where texts === others: return true
    case (.stored(let store, let place), .stored(let other, let otherPlace))
    where store === other && place == otherPlace:
      return true
    case (.resident(let text), .resident(let other)) where text == other: return true
    default: return Language.allCases.allSatisfy { first[$0] == second[$0] }
    }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(en)
  }
}

extension LocalizedText: Codable {
  private enum CodingKeys: String, CodingKey {
    case en, fr, nl, de
  }

  public init(from decoder: any Decoder) throws {
    let texts = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      en: try texts.decode(String.self, forKey: .en), fr: try texts.decode(String.self, forKey: .fr),
      nl: try texts.decode(String.self, forKey: .nl), de: try texts.decode(String.self, forKey: .de))
  }

  public func encode(to encoder: any Encoder) throws {
    var texts = encoder.container(keyedBy: CodingKeys.self)
    try texts.encode(en, forKey: .en)
    try texts.encode(fr, forKey: .fr)
    try texts.encode(nl, forKey: .nl)
    try texts.encode(de, forKey: .de)
  }
}
