/// Making values: what does not fit into one goes into the heap or the cells, and what is long takes steps.
extension Activation {
  mutating func make(_ text: [UInt8]) -> Value {
    steps -= text.count >> 4
    return Value(.string, payload: box(.string(text)), flags: .boxed)
  }

  mutating func make(_ text: String) -> Value { make(Array(text.utf8)) }

  mutating func make(bytes: [UInt8]) -> Value {
    steps -= bytes.count >> 4
    return Value(.bytes, payload: box(.bytes(bytes)), flags: .boxed)
  }

  mutating func make(list items: [Value]) -> Value {
    steps -= items.count
    let start = cells.count
    cells.append(contentsOf: items)
    return list(of: start..<cells.count)
  }

  /// A list of what the body appends; other lists may be made in between. What is appended stays good until the list is
  /// made because nobody cuts back behind it.
  ///
  /// - Parameter body: Gives an error to be the value instead of the list.
  @inline(__always)
  mutating func makeList(_ body: (inout Activation) -> Value?) -> Value {
    let start = pending.count
    let problem = body(&self)
    let count = pending.count - start
    defer { pending.removeLast(count) }
    if let problem { return problem }
    steps -= count
    let first = cells.count
    for index in start..<start + count { cells.append(pending[index]) }
    return list(of: first..<first + count)
  }

  /// Appends an item to the list that is being made.
  @inline(__always)
  mutating func append(_ item: Value) { pending.append(item) }

  private func list(of range: Range<Int>) -> Value {
    Value(.list, payload: Int64(range.lowerBound) | Int64(range.count) << 32, flags: .boxed)
  }

  mutating func make(_ map: ComputedMap) -> Value {
    steps -= map.count
    return Value(.map, payload: box(.map(map)), flags: .boxed)
  }

  mutating func make(optional value: Value) -> Value {
    cells.append(value)
    return Value(.optional, payload: Int64(cells.count - 1) | 1 << 32, flags: .boxed)
  }

  mutating func make(_ decimal: Decimal) -> Value {
    if decimal.scale <= 18, let digits = Int64(exactly: decimal.coefficient) {
      return Value(.decimal, payload: digits, detail: UInt8(decimal.scale))
    }
    return Value(.decimal, payload: box(.decimal(decimal)), flags: .boxed)
  }

  mutating func make(_ kind: EvaluationError.Kind, at origin: Value = .null) -> Value {
    let place = origin.origin
    let error = EvaluationError(kind, document: place?.document, value: place?.value)
    return Value(.error, payload: box(.error(error)), flags: .boxed, document: origin.document, index: origin.index)
  }

  mutating func noOverload(_ call: String) -> Value { make(.noOverload(call)) }
}
