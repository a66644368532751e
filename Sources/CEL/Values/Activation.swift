public import Documents

/// What one evaluation works with: the reports, the bound variables, the budget and the values computed so far.
///
/// Use one for all expressions of a rule. It is not shared between threads; a copy is independent.
public struct Activation {
  private let documentTables: DocumentTables
  let tables: UnsafePointer<DocumentTables.Table>
  var steps: Int
  private(set) var fuelLimit: Int
  /// Where the steps ran out; nil as long as there are some.
  private(set) var exhaustion: Exhaustion?

  var variables: [Value] = []
  /// Which variables are definitions that were evaluated on first use.
  private var isRemembered: [Bool] = []
  /// Counts the definitions evaluated so far; a change says that the heap must not be cut back.
  private(set) var rememberedCount = 0
  /// Counts the values that memos hold until the end of a run, likewise.
  private var keptCount = 0
  /// The variables of macros; those of the running program begin at `frame`.
  var locals: [Value] = []
  var frame = 0
  var frameEnd = 0
  var heap: [Boxed] = []
  /// The last joins that were run.
  var joins: [JoinState] = []
  /// The greatest index in the heap of a list that a join knows, or -1.
  private var lastIndexedBox: Int64 = -1

  /// - Parameter fuel: 1,000 and 200 for each node of the documents is the measure for rules.
  public init(documents: [BoundDocument], fuel: Int) {
    documentTables = DocumentTables(Array(documents.prefix(Int(Value.noDocument))))
    tables = UnsafePointer(documentTables.first)
    steps = fuel
    fuelLimit = fuel
  }

  /// The report and, where there is one, the report of the period before.
  public var documents: [BoundDocument] { documentTables.documents }

  /// The steps that are left; an evaluation that needs more has the value `budgetExceeded`.
  public var fuel: Int {
    get { steps }
    set {
      steps = newValue
      fuelLimit = max(fuelLimit, newValue)
    }
  }

  /// The value of a whole report; an error when it could not be read.
  public func root(ofDocument index: Int) -> Value {
    guard documents.indices.contains(index), !documents[index].values.isEmpty else { return .error(.invalidValue) }
    return value(in: UInt8(index), at: 0)
  }

  /// Gives a variable its value and forgets the definitions declared after it, which may depend on it.
  public mutating func bind(_ slot: Int, _ value: Value) {
    reserve(slot)
    variables[slot] = value
    isRemembered[slot] = false
    for later in slot + 1..<max(variables.count, slot + 1) where isRemembered[later] {
      variables[later] = .unset
      isRemembered[later] = false
    }
  }

  /// Forgets all variables and definitions from a slot on, before another rule uses the same slots for its own, and
  /// frees what was computed for them.
  public mutating func forget(from slot: Int) {
    for later in slot..<max(variables.count, slot) {
      variables[later] = .unset
      isRemembered[later] = false
    }
    joins.removeAll(keepingCapacity: true)
    // What a value is made of lies before it in the heap.
    var end: Int64 = 0
    for value in variables where value.isBoxed { end = max(end, value.payload + 1) }
    cutHeap(to: min(Int(end), heap.count))
  }

  mutating func remember(_ slot: Int, _ value: Value) {
    reserve(slot)
    variables[slot] = value
    isRemembered[slot] = true
    rememberedCount += 1
  }

  /// The value of a slot, worked out and remembered where it is not known.
  @inline(__always)
  mutating func remembered(_ slot: Int, _ evaluate: (inout Activation) -> Value) -> Value {
    let known = variable(slot)
    if known.kind != .unset { return known }
    let value = evaluate(&self)
    remember(slot, value)
    return value
  }

  private mutating func reserve(_ slot: Int) {
    while variables.count <= slot {
      variables.append(.unset)
      isRemembered.append(false)
    }
  }

  func variable(_ slot: Int) -> Value { slot < variables.count ? variables[slot] : .unset }

  // MARK: - The heap

  mutating func box(_ content: Boxed) -> Int64 {
    heap.append(content)
    return Int64(heap.count - 1)
  }

  /// Whether the content of a value is in this heap: that of another activation is not.
  @inline(__always)
  func holds(_ value: Value) -> Bool { value.isBoxed && heap.indices.contains(Int(value.payload)) }

  /// Where the heap ends; see `release`.
  var mark: Mark { Mark(heap: heap.count, remembered: rememberedCount, kept: keptCount) }

  struct Mark {
    let heap: Int
    let remembered: Int
    let kept: Int
  }

  /// Frees what was computed since the mark, when a result that says everything by itself is all that is kept of it.
  ///
  /// - Parameter isRunOver: Whether no memo is used any more.
  mutating func release(to mark: Mark, keeping result: Value, isRunOver: Bool = false) {
    if heap.count > mark.heap, result.isSelfContained, rememberedCount == mark.remembered,
      isRunOver || keptCount == mark.kept
    {
      cutHeap(to: mark.heap)
    }
  }

  private mutating func cutHeap(to count: Int) {
    while heap.count > count { heap.removeLast() }
    if lastIndexedBox >= Int64(count) { forgetJoins(from: Int64(count)) }
  }

  /// Says that a memo holds something computed since the outer marks.
  mutating func keepHeap() { keptCount += 1 }

  mutating func noteIndexedBox(_ list: Value) { lastIndexedBox = max(lastIndexedBox, list.payload) }

  /// Another list may take the place of one that was freed.
  private mutating func forgetJoins(from box: Int64) {
    joins.removeAll { $0.list.isBoxed && $0.list.payload >= box }
    lastIndexedBox = -1
    for join in joins where join.list.isBoxed { noteIndexedBox(join.list) }
  }

  // MARK: - The budget

  /// Takes steps from the budget; false when it is used up.
  mutating func spend(_ steps: Int) -> Bool {
    self.steps -= steps
    return self.steps >= 0
  }

  /// Where the steps of a run ran out.
  struct Exhaustion {
    let range: Range<Int>
    let count: Int
    /// The expression that the range belongs to, which is known when its program ends.
    var source: [UInt8]?

    var loop: EvaluationError.Loop? {
      guard let source else { return nil }
      return EvaluationError.Loop(
        text: String(decoding: source[range.clamped(to: source.indices)], as: UTF8.self),
        expression: String(decoding: source, as: UTF8.self), column: range.lowerBound + 1, count: count)
    }
  }

  /// Says what ran when the steps ran out; the first to say it is the innermost.
  mutating func noteExhaustion(at range: Range<Int>, count: Int) {
    if exhaustion == nil { exhaustion = Exhaustion(range: range, count: count) }
  }

  mutating func noteExhaustion(in source: [UInt8]) {
    if exhaustion != nil, exhaustion?.source == nil { exhaustion?.source = source }
  }

  /// There are steps again.
  mutating func forgetExhaustion() { exhaustion = nil }

  // MARK: - Making values

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
    return Value(.list, payload: box(.list(items)), flags: .boxed)
  }

  mutating func make(_ map: ComputedMap) -> Value {
    steps -= map.count
    return Value(.map, payload: box(.map(map)), flags: .boxed)
  }

  mutating func make(optional value: Value) -> Value {
    Value(.optional, payload: box(.optional(value)), flags: .boxed)
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
