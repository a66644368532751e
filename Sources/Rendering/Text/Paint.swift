/// Colours text for a terminal, or leaves it as it is; what is painted has been made visible.
struct Paint {
  let isOn: Bool

  /// What a colour says.
  enum Tone: String {
    case bad = "1;31"
    case doubtful = "1;33"
    case good = "1;32"
    case neutral = "1;36"
    case frame = "1;34"
    case strong = "1"
    case plain = ""
  }

  func callAsFunction(_ text: String, _ tone: Tone) -> String {
    let text = visible(text)
    return isOn && tone != .plain && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
