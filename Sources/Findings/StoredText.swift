/// One text, which may still lie in its store: made a string when somebody asks for it.
public struct StoredText: Sendable {
  private let content: Content

  private enum Content: @unchecked Sendable {
    case made(String)
    case stored(TextStore, at: Int)
    /// In a store that stays where it is as long as the program runs: nobody counts who refers to it.
    case resident(UnsafeRawPointer)
  }

  public init(_ text: String) { content = .made(text) }

  /// The text at an offset, where `TextStore.end(ofTextAt:)` has found one.
  public init(in store: TextStore, at offset: Int) {
    content = store.resident(at: offset).map { .resident($0) } ?? .stored(store, at: offset)
  }

  public var string: String {
    switch content {
    case .made(let text): text
    case .stored(let store, let offset): store.text(at: offset)
    case .resident(let text): TextStore.text(at: text)
    }
  }
}
