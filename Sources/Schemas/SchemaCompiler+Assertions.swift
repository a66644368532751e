import Documents

extension SchemaCompiler {
  /// Compiles the keywords that assert something of one value.
  mutating func assertion(_ keyword: Keyword, of index: Int, member: Int) throws(SchemaError) {
    switch keyword {
    case .type:
      let names = document.nodes[member].kind == .array ? Array(document.children(of: member)) : [member]
      nodes[index].types = []
      for name in names {
        let text = try string(name)
        guard let type = TypeSet(name: text) else {
          throw error("\u{201C}\(text)\u{201D} is not a type", at: name)
        }
        nodes[index].types.formUnion(type)
      }
    case .enum:
      let values = Array(document.children(of: member))
      guard document.nodes[member].kind == .array else { throw error("enum is an array", at: member) }
      nodes[index].allowedTexts = values.map { document.text(of: $0) }
      if !values.isEmpty, values.allSatisfy({ document.nodes[$0].kind == .string }) {
        nodes[index].codes = nodes[index].allowedTexts
        nodes[index].allowed = []
      } else {
        nodes[index].allowed = values.map { CanonicalJSON.text(of: $0, in: document) }
      }
    case .const:
      nodes[index].allowed = [CanonicalJSON.text(of: member, in: document)]
      nodes[index].allowedTexts = [document.text(of: member)]
    case .minimum: nodes[index].minimum = try bound(member, exclusive: false)
    case .maximum: nodes[index].maximum = try bound(member, exclusive: false)
    case .exclusiveMinimum: nodes[index].minimum = try bound(member, exclusive: true)
    case .exclusiveMaximum: nodes[index].maximum = try bound(member, exclusive: true)
    case .minItems: nodes[index].minItems = try count(member)
    case .maxItems: nodes[index].maxItems = try count(member)
    case .minLength: nodes[index].minLength = try count(member)
    case .maxLength: nodes[index].maxLength = try count(member)
    case .uniqueItems: nodes[index].uniqueItems = document.nodes[member].kind == .true
    case .pattern:
      let text = try string(member)
      guard let pattern = TextPattern(text) else {
        throw error("the expression \u{201C}\(text)\u{201D} is not one that means the same in RE2", at: member)
      }
      nodes[index].pattern = pattern
    case .format:
      let text = try string(member)
      guard assertFormats else { return }
      guard let format = SchemaNode.Format(rawValue: text) else {
        throw error("the format \u{201C}\(text)\u{201D} is not supported", at: member)
      }
      nodes[index].format = format
    default: break
    }
  }

  private func bound(_ member: Int, exclusive: Bool) throws(SchemaError) -> SchemaNode.Bound {
    let text = document.text(of: member)
    guard document.nodes[member].kind == .number, let number = LexicalNumber(text.utf8) else {
      throw error("a number is expected", at: member)
    }
    return SchemaNode.Bound(number: number, text: text, isExclusive: exclusive)
  }

  private func count(_ member: Int) throws(SchemaError) -> Int {
    guard document.nodes[member].kind == .number,
      let value = LexicalNumber(document.text(of: member).utf8)?.int64, value >= 0
    else { throw error("a whole number from 0 is expected", at: member) }
    return Int(value)
  }
}
