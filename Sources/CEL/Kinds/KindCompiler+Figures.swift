/// Kinds about figures: limits, sums, ratios and change.
extension KindCompiler {
  mutating func range() throws(KindError) -> Form {
    let path = try path("path", flattening: true)
    try require(Self.isNumber(path.type) || path.type == .date, "path", "a number or a date, not \(path.type)")
    let absence = try absence()
    let least = try limit("min", for: path.type)
    let most = try limit("max", for: path.type)
    guard least != nil || most != nil else { throw KindError("“range” needs “min” or “max”, or both") }
    func condition(_ value: String) -> String {
      [least.map { $0.text(value + " >= ") }, most.map { $0.text(value + " <= ") }].compactMap { $0 }
        .joined(separator: " && ")
    }
    let definition = path.all(&names, absence, condition)
    let limits = [("min", least?.shown), ("max", most?.shown)].compactMap { pair in pair.1.map { (pair.0, $0) } }
    let (first, second) = (least?.native, most?.native)
    return Form(
      definition: definition, placeholders: offenders(path, "values") { "!(\(condition($0)))" } + limits
    ) { RangeKindNode(path, least: first, most: second, absent: absence == .passes, $0) }
  }

  mutating func sumEquals() throws(KindError) -> Form {
    var parts: [KindPath] = []
    for item in try texts("parts").indices {
      let part = try path("parts", item: item, flattening: true)
      try require(Self.isNumber(part.type), "parts", item: item, "numbers, not \(part.type)")
      parts.append(part)
    }
    let total = try plainPath("total", "a number", Self.isNumber)
    var tolerance: Decimal?
    if let text = call["tolerance"]?.texts.first {
      guard let decimal = Decimal(text), !decimal.isNegative else {
        throw KindError("“tolerance” is a number of 0 or more", parameter: "tolerance", at: 0..<text.utf8.count)
      }
      tolerance = decimal
    }
    var sums: [String] = []
    for part in parts { sums.append(part.sum(&names)) }
    let sum = sums.joined(separator: " + ")
    let (guards, stated) = total.plain
    let comparison = tolerance.map { "approx(\(sum), \(stated), decimal('\($0)'))" } ?? "\(sum) == \(stated)"
    let definition = (guards.map { "!" + $0 } + [comparison]).joined(separator: " || ")
    let bound = tolerance
    return Form(
      definition: definition,
      placeholders: [("sum", sum), ("total", stated), ("difference", "\(stated) - (\(sum))")]
        + (tolerance.map { [("tolerance", "decimal('\($0)')")] } ?? [])
    ) { [parts] in SumKindNode(parts, total: total, tolerance: bound, $0) }
  }

  mutating func ratio() throws(KindError) -> Form {
    let part = try plainPath("part", "a number", Self.isNumber)
    let whole = try plainPath("whole", "a number", Self.isNumber)
    let rate = try plainPath("rate", "a number", Self.isNumber)
    let text = try text("digits")
    guard let digits = Int(text), (0...18).contains(digits) else {
      throw KindError("“digits” is a whole number from 0 to 18", parameter: "digits", at: 0..<text.utf8.count)
    }
    let (partText, wholeText, rateText) = (part.plain.text, whole.plain.text, rate.plain.text)
    let guards = part.plain.guards + whole.plain.guards + rate.plain.guards
    let conditions =
      guards.map { "!" + $0 } + [
        "\(wholeText) == 0", "ratioEquals(\(partText), \(wholeText), \(rateText), \(digits))",
      ]
    return Form(
      definition: conditions.joined(separator: " || "),
      placeholders: [
        ("part", partText), ("whole", wholeText), ("rate", rateText),
        ("expected", "(decimal(\(partText)) / \(wholeText)).round(\(digits))"),
      ]
    ) { RatioKindNode(part: part, whole: whole, rate: rate, digits: digits, $0) }
  }

  mutating func changeBound() throws(KindError) -> Form {
    let path = try path("path", flattening: true)
    try require(Self.isNumber(path.type), "path", "a number, not \(path.type)")
    let previous = try self.path("previous", flattening: true)
    try require(Self.isNumber(previous.type), "previous", "a number, not \(previous.type)")
    let written = try text("factor")
    let factor: String
    if let (constant, literal) = Self.constant(written) {
      try require(Self.isNumber(constant.type) && constant.isAtLeastOne, "factor", "a number of 1 or more")
      factor = literal
    } else {
      factor = try plainPath("factor", "a number", Self.isNumber).plain.text
    }
    let node: Node
    do {
      node = try Program.compile(factor, in: environment).node
    } catch {
      throw KindError(error.message, parameter: "factor", at: 0..<written.utf8.count)
    }
    let guards = (path.isSingle ? path.plain.guards : []) + (previous.isSingle ? previous.plain.guards : [])
    let now = path.isSingle ? path.plain.text : path.sum(&names)
    let before = previous.isSingle ? previous.plain.text : previous.sum(&names)
    let conditions =
      guards.map { "!" + $0 } + [
        "\(before) == 0", "\(now) <= \(before) * \(factor) && \(now) * \(factor) >= \(before)",
      ]
    return Form(
      definition: conditions.joined(separator: " || "),
      placeholders: [("value", now), ("previous", before), ("factor", factor)]
    ) { ChangeKindNode(path, previous: previous, factor: node, $0) }
  }
}

extension KindConstant {
  fileprivate var isAtLeastOne: Bool {
    switch self {
    case .int(let value): value >= 1
    case .decimal(let value): Decimal(1) <= value
    case .date: false
    }
  }
}
