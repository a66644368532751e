import Findings

/// A call of a function whose arguments are traced already; knows which functions are blamed in a way of their own.
struct TracedCall {
  let name: String
  let arguments: [Traced]
  let value: Value
  /// Where the record was before the arguments.
  let start: Trace.Mark
  let range: Range<Int>

  /// Corrects what the arguments recorded, and returns how the value was worked out where that was arithmetic.
  ///
  /// A function that gives one of the values of the reports, such as the greatest, is blamed on that one; every other
  /// on its arguments.
  func blame(_ activation: inout Activation, _ trace: inout Trace) -> Formula? {
    if value.origin != nil, !value.isError {
      trace.cut(to: start)
      trace.add(value, at: range)
      return nil
    }
    switch (name, arguments.count) {
    case ("sum", 1), ("avg", 1): return sum(&activation, &trace)
    case ("isUnique", 1), ("distinct", 1): blameDuplicates(&activation, &trace)
    case ("approx", 3): compare(tolerance: 2, isPercent: false, &activation, &trace)
    case ("within", 3): compare(tolerance: 2, isPercent: true, &activation, &trace)
    case ("ratioEquals", 4): compareRatio(&activation, &trace)
    case ("decimal", 1), ("int", 1), ("double", 1), ("uint", 1):
      return value.kind.isNumber && activation.isEqual(value, arguments[0].value) ? arguments[0].figure : nil
    case ("round", 2): return .rounded(arguments[0].figure, value)
    default: break
    }
    return nil
  }

  /// The list itself comes first; the items that it holds explain it.
  private func sum(_ activation: inout Activation, _ trace: inout Trace) -> Formula? {
    let list = arguments[0].value
    guard value.kind.isNumber else { return nil }
    if !list.isBoxed {
      let count = activation.count(of: list)
      for index in 0..<min(count, Blame.elementLimit) {
        trace.add(activation.element(of: list, at: index), at: range, isSecondary: true)
      }
      trace.leaveOut(max(0, count - Blame.elementLimit))
    }
    return name == "sum"
      ? .sum(list, total: value) : .mean(list, count: .int(activation.count(of: list)), result: value)
  }

  // MARK: - Comparisons

  private func compare(tolerance: Int, isPercent: Bool, _ activation: inout Activation, _ trace: inout Trace) {
    compare(arguments[0], with: arguments[1], (arguments[tolerance].value, isPercent), &activation, &trace)
  }

  private func compareRatio(_ activation: inout Activation, _ trace: inout Trace) {
    let (part, whole) = (arguments[0], arguments[1])
    // A whole of 0 is an error, which no failure rests on.
    let ratio = activation.decimal(of: part.value).flatMap { part in
      activation.decimal(of: whole.value).flatMap { $0.coefficient == 0 ? nil : part.dividing(by: $0) }
    }
    guard let ratio else { return }
    let result = activation.make(ratio)
    let formula = Formula.operation(.divide, part.figure, whole.figure, result)
    compare(Traced(result, formula), with: arguments[2], nil, &activation, &trace)
  }

  private func compare(
    _ first: Traced, with second: Traced, _ tolerance: (value: Value, isPercent: Bool)?,
    _ activation: inout Activation, _ trace: inout Trace
  ) {
    guard value.kind == .bool else { return }
    let relation: Working.Relation = activation.isEqual(first.value, second.value) ? .equal : .unequal
    trace.add(Trace.Comparison(left: first, right: second, relation: relation, tolerance: tolerance))
  }

  // MARK: - Duplicates

  /// Each repeated item, and as its explanation the one that it repeats; the arguments where there is none.
  private func blameDuplicates(_ activation: inout Activation, _ trace: inout Trace) {
    let list = arguments[0].value
    let repeats = activation.repeats(in: list)
    let known = repeats.filter { activation.element(of: list, at: $0.later).origin != nil }
    if known.isEmpty { return }
    trace.cut(to: start)
    for pair in known.prefix(Blame.elementLimit) {
      trace.add(activation.element(of: list, at: pair.later), at: range)
      trace.add(activation.element(of: list, at: pair.earlier), at: range, isSecondary: true)
    }
    trace.leaveOut(max(0, known.count - Blame.elementLimit))
  }
}

extension Activation {
  /// The items of a list that are there already before, each with the first of its kind; found by hashing.
  fileprivate mutating func repeats(in list: Value) -> [(earlier: Int, later: Int)] {
    var firsts: [Int: [Int]] = [:]
    var pairs: [(earlier: Int, later: Int)] = []
    for position in 0..<count(of: list) {
      guard spend(2) else { break }
      let item = element(of: list, at: position)
      var hasher = Hasher()
      hash(item, into: &hasher)
      let hash = hasher.finalize()
      let first = firsts[hash]?.first { isEqual(element(of: list, at: $0), item) }
      if let first { pairs.append((first, position)) } else { firsts[hash, default: []].append(position) }
    }
    return pairs
  }
}
