extension CompiledKind {
  /// Checks the parameters of a kind and makes its native evaluation.
  ///
  /// - Parameter isProven: Whether tests hold the kind, so that its definition can wait until a failure is traced.
  public init(_ call: KindCall, in environment: Environment, isProven: Bool = false) throws(KindError) {
    var compiler = KindCompiler(call, environment)
    let form = try compiler.form()
    let definition = KindDefinition(form.definition, in: environment)
    placeholders = form.placeholders
    guard !isProven else {
      program = Program(of: definition, node: form.native(definition))
      return
    }
    do {
      program = Program(try definition.compile(), node: form.native(definition))
    } catch {
      throw compiler.placed(error, in: form.definition)
    }
  }
}

/// Turns the parameters of a kind into its definition and its native node.
///
/// Split over several files by what the kinds are about.
struct KindCompiler {
  /// What a kind comes to.
  struct Form {
    let definition: String
    let placeholders: [(name: String, text: String)]
    let native: (KindDefinition) -> Node
  }

  let call: KindCall
  let environment: Environment
  var names: KindPath.Names

  init(_ call: KindCall, _ environment: Environment) {
    self.call = call
    self.environment = environment
    names = KindPath.Names(environment)
  }

  mutating func form() throws(KindError) -> Form {
    switch call.kind {
    case .required, .forbidden: try presence()
    case .cardinality: try cardinality()
    case .codeList: try codeList()
    case .pattern: try pattern()
    case .range: try range()
    case .sumEquals: try sumEquals()
    case .ratio: try ratio()
    case .unique: try unique()
    case .refersTo: try refersTo()
    case .deadline: try deadline()
    case .periodContinuity: try periodContinuity()
    case .changeBound: try changeBound()
    }
  }

  // MARK: - Parameters

  func text(_ name: String) throws(KindError) -> String {
    guard let text = call[name]?.texts.first else {
      throw KindError("“\(call.kind.rawValue)” needs the parameter “\(name)”")
    }
    return text
  }

  func texts(_ name: String) throws(KindError) -> [String] {
    guard let texts = call[name]?.texts, !texts.isEmpty else {
      throw KindError("“\(call.kind.rawValue)” needs the parameter “\(name)”, a list", parameter: call[name]?.name)
    }
    return texts
  }

  /// What an absent value means: `passes` unless the parameter says otherwise.
  func absence() throws(KindError) -> KindPath.Absence {
    guard let text = call["absent"]?.texts.first else { return .passes }
    guard let absence = KindPath.Absence(rawValue: text) else {
      throw KindError("an absent value “passes” or “fails”", parameter: "absent", at: 0..<text.utf8.count)
    }
    return absence
  }

  func path(_ name: String, item: Int = 0, flattening: Bool = false) throws(KindError) -> KindPath {
    let text = try texts(name)[item]
    return try path(text, parameter: name, item: item, flattening: flattening)
  }

  /// A path without lists on its way.
  func plainPath(_ name: String, _ wanted: String, _ fits: (Type) -> Bool) throws(KindError) -> KindPath {
    let path = try path(name)
    try require(path.isSingle, name, "one value, but its path runs through a list; use “for” to look at each item")
    try require(fits(path.type), name, "\(wanted), not \(path.type)")
    return path
  }

  func require(_ condition: Bool, _ name: String, item: Int = 0, _ wanted: String) throws(KindError) {
    guard !condition else { return }
    let length = call[name]?.texts[item].utf8.count ?? 0
    throw KindError("“\(name)” must be \(wanted)", parameter: name, item: item, at: 0..<length)
  }

  /// A limit: a number, a date or a path.
  func limit(_ name: String, for type: Type) throws(KindError) -> (
    text: (String) -> String, native: KindLimit, shown: String
  )? {
    guard let text = call[name]?.texts.first else { return nil }
    if let (constant, literal) = Self.constant(text) {
      try require(
        constant.type.isComparable(with: type) && constant.isOrdered(with: type), name, "\(type), not \(text)")
      return ({ $0 + literal }, .constant(constant.value), literal)
    }
    let path = try path(text, parameter: name, item: 0, flattening: false)
    try require(path.isSingle, name, "one value, but its path runs through a list")
    try require(path.type.isComparable(with: type), name, "\(type), not \(path.type)")
    let (guards, plain) = path.plain
    let negated = guards.map { "!" + $0 + " || " }.joined()
    return ({ negated.isEmpty ? $0 + plain : "(\(negated)\($0)\(plain))" }, .path(path), plain)
  }

  /// A number or a date as it is written in a rule, and as CEL writes it; nil for anything else.
  static func constant(_ text: String) -> (KindConstant, literal: String)? {
    if let whole = Int64(text) { return (.int(whole), String(whole)) }
    if text.first?.isNumber == true || text.first == "-", !text.contains("e"), !text.contains("E"),
      let decimal = Decimal(text), Int64(exactly: decimal.coefficient) != nil, decimal.scale <= 18
    {
      return (.decimal(decimal), "decimal('\(text)')")
    }
    return CivilDate(text).map { (.date($0), "date('\(text)')") }
  }

  static func isNumber(_ type: Type) -> Bool { type == .int || type == .decimal }

  /// A text as a literal of CEL.
  static func quoted(_ text: String) -> String {
    var out = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "'"
  }

  // MARK: - Faults

  /// Moves the fault of a definition to the parameter that the faulty part came from.
  func placed(_ error: CompileError, in definition: String) -> KindError {
    let bytes = Array(definition.utf8)
    let part = Array(bytes[error.range.clamped(to: 0..<bytes.count)])
    for parameter in call.parameters {
      for (item, text) in parameter.texts.enumerated() {
        let own = Array(text.utf8)
        let wanted = part.first == UInt8(ascii: "'") && part.count > 2 ? Array(part[1..<part.count - 1]) : part
        guard !wanted.isEmpty, let start = own.firstRange(of: wanted) else { continue }
        return KindError(error.message, parameter: parameter.name, item: item, at: start)
      }
    }
    return KindError(error.message)
  }
}

/// A number or date that a rule writes down.
enum KindConstant {
  case int(Int64)
  case decimal(Decimal)
  case date(CivilDate)

  var type: Type {
    switch self {
    case .int: .int
    case .decimal: .decimal
    case .date: .date
    }
  }

  func isOrdered(with other: Type) -> Bool {
    KindCompiler.isNumber(type) ? KindCompiler.isNumber(other) : other == .date
  }

  var value: Value {
    switch self {
    case .int(let value): .int(value)
    case .decimal(let value):
      Value(.decimal, payload: Int64(truncatingIfNeeded: value.coefficient), detail: UInt8(value.scale))
    case .date(let value): .date(value)
    }
  }
}
