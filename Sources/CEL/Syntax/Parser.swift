/// Reads the CEL grammar by descent, with one loop for the binary operators.
struct Parser {
  /// How deep an expression may be nested; the deepest rule that ships needs 20.
  static let depthLimit = 250
  /// The longest expression in bytes.
  static let lengthLimit = 1 << 16

  private let source: [UInt8]
  private let words: Lexer.Words
  private var position = 0
  private var depth = 0

  static func parse(_ source: [UInt8]) throws(CompileError) -> Expression {
    guard source.count <= lengthLimit else {
      throw CompileError("the expression is longer than \(lengthLimit) bytes", at: 0..<source.count)
    }
    var parser = Parser(source, try Lexer.words(of: source))
    let expression = try parser.expression()
    if parser.current.kind != .end {
      throw CompileError("\(parser.shown(parser.current)) is not expected here", at: parser.current.range)
    }
    return expression
  }

  private init(_ source: [UInt8], _ words: Lexer.Words) {
    self.source = source
    self.words = words
  }

  private func token(at position: Int) -> Token { words.tokens[min(position, words.tokens.count - 1)] }

  private var current: Token { token(at: position) }

  private var previousEnd: Int { position > 0 ? Int(token(at: position - 1).end) : 0 }

  private func shown(_ token: Token) -> String { token.shown(in: source) }

  /// The name that an identifier is; of one in backticks without them.
  private func name(_ token: Token) -> String {
    let range = token.kind == .quotedIdentifier ? Int(token.start) + 1..<Int(token.end) - 1 : token.range
    return String(decoding: source[range], as: UTF8.self)
  }

  private func isAt(_ symbol: Symbol) -> Bool { current.symbol == symbol }

  private mutating func take(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: Symbol, _ purpose: String) throws(CompileError) {
    if !take(symbol) {
      throw CompileError("“\(symbol.text)” \(purpose) is missing before \(shown(current))", at: current.range)
    }
  }

  private func build(
    _ form: Expression.Form, from start: Int, over depth: Int = 0
  ) throws(CompileError) -> Expression {
    let expression = Expression(form, at: start..<max(start, previousEnd), over: depth)
    if expression.depth > Self.depthLimit { throw tooDeep(at: expression.range) }
    return expression
  }

  private func tooDeep(at range: Range<Int>) -> CompileError {
    CompileError("the expression is nested more than \(Self.depthLimit) levels; use a definition or a let", at: range)
  }

  // MARK: - Operators

  private mutating func expression() throws(CompileError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit { throw tooDeep(at: current.range) }
    let start = Int(current.start)
    let condition = try binary(atLeast: 1)
    guard take("?") else { return condition }
    let first = try binary(atLeast: 1)
    try expect(":", "of the conditional")
    let second = try expression()
    return try build(
      .conditional(condition, first, second), from: start, over: max(condition.depth, first.depth, second.depth))
  }

  /// The operator that a token is, between two operands.
  private enum Operator {
    case or, and
    case binary(BinaryOperator)

    var level: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .binary(let operation):
        switch operation {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: 3
        case .add, .subtract: 4
        case .multiply, .divide, .remainder: 5
        }
      }
    }
  }

  private func operation(_ token: Token) -> Operator? {
    switch token.kind {
    case .identifier where token.end - token.start == 2: return name(token) == "in" ? .binary(.isIn) : nil
    case .symbol:
      switch token.symbol {
      case "||": return .or
      case "&&": return .and
      case "==": return .binary(.equal)
      case "!=": return .binary(.notEqual)
      case "<": return .binary(.less)
      case "<=": return .binary(.lessOrEqual)
      case ">": return .binary(.greater)
      case ">=": return .binary(.greaterOrEqual)
      case "+": return .binary(.add)
      case "-": return .binary(.subtract)
      case "*": return .binary(.multiply)
      case "/": return .binary(.divide)
      case "%": return .binary(.remainder)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func binary(atLeast minimum: Int) throws(CompileError) -> Expression {
    let start = Int(current.start)
    var left = try unary()
    while let operation = operation(current), operation.level >= minimum {
      position += 1
      let right = try binary(atLeast: operation.level + 1)
      let form: Expression.Form =
        switch operation {
        case .or: .or(left, right)
        case .and: .and(left, right)
        case .binary(let binary): .binary(binary, left, right)
        }
      left = try build(form, from: start, over: max(left.depth, right.depth))
    }
    return left
  }

  private mutating func unary() throws(CompileError) -> Expression {
    let start = Int(current.start)
    var count = 0
    if isAt("!") {
      while take("!") { count += 1 }
      if count > Self.depthLimit { throw tooDeep(at: start..<previousEnd) }
      var operand = try member()
      for index in (0..<count).reversed() {
        let form = Expression.Form.not(operand)
        operand = try build(form, from: start + index, over: operand.depth)
      }
      return operand
    }
    if isAt("-") {
      while isAt("-") {
        let next = token(at: position + 1).kind
        if next == .integer || next == .double { break }
        position += 1
        count += 1
      }
      if count > Self.depthLimit { throw tooDeep(at: start..<previousEnd) }
      var operand = try member()
      for _ in 0..<count {
        operand = try build(.negate(operand), from: start, over: operand.depth)
      }
      return operand
    }
    return try member()
  }

  // MARK: - Members

  private mutating func member() throws(CompileError) -> Expression {
    let start = Int(current.start)
    var operand = try primary()
    while true {
      if take(".") {
        let isOptional = take("?")
        operand = try dot(operand, isOptional: isOptional, from: start)
      } else if take("[") {
        let isOptional = take("?")
        let index = try expression()
        try expect("]", "of the index")
        operand = try build(
          .index(operand, index, isOptional: isOptional), from: start, over: max(operand.depth, index.depth))
      } else if isAt("{"), let name = Self.qualifiedName(operand) {
        position += 1
        try messageFields()
        operand = try build(.message(name: name), from: start)
      } else {
        return operand
      }
    }
  }

  private mutating func dot(
    _ operand: Expression, isOptional: Bool, from start: Int
  ) throws(CompileError) -> Expression {
    let token = current
    let name = name(token)
    switch token.kind {
    case .identifier:
      if name == "in" || Self.isConstant(name) {
        throw CompileError("“\(name)” cannot be a field name here; write it in backticks", at: token.range)
      }
    case .quotedIdentifier: break
    default:
      throw CompileError("a field or function name is expected behind the dot, not \(shown(token))", at: token.range)
    }
    position += 1
    if !isOptional, token.kind == .identifier, take("(") {
      let arguments = try self.arguments()
      return try build(
        .call(target: operand, name: name, nameRange: token.range, arguments: arguments), from: start,
        over: max(operand.depth, Self.depth(of: arguments)))
    }
    return try build(
      .select(operand, name: name, nameRange: token.range, isOptional: isOptional), from: start, over: operand.depth)
  }

  private mutating func arguments() throws(CompileError) -> [Expression] {
    var arguments: [Expression] = []
    if take(")") { return arguments }
    repeat { arguments.append(try expression()) } while take(",")
    try expect(")", "of the call")
    return arguments
  }

  private mutating func messageFields() throws(CompileError) {
    while !take("}") {
      _ = take("?")
      switch current.kind {
      case .identifier, .quotedIdentifier: position += 1
      default: throw CompileError("a field name is expected, not \(shown(current))", at: current.range)
      }
      try expect(":", "behind the field name")
      _ = try expression()
      if !take(",") {
        try expect("}", "of the message")
        return
      }
    }
  }

  // MARK: - Primaries

  private static func depth(of parts: [Expression]) -> Int {
    var depth = 0
    for part in parts { depth = max(depth, part.depth) }
    return depth
  }

  private mutating func primary() throws(CompileError) -> Expression {
    let token = current
    let start = token.range.lowerBound
    position += 1
    switch token.kind {
    case .integer:
      guard let value = Int64(exactly: token.number) else {
        throw CompileError("the number does not fit 64 bits", at: token.range)
      }
      return try literal(.int(value), from: start)
    case .unsigned: return try literal(.uint(token.number), from: start)
    case .double: return try literal(.double(Double(bitPattern: token.number), text: name(token)), from: start)
    case .string: return try literal(.string(words.contents[Int(token.number)]), from: start)
    case .bytes: return try literal(.bytes(words.contents[Int(token.number)]), from: start)
    case .identifier: return try identifier(token, start: start, isAbsolute: false)
    case .symbol where token.symbol == ".":
      guard current.kind == .identifier else {
        throw CompileError("a name is expected behind the dot, not \(shown(current))", at: current.range)
      }
      let nameToken = current
      position += 1
      return try identifier(nameToken, start: start, isAbsolute: true)
    case .symbol where token.symbol == "-": return try negativeNumber(from: start)
    case .symbol where token.symbol == "(":
      let inner = try expression()
      try expect(")", "of the parenthesis")
      return inner
    case .symbol where token.symbol == "[": return try list(from: start)
    case .symbol where token.symbol == "{": return try map(from: start)
    case .end:
      position -= 1
      throw CompileError(start == 0 ? "the expression is empty" : "the expression is not complete", at: token.range)
    default:
      position -= 1
      throw CompileError("a value is expected, not \(shown(token))", at: token.range)
    }
  }

  private func literal(_ literal: Literal, from start: Int) throws(CompileError) -> Expression {
    try build(.literal(literal), from: start)
  }

  private mutating func negativeNumber(from start: Int) throws(CompileError) -> Expression {
    let token = current
    position += 1
    switch token.kind {
    case .integer where token.number <= UInt64(Int64.max) + 1:
      return try literal(.int(Int64(truncatingIfNeeded: 0 &- token.number)), from: start)
    case .double:
      return try literal(.double(-Double(bitPattern: token.number), text: "-" + name(token)), from: start)
    default: throw CompileError("the number does not fit 64 bits", at: token.range)
    }
  }

  private mutating func identifier(
    _ token: Token, start: Int, isAbsolute: Bool
  ) throws(CompileError) -> Expression {
    let name = name(token)
    if !isAbsolute, Self.isConstant(name) {
      switch name {
      case "true": return try literal(.bool(true), from: start)
      case "false": return try literal(.bool(false), from: start)
      default: return try literal(.null, from: start)
      }
    }
    if Self.isReserved(name) {
      throw CompileError("“\(name)” is a reserved word", at: token.range)
    }
    if take("(") {
      let arguments = try self.arguments()
      return try build(
        .call(target: nil, name: name, nameRange: token.range, arguments: arguments), from: start,
        over: Self.depth(of: arguments))
    }
    return try build(.identifier(name, isAbsolute: isAbsolute), from: start)
  }

  private mutating func list(from start: Int) throws(CompileError) -> Expression {
    var items: [Expression.Item] = []
    var depth = 0
    while !take("]") {
      let isOptional = take("?")
      let value = try expression()
      depth = max(depth, value.depth)
      items.append(Expression.Item(value: value, isOptional: isOptional))
      if !take(",") {
        try expect("]", "of the list")
        break
      }
    }
    return try build(.list(items), from: start, over: depth)
  }

  private mutating func map(from start: Int) throws(CompileError) -> Expression {
    var entries: [Expression.Entry] = []
    var depth = 0
    while !take("}") {
      let isOptional = take("?")
      let key = try expression()
      try expect(":", "between key and value")
      let value = try expression()
      depth = max(depth, key.depth, value.depth)
      entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
      if !take(",") {
        try expect("}", "of the map")
        break
      }
    }
    return try build(.map(entries), from: start, over: depth)
  }
}
