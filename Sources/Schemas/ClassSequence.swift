/// The plain part of regular expressions: a whole text as a sequence of characters and classes, each some times.
///
/// The last steps may be a group that repeats. Matches without going back, so it only takes an expression where a class
/// that may repeat shares no character with what may follow it. All others are matched by RE2.
struct ClassSequence: Sendable {
  /// A class and how often it may come. It holds no reference, so the steps of many sequences can stand in one array.
  struct Step: Sendable {
    let members: ScalarClass
    fileprivate(set) var least = 1
    fileprivate(set) var most = 1
  }

  /// Which steps of an array make up a sequence.
  struct Extent: Sendable {
    var first = 0
    /// Where the group begins, or `end` without one.
    var group = 0
    var end = 0
    /// Whether the group must come once at least.
    var needsGroup = false

    /// The same steps when they stand behind some others.
    func moved(by count: Int) -> Extent {
      Extent(first: first + count, group: group + count, end: end + count, needsGroup: needsGroup)
    }
  }

  private(set) var steps: [Step] = []
  private(set) var extent = Extent()

  /// Reads `^…$` without alternatives and escapes other than `\uXXXX`, and with no group but one at the end that is
  /// repeated by `*` or `+`; nil for any other expression.
  init?(_ source: String) {
    var rest = Array(source.unicodeScalars)[...]
    guard rest.popFirst() == "^", rest.popLast() == "$", rest.last != "\\" else { return nil }
    while let first = rest.first, first != "(" { guard addStep(&rest) else { return nil } }
    extent.group = steps.count
    if !rest.isEmpty, !addGroup(&rest) { return nil }
    extent.end = steps.count
    guard Self.isPlain(steps + steps[extent.group...]) else { return nil }
  }

  /// Reads the group that ends an expression.
  private mutating func addGroup(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.popFirst() == "(", let last = rest.popLast(), last == "*" || last == "+", rest.popLast() == ")",
      rest.last != "\\"
    else { return false }
    while !rest.isEmpty { guard addStep(&rest) else { return false } }
    extent.needsGroup = last == "+"
    // What a round begins with must be there: so each round moves on.
    return steps.count > extent.group && steps[extent.group].least > 0
  }

  private mutating func addStep(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard var step = Self.step(&rest), Self.quantify(&step, &rest) else { return false }
    // Only characters of one byte can be counted by bytes.
    guard !step.members.hasOthers || (step.least <= 1 && step.most == .max) else { return false }
    steps.append(step)
    return true
  }

  private static func step(_ rest: inout ArraySlice<Unicode.Scalar>) -> Step? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "[": return ScalarClass(&rest).map { Step(members: $0) }
    case "(", ")", "]", "{", "}", "*", "+", "?", "|", ".", "\\", "^", "$": return nil
    default: return first.isASCII ? Step(members: ScalarClass(first)) : nil
    }
  }

  private static func quantify(_ step: inout Step, _ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
    switch rest.first {
    case "*": (step.least, step.most) = (0, .max)
    case "+": (step.least, step.most) = (1, .max)
    case "?": (step.least, step.most) = (0, 1)
    case "{":
      guard let close = rest.firstIndex(of: "}") else { return false }
      guard let (least, most) = limits(rest[(rest.startIndex + 1)..<close]), least <= most, most <= 1000 else {
        return false
      }
      (step.least, step.most) = (least, most)
      rest = rest[close...]
    default: return true
    }
    rest.removeFirst()
    // A second quantifier would mean something else.
    return !["*", "+", "?", "{"].contains(rest.first)
  }

  /// `n` or `n,m`, of at most four digits each.
  private static func limits(_ text: ArraySlice<Unicode.Scalar>) -> (least: Int, most: Int)? {
    var numbers: [Int] = []
    var digits = 0
    for scalar in text {
      if scalar == ",", digits > 0, numbers.count == 1 {
        digits = 0
        continue
      }
      let digit = scalar.value &- 0x30
      guard digit < 10, digits < 4 else { return nil }
      if digits == 0 { numbers.append(0) }
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(digit)
      digits += 1
    }
    guard digits > 0, let least = numbers.first, let most = numbers.last else { return nil }
    return (least, most)
  }

  /// Whether the next character always tells which step it belongs to.
  private static func isPlain(_ steps: [Step]) -> Bool {
    for (index, step) in steps.enumerated() where step.least != step.most {
      for other in steps[(index + 1)...] {
        guard step.members.isDisjoint(with: other.members) else { return false }
        if other.least > 0 { break }
      }
    }
    return true
  }

  /// Whether the whole text, which is UTF-8, has the form.
  func matches(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool {
    Self.matches(steps.span, extent, source, range)
  }

  /// The same for a sequence that is a part of an array.
  static func matches(
    _ steps: Swift.Span<Step>, _ extent: Extent, _ source: Swift.Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var offset = range.lowerBound
    var next = extent.first
    while true {
      // Behind the last step another round begins, unless the text is at its end.
      if next == extent.end {
        if offset == range.upperBound { return true }
        guard extent.group < extent.end else { return false }
        next = extent.group
      } else if next == extent.group, offset == range.upperBound, !extent.needsGroup {
        return true
      }
      let (least, most) = (steps[next].least, steps[next].most)
      if most == 1, least == 1 {
        // One character of ASCII: those beyond it cannot be counted by bytes.
        guard offset < range.upperBound, source[offset] < 0x80, steps[next].members.contains(source[offset]) else {
          return false
        }
        offset &+= 1
        next &+= 1
        continue
      }
      let rest = range.upperBound &- offset
      let stop = steps[next].members.end(source, offset..<(most < rest ? offset &+ most : range.upperBound))
      guard stop &- offset >= least else { return false }
      offset = stop
      next &+= 1
    }
  }
}
