/// Reads the CEL grammar by descent, with one loop for the binary operators.
struct Parser {
  /// How deep an expression may be nested; the deepest rule that ships needs 20.
  static let depthLimit = 120
  /// The longest expression in bytes.
  static let lengthLimit = 100_000

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  static func parse(_ source: [UInt8]) throws(CompileError) -> Expression {
    guard source.count <= lengthLimit else {
      throw CompileError("the expression is longer than \(lengthLimit) bytes", at: 0..<source.count)
    }
    var parser = Parser(tokens: try Lexer.tokens(of: source))
    let expression = try parser.expression()
    if parser.current.kind != .end {
      throw CompileError("\(parser.current.shown) is not expected here", at: parser.current.range)
    }
    return expression
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  private var current: Token { tokens[min(position, tokens.count - 1)] }

  private var previousEnd: Int { position > 0 ? tokens[min(position, tokens.count) - 1].range.upperBound : 0 }

  private func isAt(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = current.kind { true } else { false }
  }

  private mutating func take(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: Symbol, _ purpose: String) throws(CompileError) {
    if !take(symbol) {
      throw CompileError("“\(symbol.text)” \(purpose) is missing before \(current.shown)", at: current.range)
    }
  }

  private func build(
    _ form: Expression.Form, from start: Int, over children: [Expression]
  ) throws(CompileError) -> Expression {
    let expression = Expression(form, at: start..<max(start, previousEnd), over: children)
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
    let start = current.range.lowerBound
    let condition = try binary(atLeast: 1)
    guard take("?") else { return condition }
    let first = try binary(atLeast: 1)
    try expect(":", "of the conditional")
    let second = try expression()
    return try build(.conditional(condition, first, second), from: start, over: [condition, first, second])
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

  private static func operation(_ token: Token) -> Operator? {
    switch token.kind {
    case .identifier("in"): return .binary(.isIn)
    case .symbol(let symbol):
      switch symbol {
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
    let start = current.range.lowerBound
    var left = try unary()
    while let operation = Self.operation(current), operation.level >= minimum {
      position += 1
      let right = try binary(atLeast: operation.level + 1)
      let form: Expression.Form =
        switch operation {
        case .or: .or(left, right)
        case .and: .and(left, right)
        case .binary(let binary): .binary(binary, left, right)
        }
      left = try build(form, from: start, over: [left, right])
    }
    return left
  }

  private mutating func unary() throws(CompileError) -> Expression {
    let start = current.range.lowerBound
    var count = 0
    if isAt("!") {
      while take("!") { count += 1 }
      if count > Self.depthLimit { throw tooDeep(at: start..<previousEnd) }
      var operand = try member()
      for index in (0..<count).reversed() {
        let form = Expression.Form.not(operand)
        operand = try build(form, from: start + index, over: [operand])
      }
      return operand
    }
    if isAt("-") {
      while isAt("-") {
        if case .integer = tokens[min(position + 1, tokens.count - 1)].kind { break }
        if case .double = tokens[min(position + 1, tokens.count - 1)].kind { break }
        position += 1
        count += 1
      }
      if count > Self.depthLimit { throw tooDeep(at: start..<previousEnd) }
      var operand = try member()
      for _ in 0..<count {
        operand = try build(.negate(operand), from: start, over: [operand])
      }
      return operand
    }
    return try member()
  }

  // MARK: - Members

  private mutating func member() throws(CompileError) -> Expression {
    let start = current.range.lowerBound
    var operand = try primary()
    while true {
      if take(".") {
        let isOptional = take("?")
        operand = try dot(operand, isOptional: isOptional, from: start)
      } else if take("[") {
        let isOptional = take("?")
        let index = try expression()
        try expect("]", "of the index")
        operand = try build(.index(operand, index, isOptional: isOptional), from: start, over: [operand, index])
      } else if isAt("{"), let name = Self.qualifiedName(operand) {
        position += 1
        try messageFields()
        operand = try build(.message(name: name), from: start, over: [])
      } else {
        return operand
      }
    }
  }

  private mutating func dot(
    _ operand: Expression, isOptional: Bool, from start: Int
  ) throws(CompileError) -> Expression {
    let token = current
    let name: String
    switch token.kind {
    case .identifier(let text):
      if ["in", "true", "false", "null"].contains(text) {
        throw CompileError("“\(text)” cannot be a field name here; write it in backticks", at: token.range)
      }
      name = text
    case .quotedIdentifier(let text): name = text
    default:
      throw CompileError("a field or function name is expected behind the dot, not \(token.shown)", at: token.range)
    }
    position += 1
    if !isOptional, case .identifier = token.kind, take("(") {
      let arguments = try self.arguments()
      return try build(
        .call(target: operand, name: name, nameRange: token.range, arguments: arguments), from: start,
        over: [operand] + arguments)
    }
    return try build(
      .select(operand, name: name, nameRange: token.range, isOptional: isOptional), from: start, over: [operand])
  }

  /// The first name of `a.b.c`, or nil when the expression is anything else; with a leading dot if it has one.
  static func rootName(_ expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, let isAbsolute): isAbsolute ? "." + name : name
    case .select(let operand, _, _, false): rootName(operand)
    default: nil
    }
  }

  /// `a.b.c` as one name, or nil when the expression is anything else.
  static func qualifiedName(_ expression: Expression) -> String? {
    switch expression.form {
    case .identifier(let name, let isAbsolute): return isAbsolute ? "." + name : name
    case .select(let operand, let name, _, false): return qualifiedName(operand).map { $0 + "." + name }
    default: return nil
    }
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
      default: throw CompileError("a field name is expected, not \(current.shown)", at: current.range)
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

  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
    "namespace", "return", "var", "void", "while",
  ]

  private mutating func primary() throws(CompileError) -> Expression {
    let token = current
    let start = token.range.lowerBound
    position += 1
    switch token.kind {
    case .integer(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw CompileError("the number does not fit 64 bits", at: token.range)
      }
      return try literal(.int(value), from: start)
    case .unsigned(let value): return try literal(.uint(value), from: start)
    case .double(let value, let text): return try literal(.double(value, text: text), from: start)
    case .string(let bytes): return try literal(.string(bytes), from: start)
    case .bytes(let bytes): return try literal(.bytes(bytes), from: start)
    case .identifier(let name): return try identifier(name, token: token, start: start, isAbsolute: false)
    case .symbol("."):
      guard case .identifier(let name) = current.kind else {
        throw CompileError("a name is expected behind the dot, not \(current.shown)", at: current.range)
      }
      let nameToken = current
      position += 1
      return try identifier(name, token: nameToken, start: start, isAbsolute: true)
    case .symbol("-"): return try negativeNumber(from: start)
    case .symbol("("):
      let inner = try expression()
      try expect(")", "of the parenthesis")
      return inner
    case .symbol("["): return try list(from: start)
    case .symbol("{"): return try map(from: start)
    case .end:
      position -= 1
      throw CompileError(start == 0 ? "the expression is empty" : "the expression is not complete", at: token.range)
    default:
      position -= 1
      throw CompileError("a value is expected, not \(token.shown)", at: token.range)
    }
  }

  private func literal(_ literal: Literal, from start: Int) throws(CompileError) -> Expression {
    try build(.literal(literal), from: start, over: [])
  }

  private mutating func negativeNumber(from start: Int) throws(CompileError) -> Expression {
    let token = current
    position += 1
    switch token.kind {
    case .integer(let magnitude) where magnitude <= UInt64(Int64.max) + 1:
      return try literal(.int(Int64(truncatingIfNeeded: 0 &- magnitude)), from: start)
    case .double(let value, let text): return try literal(.double(-value, text: "-" + text), from: start)
    default: throw CompileError("the number does not fit 64 bits", at: token.range)
    }
  }

  private mutating func identifier(
    _ name: String, token: Token, start: Int, isAbsolute: Bool
  ) throws(CompileError) -> Expression {
    if !isAbsolute {
      switch name {
      case "true": return try literal(.bool(true), from: start)
      case "false": return try literal(.bool(false), from: start)
      case "null": return try literal(.null, from: start)
      default: break
      }
    }
    if name == "in" || Self.reserved.contains(name) {
      throw CompileError("“\(name)” is a reserved word", at: token.range)
    }
    if take("(") {
      let arguments = try self.arguments()
      return try build(
        .call(target: nil, name: name, nameRange: token.range, arguments: arguments), from: start, over: arguments)
    }
    return try build(.identifier(name, isAbsolute: isAbsolute), from: start, over: [])
  }

  private mutating func list(from start: Int) throws(CompileError) -> Expression {
    var items: [Expression.Item] = []
    while !take("]") {
      let isOptional = take("?")
      items.append(Expression.Item(value: try expression(), isOptional: isOptional))
      if !take(",") {
        try expect("]", "of the list")
        break
      }
    }
    return try build(.list(items), from: start, over: items.map(\.value))
  }

  private mutating func map(from start: Int) throws(CompileError) -> Expression {
    var entries: [Expression.Entry] = []
    while !take("}") {
      let isOptional = take("?")
      let key = try expression()
      try expect(":", "between key and value")
      entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
      if !take(",") {
        try expect("}", "of the map")
        break
      }
    }
    return try build(.map(entries), from: start, over: entries.flatMap { [$0.key, $0.value] })
  }
}
