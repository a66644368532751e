/// The form of texts of 8 to 16 characters of ASCII each of which has a range of its own, such as `^[12][0-9]{3}-…$`:
/// looked at as two words of eight bytes.
struct FixedForm: Sendable {
  let count: Int
  /// The lowest and the highest byte of each of the first eight places.
  private let first: (low: UInt64, high: UInt64)
  /// The same of the last eight, which may overlap the first.
  private let last: (low: UInt64, high: UInt64)

  /// Nil for a sequence whose texts are of another kind.
  init?(_ sequence: ClassSequence) {
    var (lows, highs): ([UInt8], [UInt8]) = ([], [])
    for step in sequence.steps {
      guard step.least == step.most, let range = step.members.range else { return nil }
      for _ in 0..<step.least {
        lows.append(range.lowerBound)
        highs.append(range.upperBound)
      }
    }
    guard sequence.extent.group == sequence.extent.end, (8...16).contains(lows.count) else { return nil }
    count = lows.count
    first = (Self.word(lows, from: 0), Self.word(highs, from: 0))
    last = (Self.word(lows, from: count - 8), Self.word(highs, from: count - 8))
  }

  /// Eight bytes, the first of them the lowest.
  private static func word(_ bytes: [UInt8], from start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(bytes[start + index]) << UInt64(8 * index) }
    return word
  }

  @inline(__always)
  func matches(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == count else { return false }
    return Self.outside(source.word(at: range.lowerBound), first)
      | Self.outside(source.word(at: range.upperBound &- 8), last) == 0
  }

  /// The highest bit of each byte that is not in its range. Below 0x80 no byte takes or gives anything to its neighbour.
  @inline(__always)
  private static func outside(_ word: UInt64, _ range: (low: UInt64, high: UInt64)) -> UInt64 {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let above = (word & ~highest) &+ (~highest &- range.high)
    let notBelow = (word | highest) &- range.low
    return (word | above | ~notBelow) & highest
  }
}
