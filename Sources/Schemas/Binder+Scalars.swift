import Documents
import Findings

extension Binder {
  /// Types and checks a scalar whose type is right.
  mutating func scalar(_ position: Int, _ type: TypeSet, _ shape: SchemaNode) {
    switch type {
    case .null: bound.values[position].kind = .null
    case .boolean:
      bound.values[position].kind = .bool
      bound.values[position].payload = isTrue(position) ? 1 : 0
    case .integer, .number: number(position, shape)
    default: string(position, shape)
    }
  }

  private func isTrue(_ position: Int) -> Bool {
    let node = Int(bound.values[position].node)
    if bound.document.nodes[node].kind == .true { return true }
    return bound.document.nodes[node].kind != .false && collapsed(bound.document.text(of: node)) == "true"
  }

  // MARK: - Numbers

  private mutating func number(_ position: Int, _ shape: SchemaNode) {
    // A number is decimal where the schema asks for a number, whatever this one looks like.
    let wantsDecimal = shape.types.contains(.number)
    let kind: BoundKind = wantsDecimal ? .decimal : .int
    bound.values[position].kind = kind
    if let simple = shortNumber(position), shape.minimum?.text == "0" || shape.minimum == nil, shape.maximum == nil {
      bound.values[position].payload = simple
      return
    }
    let node = Int(bound.values[position].node)
    let text = isXML ? collapsed(bound.document.text(of: node)) : bound.document.text(of: node)
    guard let number = LexicalNumber(text.utf8) else { return }
    checkRange(number, position, shape)
    if kind == .int, let value = number.int64 {
      bound.values[position].payload = value
    } else if kind == .decimal, let (coefficient, scale) = number.inline {
      bound.values[position].payload = coefficient
      bound.values[position].scale = scale
    } else {
      bound.values[position].flags.insert(.overflow)
    }
  }

  /// The value of at most 18 digits without sign, point or exponent, read in place; nil for any other number.
  private func shortNumber(_ position: Int) -> Int64? {
    var index = Int(bound.values[position].node)
    if isXML {
      let next = index + 1
      guard next < bound.document.nodes.count, bound.document.nodes[next].kind == .text,
        Int(bound.document.nodes[index].next) == next + 1, !bound.document.nodes[next].flags.contains(.escaped)
      else { return nil }
      index = next
    }
    let node = bound.document.nodes[index]
    guard node.end - node.start <= 18, node.end > node.start else { return nil }
    var value: Int64 = 0
    for offset in Int(node.start)..<Int(node.end) {
      let digit = bound.document.source[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value
  }

  private mutating func checkRange(_ number: LexicalNumber, _ position: Int, _ shape: SchemaNode) {
    if let minimum = shape.minimum, number < minimum.number || minimum.isExclusive && !(minimum.number < number) {
      reportRange(position, shape)
    } else if let maximum = shape.maximum, maximum.number < number || maximum.isExclusive && !(number < maximum.number)
    {
      reportRange(position, shape)
    }
  }

  // MARK: - Strings

  private mutating func string(_ position: Int, _ shape: SchemaNode) {
    bindText(position, shape)
    let text = bytes(position)
    if shape.minLength > 0 || shape.maxLength != .max {
      let length = text.count { $0 & 0xC0 != 0x80 }
      guard (shape.minLength...shape.maxLength).contains(length) else {
        reportLength(length, position, shape)
        return
      }
    }
    if let pattern = shape.pattern, !pattern.matches(text) {
      reportForm(position, shape)
      return
    }
    if shape.format == .date {
      guard let days = CalendarDate.days(text) else {
        reportForm(position, shape)
        return
      }
      bound.values[position].kind = .date
      bound.values[position].payload = days
    }
  }

  /// Points the value at its text: in the source where it stands as it is meant, in the side text otherwise.
  private mutating func bindText(_ position: Int, _ shape: SchemaNode) {
    bound.values[position].kind = .string
    var index = Int(bound.values[position].node)
    if isXML, index + 1 < Int(bound.document.nodes[index].next), bound.document.nodes[index + 1].kind == .text,
      Int(bound.document.nodes[index + 1].next) == Int(bound.document.nodes[index].next), shape.format == nil
    {
      index += 1
    }
    let node = bound.document.nodes[index]
    if node.flags.contains(.escaped) || node.kind == .element || bound.document.decoded[UInt32(index)] != nil {
      var text = bound.document.text(of: index)
      // Dates are collapsed, as XML Schema does with every type but strings.
      if isXML, shape.format != nil { text = collapsed(text) }
      bound.values[position].flags.insert(.inSideText)
      bound.values[position].payload = BoundValue.pack(offset: bound.sideText.count, count: text.utf8.count)
      bound.sideText.append(contentsOf: text.utf8)
      return
    }
    let quote = node.kind == .string && bound.document.syntax == .json ? 1 : 0
    bound.values[position].payload = BoundValue.pack(
      offset: Int(node.start) + quote, count: Int(node.end - node.start) - 2 * quote)
  }

  func bytes(_ position: Int) -> ArraySlice<UInt8> {
    let value = bound.values[position]
    let range = value.offset..<value.offset + value.count
    return value.flags.contains(.inSideText) ? bound.sideText[range] : bound.document.source[range]
  }
}
