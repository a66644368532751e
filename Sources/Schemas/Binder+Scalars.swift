import Documents
import Findings

extension Binder {
  func isTrue(_ position: Int) -> Bool {
    let node = Int(bound.values[position].node)
    if bound.document.nodes[node].kind == .true { return true }
    return bound.document.nodes[node].kind != .false && collapsed(bound.document.text(of: node)) == "true"
  }

  // MARK: - Numbers

  mutating func number(_ position: Int, _ index: Int, _ plain: PlainNumber?) {
    // A number is decimal where the schema asks for a number, whatever this one looks like.
    let kind: BoundKind = plan.shapes[index].types.contains(.number) ? .decimal : .int
    bound.values[position].kind = kind
    if let plain, plan.shapes[index].checks.contains(.plainBounds), kind == .decimal || plain.isInteger {
      bound.values[position].payload = plain.coefficient
      bound.values[position].scale = plain.scale
      if !plain.isWithin(plan.shapes[index].minimum, plan.shapes[index].maximum) {
        reportRange(position, schema.nodes[index])
      }
      return
    }
    let node = Int(bound.values[position].node)
    let text = isXML ? collapsed(bound.document.text(of: node)) : bound.document.text(of: node)
    guard let number = LexicalNumber(text.utf8) else { return }
    checkRange(number, position, schema.nodes[index])
    if kind == .int, let value = number.int64 {
      bound.values[position].payload = value
    } else if kind == .decimal, let (coefficient, scale) = number.inline {
      bound.values[position].payload = coefficient
      bound.values[position].scale = scale
    } else {
      bound.values[position].flags.insert(.overflow)
    }
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

  mutating func string(_ position: Int, _ index: Int) {
    let checks = plan.shapes[index].checks
    bindText(position, isDate: checks.contains(.date))
    let value = bound.values[position]
    let source = (value.flags.contains(.inSideText) ? bound.sideText : bound.document.source)
    let range = value.offset..<value.offset + value.count
    if checks.contains(.length), let length = plan.faultyLength(source.span, range, index) {
      return reportLength(length, position, schema.nodes[index])
    }
    if checks.contains(.pattern), !plan.matches(source.span, range, index) {
      return reportForm(position, schema.nodes[index])
    }
    if checks.contains(.date) {
      guard let days = CalendarDate.days(source.span, range) else {
        return reportForm(position, schema.nodes[index])
      }
      bound.values[position].kind = .date
      bound.values[position].payload = days
    }
  }

  /// Points the value at its text: in the source where it stands as it is meant, in the side text otherwise.
  private mutating func bindText(_ position: Int, isDate: Bool) {
    bound.values[position].kind = .string
    var index = Int(bound.values[position].node)
    if isXML, !isDate, let text = onlyText(of: index) { index = text }
    let node = bound.document.nodes[index]
    let isDecoded = !bound.document.decoded.isEmpty && bound.document.decoded[UInt32(index)] != nil
    if node.flags.contains(.escaped) || node.kind == .element || isDecoded {
      var text = bound.document.text(of: index)
      // Dates are collapsed, as XML Schema does with every type but strings.
      if isXML, isDate { text = collapsed(text) }
      bound.values[position].flags.insert(.inSideText)
      bound.values[position].payload = BoundValue.pack(offset: bound.sideText.count, count: text.utf8.count)
      bound.sideText.append(contentsOf: text.utf8)
      return
    }
    let quote = node.kind == .string && bound.document.syntax == .json ? 1 : 0
    bound.values[position].payload = BoundValue.pack(
      offset: Int(node.start) + quote, count: Int(node.end - node.start) - 2 * quote)
  }
}
