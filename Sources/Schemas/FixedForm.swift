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
    var ranges: [ClosedRange<UInt8>] = []
    for step in sequence.steps {
      guard step.least == step.most, let range = step.members.range else { return nil }
      ranges += Array(repeating: range, count: step.least)
    }
    guard sequence.extent.group == sequence.extent.end, (8...16).contains(ranges.count) else { return nil }
    count = ranges.count
    first = Self.words(ranges.prefix(8))
    last = Self.words(ranges.suffix(8))
  }

  private static func words(_ ranges: ArraySlice<ClosedRange<UInt8>>) -> (low: UInt64, high: UInt64) {
    var words: (low: UInt64, high: UInt64) = (0, 0)
    for range in ranges.reversed() {
      words.low = words.low << 8 | UInt64(range.lowerBound)
      words.high = words.high << 8 | UInt64(range.upperBound)
    }
    return words
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
