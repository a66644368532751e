/// A set of constant texts, found by hash without making anything of the text that is looked for.
final class TextSet: Sendable {
  private let texts: [ConstantText]

  /// In the order in which they were given.
  var all: [UnsafeBufferPointer<UInt8>] { texts.map(\.bytes) }

  /// A position in `texts`, or -1 where the place is free; the size is a power of two, at least twice the count.
  private let places: [Int32]

  convenience init(_ texts: some Sequence<[UInt8]>) { self.init(texts.map { ConstantText($0) }) }

  init(_ all: [ConstantText]) {
    var size = 4
    while size < all.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    for (position, text) in all.enumerated() {
      var place = Int(text.bytes.mixed) & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Int32(position)
    }
    self.texts = all
    self.places = places
  }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = Int(text.mixed) & (places.count - 1)
    while places[place] >= 0 {
      if texts[Int(places[place])].bytes.isEqual(to: text) { return true }
      place = (place + 1) & (places.count - 1)
    }
    return false
  }
}
