/// The plain part of regular expressions: a whole text as a sequence of characters and classes, each some times.
///
/// Matches without going back, so it only takes an expression where a class that may repeat shares no character
/// with what may follow it. All others are matched by RE2.
struct ClassSequence: Sendable {
  private struct Step: Sendable {
    var members: ScalarClass
    var least = 1
    var most = 1
  }

  private var steps: [Step] = []

  /// Reads `^…$` without groups, alternatives and escapes other than `\uXXXX`; nil for any other expression.
  init?(_ source: String) {
    var rest = Array(source.unicodeScalars)[...]
    guard rest.popFirst() == "^", rest.popLast() == "$", rest.last != "\\" else { return nil }
    while let first = rest.popFirst() {
      guard var step = Self.step(first, &rest), Self.quantify(&step, &rest) else { return nil }
      // Only characters of one byte can be counted by bytes.
      guard !step.members.hasOthers || (step.least <= 1 && step.most == .max) else { return nil }
      steps.append(step)
    }
    for (index, step) in steps.enumerated() where step.least != step.most {
      for other in steps[(index + 1)...] {
        guard step.members.isDisjoint(with: other.members) else { return nil }
        if other.least > 0 { break }
      }
    }
  }

  private static func step(_ first: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>) -> Step? {
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
      let text = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<close]))
      guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ",") || Character(Unicode.Scalar($0)).isNumber }) else {
        return false
      }
      let limits = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard let least = limits.first ?? nil, let most = limits.last ?? nil, limits.count <= 2, least <= most,
        most <= 1000
      else { return false }
      (step.least, step.most) = (least, most)
      rest = rest[close...]
    default: return true
    }
    rest.removeFirst()
    // A second quantifier would mean something else.
    return !["*", "+", "?", "{"].contains(rest.first)
  }

  /// Whether the whole text, which is UTF-8, has the form.
  func matches(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    for step in steps {
      let end = step.most == .max ? range.upperBound : min(range.upperBound, offset + step.most)
      let stop = step.members.end(source, offset..<end)
      guard stop - offset >= step.least else { return false }
      offset = stop
    }
    return offset == range.upperBound
  }
}
