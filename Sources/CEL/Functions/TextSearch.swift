/// Finds one text in another in linear time (Knuth, Morris, Pratt).
enum TextSearch {
  /// The distance from the start of `text` to the first occurrence at or behind `start`.
  static func first<T: Equatable>(_ part: ArraySlice<T>, in text: ArraySlice<T>, from start: Int) -> Int? {
    let part = Array(part)
    guard let first = part.first else { return start }
    guard text.count - start >= part.count else { return nil }
    if part.count == 1 {
      return text.dropFirst(start).firstIndex(of: first).map { $0 - text.startIndex }
    }
    let fallback = fallbacks(of: part)
    var matched = 0
    for index in text.startIndex + start..<text.endIndex {
      while matched > 0, text[index] != part[matched] { matched = fallback[matched - 1] }
      if text[index] == part[matched] { matched += 1 }
      if matched == part.count { return index - text.startIndex - part.count + 1 }
    }
    return nil
  }

  /// The last occurrence.
  static func last<T: Equatable>(_ part: [T], in text: [T]) -> Int? {
    first(Array(part.reversed())[...], in: Array(text.reversed())[...], from: 0).map { text.count - $0 - part.count }
  }

  private static func fallbacks<T: Equatable>(of part: [T]) -> [Int] {
    var fallback = Array(repeating: 0, count: part.count)
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = fallback[length - 1] }
      if part[index] == part[length] { length += 1 }
      fallback[index] = length
    }
    return fallback
  }

  /// The offset behind the UTF-8 character that begins at `position`.
  static func characterEnd(in text: [UInt8], at position: Int) -> Int {
    var end = min(position + 1, text.count)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
