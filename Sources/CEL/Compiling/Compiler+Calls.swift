/// Calls of functions.
extension Compiler {
  mutating func call(_ call: Call, _ scope: Scope) throws(CompileError) -> Typed {
    if let macro = try macro(call, scope) { return macro }
    if let target = call.target, let root = Parser.rootName(target), scope.local(root) == nil,
      environment.mayQualifyFunction(root), let prefix = Parser.qualifiedName(target),
      !environment.functions(named: prefix + "." + call.name).isEmpty,
      environment.entry(for: prefix) == nil
    {
      return try function(prefix + "." + call.name, isMethod: false, call.arguments, call, scope)
    }
    if let target = call.target {
      return try function(call.name, isMethod: true, [target] + call.arguments, call, scope)
    }
    return try function(call.name, isMethod: false, call.arguments, call, scope)
  }

  private mutating func function(
    _ name: String, isMethod: Bool, _ arguments: [Expression], _ call: Call, _ scope: Scope
  ) throws(CompileError) -> Typed {
    let namesakes = environment.functions(named: name)
    let entries = namesakes.filter { $0.isCalled(asMethod: isMethod) }
    guard !entries.isEmpty else {
      if mode == .unchecked { return Typed(node: ErrorNode(.unbound(name), at: call.range), type: .dyn) }
      throw unknown(name, namesakes, isMethod: isMethod, call)
    }
    var typed: [Typed] = []
    for argument in arguments { typed.append(try visit(argument, scope, asDecimal: name == "decimal")) }
    if name == "contains" || name == "follows" || name == "months" { typed = typed.map { Self.period($0) ?? $0 } }
    var result = Self.result(of: entries, typed.map(\.type))
    if result == nil, typed.contains(where: { $0.type == .double }) {
      // A number with a point where a decimal is wanted.
      for (index, argument) in arguments.enumerated() where typed[index].type == .double {
        typed[index] = try visit(argument, scope, asDecimal: true)
      }
      result = Self.result(of: entries, typed.map(\.type))
    }
    if mode == .unchecked { result = .dyn }
    guard let result else { throw mismatch(name, entries, typed, isMethod: isMethod, call) }
    try checkOrder(name, typed, call)
    if name == "sum" { isWorthPlanning = true }
    let node =
      try special(name, arguments, typed, call)
      ?? CallNode(
        name: name, arguments: typed.map(\.node), isPlain: result.isPlain,
        callee: Self.callee(of: entries, typed.map(\.type), result), at: call.range)
    return Typed(node: node, type: result, unit: try unit(ofCall: name, typed.map(\.unit), at: call.range))
  }

  /// What does the work: of several entries the first that has a signature for these types.
  static func callee(of entries: [FunctionEntry], _ types: [Type], _ result: Type) -> Callee {
    if entries.first?.name == "sum", FunctionTable.zero(of: result) != nil { return .sum(result) }
    let fitting = entries.count == 1 ? nil : entries.first { Self.result(of: [$0], types) != nil }
    return .entry(fitting ?? entries[0])
  }

  /// What the function gives for these types, or nil when no signature fits.
  static func result(of entries: [FunctionEntry], _ types: [Type]) -> Type? {
    let isVague = types.contains(where: Self.isVague)
    var first: Type?
    for entry in entries {
      for signature in entry.signatures where signature.parameters.count == types.count {
        var bindings = Type.Bindings()
        guard zip(types, signature.parameters).allSatisfy({ $0.fits($1, &bindings) }) else { continue }
        let result = signature.result.substituting(bindings)
        // The first signature is meant, unless a type that is not known leaves it open.
        guard isVague else { return result }
        if let first, result != first { return .dyn }
        first = result
      }
    }
    return first
  }

  private static func isVague(_ type: Type) -> Bool {
    switch type {
    case .dyn, .parameter: true
    case .list(let item): isVague(item)
    case .optional(let content): isVague(content)
    default: false
    }
  }

  func checkOrder(_ name: String, _ typed: [Typed], _ call: Call) throws(CompileError) {
    guard name == "min" || name == "max" || name == "sort" || name == "sortBy",
      case .list(let item)? = typed.first?.type,
      !Self.hasOrder(item)
    else {
      return
    }
    throw CompileError("“\(name)” needs items that have an order; \(item) has none", at: call.range)
  }

  /// Nodes that do more than call the body of the function.
  private func special(
    _ name: String, _ arguments: [Expression], _ typed: [Typed], _ call: Call
  ) throws(CompileError) -> Node? {
    switch (name, typed.count) {
    case ("size", 1): return SizeNode(typed[0].node, at: call.range)
    case ("orValue", 2): return OrValueNode(typed[0].node, typed[1].node, at: call.range)
    case ("or", 2): return OrOptionalNode(typed[0].node, typed[1].node, at: call.range)
    case ("matches", 2):
      guard let text = (typed[1].node as? BoxedConstantNode)?.text else { return nil }
      let pattern = Pattern(text)
      if let problem = pattern.problem {
        if mode == .unchecked { return ErrorNode(.invalidArgument(problem), at: call.range) }
        throw CompileError("the pattern is not a regular expression of RE2: \(problem)", at: arguments[1].range)
      }
      return MatchNode(typed[0].node, pattern, at: call.range)
    case ("date", 1):
      // A date that does not exist is a mistake of the author.
      guard mode != .unchecked, let text = (typed[0].node as? BoxedConstantNode)?.text else { return nil }
      guard let date = CivilDate(String(decoding: text, as: UTF8.self)) else {
        throw CompileError("there is no such date; dates are written 2025-12-31", at: arguments[0].range)
      }
      return ConstantNode(.date(date), at: call.range)
    case ("duration", 1), ("timestamp", 1):
      // What is none stays a call, whose value is an error, as CEL has it.
      guard let text = (typed[0].node as? BoxedConstantNode)?.text else { return nil }
      let value =
        name == "duration"
        ? Instant.parse(duration: String(decoding: text, as: UTF8.self)).flatMap { $0.isDuration ? .duration($0) : nil }
        : Instant.parse(timestamp: String(decoding: text, as: UTF8.self)).map { Value.timestamp($0) }
      return value.map { ConstantNode($0, at: call.range) }
    case ("deadline", 2):
      guard mode != .unchecked, let text = (typed[1].node as? BoxedConstantNode)?.text else { return nil }
      guard CalendarLength(String(decoding: text, as: UTF8.self)) == nil else { return nil }
      throw CompileError(
        "there is no such length of time; lengths are written P2M, P1Y6M, P2W or P30D", at: arguments[1].range)
    case (_, 2) where FunctionTable.zonedNames.contains(name):
      guard mode != .unchecked, let zone = (typed[1].node as? BoxedConstantNode)?.text else { return nil }
      guard zone.withUnsafeBufferPointer({ Instant.offset($0, from: 0) }) == nil, TimeZone(zone) == nil else {
        return nil
      }
      let text = String(decoding: zone, as: UTF8.self)
      let suggestion = Suggestion.nearest(to: text, among: TimeZone.names).map { "; did you mean “\($0)”?" } ?? ""
      throw CompileError("there is no such time zone in the IANA database\(suggestion)", at: arguments[1].range)
    default: return nil
    }
  }

  // MARK: - Messages

  private func unknown(
    _ name: String, _ namesakes: [FunctionEntry], isMethod: Bool, _ call: Call
  ) -> CompileError {
    if !namesakes.isEmpty {
      let form = isMethod ? "\(name)(x)" : "x.\(name)(…)"
      return CompileError("“\(name)” is called as \(form)", at: call.nameRange)
    }
    let names = functionTable.map(\.name) + macroTable.map(\.name)
    let suffix = Suggestion.nearest(to: name, among: names).map { "; did you mean “\($0)”?" } ?? ""
    return CompileError("there is no function “\(name)”\(suffix)", at: call.nameRange)
  }

  private func mismatch(
    _ name: String, _ entries: [FunctionEntry], _ typed: [Typed], isMethod: Bool, _ call: Call
  ) -> CompileError {
    let types = typed.map(\.type.description)
    let shown =
      isMethod
      ? "\(types.first ?? "").\(name)(\(types.dropFirst().joined(separator: ", ")))"
      : "\(name)(\(types.joined(separator: ", ")))"
    let wanted = entries.flatMap(\.signatures).prefix(6).map { signature in
      let parameters = signature.parameters.map(\.description)
      return isMethod
        ? "\(parameters.first ?? "").\(name)(\(parameters.dropFirst().joined(separator: ", ")))"
        : "\(name)(\(parameters.joined(separator: ", ")))"
    }
    return CompileError("there is no \(shown); there is \(wanted.joined(separator: ", "))", at: call.range)
  }
}
