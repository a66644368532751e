public import Documents

/// What one evaluation works with: the reports, the bound variables, the budget and the values computed so far.
///
/// Use one for all expressions of a rule. It is not shared between threads; a copy is independent.
public struct Activation {
  let documentTables: DocumentTables
  let tables: UnsafePointer<DocumentTables.Table>
  var steps: Int
  private(set) var fuelLimit: Int
  /// Where the steps ran out; nil as long as there are some.
  private(set) var exhaustion: Exhaustion?

  private var variables: [Variable] = []
  /// Counts the definitions evaluated so far; a change says that the heap must not be cut back.
  private(set) var rememberedCount = 0
  /// Counts the values that memos hold until the end of a run, likewise.
  private var keptCount = 0
  /// The variables of macros; those of the running program begin at `frame`.
  var locals: [Value] = []
  var frame = 0
  var frameEnd = 0
  var heap: [Boxed] = []
  /// The items of computed lists, each list in one piece, and what is inside optionals: in the order in which they were
  /// made, like the heap and cut back with it.
  var cells: [Value] = []
  /// The items of the lists that are being made, the innermost last.
  var pending: [Value] = []
  /// The last joins that were run.
  var joins: [JoinState] = []
  /// Where the cells of the computed lists that joins know end, or 0.
  private var indexedEnd = 0

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
    set(slot, value, isRemembered: false)
    for later in slot + 1..<variables.count where variables[later].isRemembered { variables[later] = Variable() }
  }

  /// Forgets all variables and definitions from a slot on, before another rule uses the same slots for its own, and
  /// frees what was computed for them.
  public mutating func forget(from slot: Int) {
    if slot < variables.count { variables.removeLast(variables.count - slot) }
    joins.removeAll(keepingCapacity: true)
    var (heapEnd, cellsEnd): (UInt32, UInt32) = (0, 0)
    for variable in variables {
      heapEnd = max(heapEnd, variable.heapEnd)
      cellsEnd = max(cellsEnd, variable.cellsEnd)
    }
    cut(heap: Int(heapEnd), cells: Int(cellsEnd))
  }

  mutating func remember(_ slot: Int, _ value: Value) {
    set(slot, value, isRemembered: true)
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

  private mutating func set(_ slot: Int, _ value: Value, isRemembered: Bool) {
    while variables.count <= slot { variables.append(Variable()) }
    variables[slot] = Variable(value: value, isRemembered: isRemembered)
    guard !value.isSelfContained else { return }
    // What a value is made of was there before it.
    variables[slot].heapEnd = UInt32(clamping: heap.count)
    variables[slot].cellsEnd = UInt32(clamping: cells.count)
  }

  @inline(__always)
  func variable(_ slot: Int) -> Value { slot < variables.count ? variables[slot].value : .unset }

  private struct Variable {
    var value = Value.unset
    /// Where the heap and the cells that the value needs end.
    var heapEnd: UInt32 = 0
    var cellsEnd: UInt32 = 0
    /// Whether it is a definition that was evaluated on first use.
    var isRemembered = false
  }

  // MARK: - The heap

  mutating func box(_ content: Boxed) -> Int64 {
    heap.append(content)
    return Int64(heap.count - 1)
  }

  /// Whether the content of a value is in this heap: that of another activation is not.
  @inline(__always)
  func holds(_ value: Value) -> Bool { value.isBoxed && heap.indices.contains(Int(value.payload)) }

  /// Whether the cells of a value are among these: those of another activation need not be.
  @inline(__always)
  func holdsCells(_ value: Value) -> Bool { value.isBoxed && value.offset + value.length <= cells.count }

  /// Where the heap and the cells end; see `release`.
  var mark: Mark { Mark(heap: heap.count, cells: cells.count, remembered: rememberedCount, kept: keptCount) }

  struct Mark {
    let heap: Int
    let cells: Int
    let remembered: Int
    let kept: Int
  }

  /// Frees what was computed since the mark, when a result that says everything by itself is all that is kept of it.
  ///
  /// - Parameter isRunOver: Whether no memo is used any more.
  mutating func release(to mark: Mark, keeping result: Value, isRunOver: Bool = false) {
    if heap.count > mark.heap || cells.count > mark.cells, result.isSelfContained, rememberedCount == mark.remembered,
      isRunOver || keptCount == mark.kept
    {
      cut(heap: mark.heap, cells: mark.cells)
    }
  }

  private mutating func cut(heap heapEnd: Int, cells cellsEnd: Int) {
    while heap.count > heapEnd { heap.removeLast() }
    if cells.count > cellsEnd { cells.removeLast(cells.count - cellsEnd) }
    if indexedEnd > cellsEnd { forgetJoins(from: cellsEnd) }
  }

  /// Says that a memo holds something computed since the outer marks.
  mutating func keepHeap() { keptCount += 1 }

  /// Says that a join knows a computed list.
  mutating func noteIndexed(_ list: Value) { indexedEnd = max(indexedEnd, list.offset + list.length) }

  /// Another list may take the place of one that was freed.
  private mutating func forgetJoins(from cell: Int) {
    joins.removeAll { $0.list.isBoxed && $0.list.offset + $0.list.length > cell }
    indexedEnd = 0
    for join in joins where join.list.isBoxed { noteIndexed(join.list) }
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
}
