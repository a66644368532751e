extension FunctionTable {
  static let text: [FunctionEntry] = [
    FunctionEntry(
      "contains", .method, [Signature([.string, .string], .bool), Signature([period, .date], .bool)],
      "Whether the text holds the other text, or the period the day, its first and last day included.",
      example: "'safeguards'.contains('guard')", gives: "true", cost: .text
    ) { activation, values in
      guard let (text, part) = pair(values, activation) else { return isDay(values, activation) }
      return activation.spend(text.count >> 5) ? .bool(TextSearch.first(part, in: text, from: 0) != nil) : nil
    },
    FunctionEntry(
      "startsWith", .method, [Signature([.string, .string], .bool)], "Whether the text begins with the other text.",
      example: "'https://acme.example'.startsWith('https://')", gives: "true", cost: .text
    ) { activation, values in
      pair(values, activation).map { .bool($0.starts(with: $1)) }
    },
    FunctionEntry(
      "endsWith", .method, [Signature([.string, .string], .bool)], "Whether the text ends with the other text.",
      example: "'acme.example'.endsWith('.example')", gives: "true", cost: .text
    ) { activation, values in
      pair(values, activation).map { .bool($0.suffix($1.count).elementsEqual($1)) }
    },
    FunctionEntry(
      "matches", .either, [Signature([.string, .string], .bool)],
      "Whether the pattern (RE2) matches anywhere in the text.", example: "'A5-24'.matches('^[A-Z][0-9]-[0-9]{2}$')",
      gives: "true", cost: .text
    ) { activation, values in
      guard let (text, pattern) = pair(values, activation) else { return nil }
      guard activation.spend(64 + pattern.count + text.count >> 5) else { return .error(.budgetExceeded) }
      let compiled = Pattern(Array(pattern))
      if let problem = compiled.problem { return activation.make(.invalidArgument("the pattern: \(problem)")) }
      return .bool(compiled.matches(text))
    },
    FunctionEntry(
      "lowerAscii", .method, [Signature([.string], .string)], "The text with the letters A to Z in lower case.",
      example: "'ACME'.lowerAscii()", gives: "'acme'", cost: .text
    ) { activation, values in
      texts(values, 1, activation).map { texts in
        activation.make(texts[0].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
      }
    },
    FunctionEntry(
      "upperAscii", .method, [Signature([.string], .string)], "The text with the letters a to z in upper case.",
      example: "'be'.upperAscii()", gives: "'BE'", cost: .text
    ) { activation, values in
      texts(values, 1, activation).map { texts in
        activation.make(texts[0].map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 })
      }
    },
    FunctionEntry(
      "trim", .method, [Signature([.string], .string)], "The text without white space at its ends.",
      example: "'  a '.trim()", gives: "'a'", cost: .text
    ) { activation, values in
      texts(values, 1, activation).map { texts in
        let scalars = Array(String(decoding: texts[0], as: UTF8.self).unicodeScalars)
        let trimmed = scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        return activation.make(utf8(trimmed))
      }
    },
    FunctionEntry(
      "charAt", .method, [Signature([.string, .int], .string)], "The character at a position; '' at the end.",
      example: "'abc'.charAt(1)", gives: "'b'", cost: .text
    ) { activation, values in
      guard values.count == 2, let position = values[1].asInt, let scalars = scalars(values[0], &activation) else {
        return nil
      }
      guard position >= 0, position <= scalars.count else { return .error(.indexOutOfRange) }
      return activation.make(position < scalars.count ? String(scalars[Int(position)]) : "")
    },
    FunctionEntry(
      "indexOf", .method, [Signature([.string, .string], .int), Signature([.string, .string, .int], .int)],
      "The position of the first occurrence, from a position on; -1 when there is none.",
      example: "'abcb'.indexOf('b')", gives: "1", cost: .text
    ) { activation, values in
      indexOf(values, &activation) { text, part, start in
        let start = start ?? 0
        guard start <= text.count else { return nil }
        return TextSearch.first(part[...], in: text[...], from: start) ?? -1
      }
    },
    FunctionEntry(
      "lastIndexOf", .method, [Signature([.string, .string], .int), Signature([.string, .string, .int], .int)],
      "The position of the last occurrence, up to a position; -1 when there is none.",
      example: "'abcb'.lastIndexOf('b')", gives: "3", cost: .text
    ) { activation, values in
      indexOf(values, &activation) { text, part, start in
        if let start, start > text.count || (start == text.count && !part.isEmpty) {
          return start > text.count ? nil : -1
        }
        let end = min(start.map { $0 + part.count } ?? text.count, text.count)
        return TextSearch.last(part, in: Array(text.prefix(end))) ?? -1
      }
    },
    FunctionEntry(
      "substring", .method, [Signature([.string, .int], .string), Signature([.string, .int, .int], .string)],
      "The characters from a position on, or up to another position.", example: "'abcd'.substring(1, 3)", gives: "'bc'",
      cost: .text
    ) { activation, values in
      guard values.count == 2 || values.count == 3, let start = values[1].asInt,
        values.are(.int, from: 2)
      else { return nil }
      if let bytes = ascii(values[0], activation) {
        guard activation.spend(bytes.count >> 4) else { return .error(.budgetExceeded) }
        let end = values.count == 3 ? values[2].payload : Int64(bytes.count)
        guard start >= 0, start <= end, end <= bytes.count else { return .error(.indexOutOfRange) }
        return activation.make(Array(bytes[bytes.startIndex + Int(start)..<bytes.startIndex + Int(end)]))
      }
      guard let scalars = scalars(values[0], &activation) else { return nil }
      let end = values.count == 3 ? values[2].payload : Int64(scalars.count)
      guard start >= 0, start <= end, end <= scalars.count else { return .error(.indexOutOfRange) }
      return activation.make(utf8(scalars[Int(start)..<Int(end)]))
    },
    FunctionEntry(
      "replace", .method,
      [Signature([.string, .string, .string], .string), Signature([.string, .string, .string, .int], .string)],
      "The text with the first or all occurrences of a text replaced.", example: "'a-b'.replace('-', '+')",
      gives: "'a+b'", cost: .text
    ) { activation, values in
      guard values.count == 3 || values.count == 4, values.are(.int, from: 3),
        let texts = texts(Arguments(values.prefix(3)), 3, activation)
      else { return nil }
      let limit = values.count == 4 && values[3].payload >= 0 ? values[3].payload : Int64.max
      return replace(texts, limit: limit, &activation)
    },
    FunctionEntry(
      "split", .method,
      [Signature([.string, .string], .list(.string)), Signature([.string, .string, .int], .list(.string))],
      "The parts of the text between the separators, at most so many.", example: "'a,b'.split(',')",
      gives: "['a', 'b']", cost: .text
    ) { activation, values in
      guard values.count == 2 || values.count == 3, values.are(.int, from: 2),
        let (text, separator) = pair(Arguments(values.prefix(2)), activation)
      else { return nil }
      let limit = values.count == 3 && values[2].payload >= 0 ? values[2].payload : Int64.max
      return split(text, separator, limit: limit, &activation)
    },
    FunctionEntry(
      "join", .method, [Signature([.list(.string)], .string), Signature([.list(.string), .string], .string)],
      "The texts of a list as one text, with a separator between them.", example: "['a', 'b'].join(', ')",
      gives: "'a, b'", cost: .text
    ) { activation, values in
      guard let list = values.first, list.kind == .list, values.count <= 2,
        values.are(.string, from: 1)
      else { return nil }
      let separator = values.count == 2 ? Array(activation.bytes(of: values[1])) : []
      var out: [UInt8] = []
      for (index, item) in activation.items(of: list).enumerated() {
        if item.isError { return item }
        guard item.kind == .string else { return nil }
        if index > 0 { out += separator }
        out += activation.bytes(of: item)
        guard activation.fuel > out.count >> 4 else { return .error(.budgetExceeded) }
      }
      return activation.make(out)
    },
    FunctionEntry(
      "reverse", .method, [Signature([.string], .string), Signature([.list(any)], .list(any))],
      "The characters of a text, or the items of a list, from last to first.", example: "'abc'.reverse()",
      gives: "'cba'", cost: .text
    ) { activation, values in
      if values.count == 1, values[0].kind == .list {
        return activation.make(list: activation.items(of: values[0]).reversed())
      }
      guard values.count == 1, let scalars = scalars(values[0], &activation) else { return nil }
      return activation.make(utf8(scalars.reversed()))
    },
  ]

  // MARK: - Help

  /// The bytes of so many strings; nil when one is none.
  static func texts(_ values: Arguments, _ count: Int, _ activation: Activation) -> [ArraySlice<UInt8>]? {
    guard values.count == count, values.allSatisfy({ $0.kind == .string }) else { return nil }
    return values.map { activation.bytes(of: $0) }
  }

  static func pair(_ values: Arguments, _ activation: Activation) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    texts(values, 2, activation).map { ($0[0], $0[1]) }
  }

  /// The characters of a string; nil for other values and when the budget is used up.
  static func scalars(_ value: Value, _ activation: inout Activation) -> [Unicode.Scalar]? {
    guard value.kind == .string else { return nil }
    let bytes = activation.bytes(of: value)
    guard activation.spend(bytes.count >> 4) else { return nil }
    return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  /// The bytes of a string in which each is a character; nil for any other value.
  private static func ascii(_ value: Value, _ activation: Activation) -> ArraySlice<UInt8>? {
    guard value.kind == .string else { return nil }
    let bytes = activation.bytes(of: value)
    return bytes.allSatisfy { $0 < 0x80 } ? bytes : nil
  }

  static func utf8(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var text: [UInt8] = []
    for scalar in scalars { text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
    return text
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func indexOf(
    _ values: Arguments, _ activation: inout Activation,
    _ find: (_ text: [Unicode.Scalar], _ part: [Unicode.Scalar], _ start: Int?) -> Int?
  ) -> Value? {
    guard values.count == 2 || values.count == 3, values.are(.int, from: 2),
      let text = scalars(values[0], &activation), let part = scalars(values[1], &activation)
    else { return nil }
    let start = values.count == 3 ? values[2].payload : nil
    if let start, start < 0 || start > Int64(text.count) { return .error(.indexOutOfRange) }
    return find(text, part, start.map { Int($0) }).map { .int($0) } ?? .error(.indexOutOfRange)
  }

  private static func replace(_ texts: [ArraySlice<UInt8>], limit: Int64, _ activation: inout Activation) -> Value {
    let (text, old, new) = (texts[0], texts[1], texts[2])
    var out: [UInt8] = []
    var position = 0
    var count: Int64 = 0
    let source = Array(text)
    guard activation.spend(source.count >> 4) else { return .error(.budgetExceeded) }
    while count < limit, let found = TextSearch.first(old, in: source[...], from: position) {
      out += source[position..<found]
      out += new
      guard activation.spend(1 + new.count >> 4) else { return .error(.budgetExceeded) }
      position = found + old.count
      count += 1
      if old.isEmpty {
        guard position < source.count else { return activation.make(out) }
        let end = TextSearch.characterEnd(in: source, at: position)
        out += source[position..<end]
        position = end
      }
    }
    out += source[position...]
    return activation.make(out)
  }

  private static func split(
    _ text: ArraySlice<UInt8>, _ separator: ArraySlice<UInt8>, limit: Int64, _ activation: inout Activation
  ) -> Value {
    if limit == 0 { return activation.make(list: []) }
    let source = Array(text)
    guard activation.spend(source.count >> 2) else { return .error(.budgetExceeded) }
    var parts: [[UInt8]] = []
    var position = 0
    while Int64(parts.count) < limit - 1 {
      if separator.isEmpty {
        let end = TextSearch.characterEnd(in: source, at: position)
        guard end < source.count else { break }
        parts.append(Array(source[position..<end]))
        position = end
      } else {
        guard let found = TextSearch.first(separator, in: source[...], from: position) else { break }
        parts.append(Array(source[position..<found]))
        position = found + separator.count
      }
    }
    if !separator.isEmpty || position < source.count { parts.append(Array(source[position...])) }
    return activation.make(list: parts.map { activation.make($0) })
  }
}
