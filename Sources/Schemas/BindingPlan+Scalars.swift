import Documents

/// Scalars in their plain form: read where they stand, and right.
extension BindingPlan {
  /// The value of a scalar of a known type; nil when it is not written plainly or has a fault, or when its checks take
  /// more than its bytes.
  @inline(__always)
  func scalar(
    _ type: TypeSet, of node: Node, at child: Int, _ index: Int, _ syntax: Syntax, _ nodes: Swift.Span<Node>,
    _ source: Swift.Span<UInt8>
  ) -> BoundValue? {
    var text = node
    if syntax == .xml {
      guard let only = Self.onlyText(of: child, nodes) else { return nil }
      text = nodes[only]
    }
    var value = BoundValue(kind: .null, node: UInt32(truncatingIfNeeded: child), payload: 0)
    var range = Range(uncheckedBounds: (Int(text.start), Int(text.end)))
    switch type {
    case .string:
      guard syntax != .yaml, !text.flags.contains(.escaped) else { return nil }
      if syntax == .json { range = Range(uncheckedBounds: (range.lowerBound &+ 1, range.upperBound &- 1)) }
      return self.text(source, range, index, &value) ? value : nil
    case .integer, .number, [.integer, .number]: return number(source, range, index, &value) ? value : nil
    case .boolean:
      guard shapes[index].checks.isDisjoint(with: .ofWhole) else { return nil }
      value.kind = .bool
      if syntax == .xml {
        guard let isTrue = Self.boolean(source, range) else { return nil }
        value.payload = isTrue ? 1 : 0
      } else {
        value.payload = text.kind == .true ? 1 : 0
      }
      return value
    case .null: return syntax == .json && shapes[index].checks.isDisjoint(with: .ofWhole) ? value : nil
    default: return nil
    }
  }

  /// The text that is all there is in an element of XML, when it stands in the source as it is meant.
  @inline(__always)
  static func onlyText(of element: Int, _ nodes: Swift.Span<Node>) -> Int? {
    let text = element &+ 1
    guard text < Int(nodes[element].next), nodes[text].kind == .text, nodes[text].next == nodes[element].next,
      !nodes[text].flags.contains(.escaped)
    else { return nil }
    return text
  }

  private static func boolean(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool? {
    // The letters of the literals, the first in the lowest bits.
    let (yes, no): (UInt64, UInt64) = (0x6575_7274, 0x65_736C_6166)
    var word: UInt64 = 0
    for offset in range.prefix(6) { word |= UInt64(source[offset]) << UInt64((offset - range.lowerBound) * 8) }
    return word == yes ? true : word == no ? false : nil
  }

  // MARK: - Numbers

  @inline(__always)
  private func number(
    _ source: Swift.Span<UInt8>, _ range: Range<Int>, _ index: Int, _ value: inout BoundValue
  ) -> Bool {
    let checks = shapes[index].checks
    guard checks.contains(.plainBounds), checks.isDisjoint(with: .ofWhole), let plain = PlainNumber(source, range)
    else { return false }
    // A number is decimal where the schema asks for a number, whatever this one looks like.
    value.kind = shapes[index].types.contains(.number) ? .decimal : .int
    value.payload = plain.coefficient
    value.scale = plain.scale
    return (plain.isInteger || value.kind == .decimal)
      && plain.isWithin(shapes[index].minimum, shapes[index].maximum)
  }

  // MARK: - Texts

  @inline(__always)
  private func text(
    _ source: Swift.Span<UInt8>, _ range: Range<Int>, _ index: Int, _ value: inout BoundValue
  ) -> Bool {
    value.kind = .string
    value.payload = BoundValue.pack(offset: range.lowerBound, count: range.count)
    let checks = shapes[index].checks
    if checks.isDisjoint(with: .ofTexts) { return true }
    if checks.contains(.codes) {
      if names.find(source, range.lowerBound, range.count, in: shapes[index].codes) == nil { return false }
    } else if checks.contains(.allowed) {
      return false
    }
    if checks.contains(.length), faultyLength(source, range, index) != nil { return false }
    if checks.contains(.pattern), !matches(source, range, index) { return false }
    if checks.contains(.date) {
      guard let days = CalendarDate.days(source, range) else { return false }
      value.kind = .date
      value.payload = days
    }
    return !checks.contains(.also)
  }

  /// The number of characters of a text when it is not a right one.
  @inline(__always)
  func faultyLength(_ source: Swift.Span<UInt8>, _ range: Range<Int>, _ index: Int) -> Int? {
    // Whatever the characters are, they have one to four bytes each.
    let (least, most) = (shapes[index].minLength, shapes[index].maxLength)
    if range.count <= most, (range.count &+ 3) / 4 >= least { return nil }
    let length = Self.length(source, range)
    return (least...most).contains(length) ? nil : length
  }

  private static func length(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Int {
    var length = 0
    for offset in range where source[offset] & 0xC0 != 0x80 { length += 1 }
    return length
  }

  /// Whether a text has the form of the pattern.
  @inline(__always)
  func matches(_ source: Swift.Span<UInt8>, _ range: Range<Int>, _ index: Int) -> Bool {
    let (fixedForm, pattern) = (shapes[index].fixedForm, shapes[index].pattern)
    if fixedForm >= 0 { return fixedForms[Int(fixedForm)].matches(source, range) }
    return pattern >= 0
      ? patterns[Int(pattern)].matches(source, range)
      : ClassSequence.matches(steps.span, shapes[index].form, source, range)
  }
}
