/// One text, which may still lie in its store: made a string when somebody asks for it.
public struct StoredText: Sendable {
  private let content: Content

  private enum Content: Sendable {
    case made(String)
    case stored(TextStore, at: Int)
  }

  public init(_ text: String) { content = .made(text) }

  /// The text at an offset, where `TextStore.end(ofTextAt:)` has found one.
  public init(in store: TextStore, at offset: Int) { content = .stored(store, at: offset) }

  public var string: String {
    switch content {
    case .made(let text): text
    case .stored(let store, let offset): store.text(at: offset)
    }
  }
}
