import Findings

/// How a number was worked out.
indirect enum Formula {
  /// A number that was read or given.
  case figure(Value)
  case operation(BinaryOperator, Formula, Formula, Value)
  case negation(Formula, Value)
  /// The sum of a list.
  case sum(Value, total: Value)
  /// The mean of a list.
  case mean(Value, count: Value, result: Value)
  /// A number that was rounded on purpose.
  case rounded(Formula, Value)

  /// Whether there is anything to show: a figure alone is no calculation.
  var isComputed: Bool {
    switch self {
    case .figure: false
    case .rounded(let inner, _): inner.isComputed
    default: true
    }
  }

  var value: Value {
    switch self {
    case .figure(let value), .operation(_, _, _, let value), .negation(_, let value), .sum(_, let value),
      .mean(_, _, let value), .rounded(_, let value):
      value
    }
  }

  private var isRounded: Bool {
    if case .rounded(let inner, _) = self { return inner.isComputed }
    return false
  }

  func side(_ activation: Activation, result: Value) -> Blame.Side {
    var writer = FormulaWriter(activation: activation)
    writer.write(self, inside: .sum)
    return Blame.Side(steps: writer.steps, result: activation.display(result), isRounded: isRounded)
  }

  fileprivate var precedence: FormulaWriter.Precedence {
    switch self {
    case .figure(let value): value.isNegative ? .sum : .figure
    case .operation(let operation, _, _, _): operation == .add || operation == .subtract ? .sum : .product
    case .sum, .negation: .sum
    case .mean: .product
    case .rounded(let inner, _): inner.precedence
    }
  }
}

extension Value {
  fileprivate var isNegative: Bool {
    switch kind {
    case .int: payload < 0
    case .decimal: !isBoxed && payload < 0
    case .double: doubleBits < 0
    default: false
    }
  }
}

/// Writes a formula as steps, with brackets where they are needed and long sums cut short.
private struct FormulaWriter {
  /// How closely the outermost operator binds.
  enum Precedence: Int {
    case sum, product, figure
  }

  /// The most terms of one sum that are written.
  static let termLimit = 8
  /// The most steps of a calculation; a part that would go beyond is written as its value.
  static let stepLimit = 40

  let activation: Activation
  var steps: [Blame.Step] = []

  mutating func write(_ formula: Formula, inside precedence: Precedence) {
    guard steps.count < Self.stepLimit else { return figure(formula.value) }
    let needsBrackets = formula.precedence.rawValue < precedence.rawValue
    if needsBrackets { steps.append(.sign(.open)) }
    switch formula {
    case .figure(let value): figure(value)
    case .negation(let inner, _):
      steps.append(.sign(.minus))
      write(inner, inside: .product)
    case .rounded(let inner, _): write(inner, inside: .sum)
    case .sum(let list, _): write(list)
    case .mean(let list, let count, _):
      let isPlural = activation.count(of: list) > 1
      if isPlural { steps.append(.sign(.open)) }
      write(list)
      if isPlural { steps.append(.sign(.close)) }
      steps.append(.sign(.over))
      figure(count)
    case .operation(let operation, _, _, _) where operation == .add || operation == .subtract: chain(formula)
    case .operation(let operation, let left, let right, _):
      write(left, inside: .product)
      steps.append(.sign(operation.sign))
      write(right, inside: operation == .multiply && right.isProduct ? .product : .figure)
    }
    if needsBrackets { steps.append(.sign(.close)) }
  }

  /// The terms of `a + b - c + …`, which is one sum although it nests.
  private mutating func chain(_ formula: Formula) {
    var terms: [(sign: BinaryOperator, formula: Formula)] = []
    var rest = formula
    while case .operation(let operation, let left, let right, _) = rest, operation == .add || operation == .subtract {
      terms.append((operation, right))
      rest = left
    }
    terms.append((.add, rest))
    terms.reverse()
    for (index, term) in terms.prefix(Self.written(of: terms.count)).enumerated() {
      if index > 0 { steps.append(.sign(term.sign.sign)) }
      write(term.formula, inside: index == 0 ? .sum : .product)
    }
    leaveOut(terms.count - Self.written(of: terms.count))
  }

  /// The items of a list as a sum.
  private mutating func write(_ list: Value) {
    let count = activation.count(of: list)
    if count == 0 { return steps.append(.figure("0", document: nil, value: nil)) }
    for index in 0..<Self.written(of: count) {
      if index > 0 { steps.append(.sign(.plus)) }
      write(.figure(activation.element(of: list, at: index)), inside: index == 0 ? .sum : .product)
    }
    leaveOut(count - Self.written(of: count))
  }

  /// How many of so many terms are written: to leave out a single one saves nothing.
  private static func written(of count: Int) -> Int { count <= termLimit + 1 ? count : termLimit }

  private mutating func leaveOut(_ count: Int) {
    guard count > 0 else { return }
    steps.append(.sign(.plus))
    steps.append(.leftOut(count))
  }

  private mutating func figure(_ value: Value) {
    steps.append(
      .figure(activation.display(value), document: value.origin?.document, value: value.origin?.value))
  }
}

extension Formula {
  fileprivate var isProduct: Bool {
    if case .operation(.multiply, _, _, _) = self { return true }
    return false
  }
}

extension BinaryOperator {
  fileprivate var sign: Calculation.Sign {
    switch self {
    case .subtract: .minus
    case .multiply: .times
    case .divide: .over
    case .remainder: .modulo
    default: .plus
    }
  }
}

extension Trace.Comparison {
  /// The comparison with its calculation first.
  func working(_ activation: Activation) -> Blame.Working {
    let isTurned = left.formula?.isComputed != true
    let (first, second) = isTurned ? (right, left) : (left, right)
    return Blame.Working(
      calculation: first.figure.side(activation, result: first.value),
      relation: isTurned ? relation.reversed : relation,
      stated: second.figure.side(activation, result: second.value),
      tolerance: tolerance.map { tolerance in
        Working.Tolerance(
          value: activation.display(tolerance.value), unit: tolerance.isPercent ? .percent : .amount)
      })
  }
}

extension Working.Relation {
  /// The same seen from the other side.
  fileprivate var reversed: Self {
    switch self {
    case .less: .greater
    case .greater: .less
    default: self
    }
  }
}
