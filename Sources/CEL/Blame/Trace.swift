import Findings

/// What an evaluation that is traced gives: the value, and how it was worked out where that was arithmetic.
struct Traced {
  let value: Value
  let formula: Formula?

  init(_ value: Value, _ formula: Formula? = nil) {
    self.value = value
    self.formula = formula
  }

  /// The formula; for a value that was read the figure itself.
  var figure: Formula { formula ?? .figure(value) }
}

/// Records what the values of a traced evaluation rest on.
///
/// Every step evaluates its parts once and in passing records their places; when it knows its value it cuts off those
/// that did not decide it. So tracing takes as many steps as evaluating everything once.
struct Trace {
  /// A place as it was read.
  struct Entry {
    let document: UInt8
    let value: UInt32
    let missing: String?
    /// The bytes of the expression, in the program `program`.
    let range: Range<Int>
    let program: Int
    /// Whether it explains what others decided.
    var isSecondary = false
  }

  /// A comparison of which at least one side was worked out.
  struct Comparison {
    let left: Traced
    let right: Traced
    let relation: Working.Relation
    var tolerance: (value: Value, isPercent: Bool)?
  }

  /// What was recorded between two marks.
  struct Segment {
    fileprivate(set) var entries: [Entry] = []
    fileprivate(set) var comparisons: [Comparison] = []
    fileprivate(set) var leftOut = 0
  }

  /// A point of the record.
  struct Mark {
    fileprivate let entries: Int
    fileprivate let comparisons: Int
    fileprivate let leftOut: Int
  }

  private(set) var record = Segment()
  /// Whether a loop stopped because the budget was used up.
  var isCutShort = false
  /// What the values of variables of macros rest on that are computed, by their index among the locals.
  private var origins: [Int: (segment: Segment, formula: Formula?)] = [:]
  /// What definitions rest on, by slot: each is traced once however often it is used.
  private var definitions: [Int: (segment: Segment, traced: Traced)] = [:]
  /// The texts of the programs met so far; the last entered is at `program`.
  private(set) var sources: [[UInt8]]
  private var program = 0

  init(source: [UInt8]) {
    sources = [source]
  }

  var isFull: Bool { record.entries.count >= Blame.placeLimit }

  // MARK: - Recording

  mutating func add(_ value: Value, missing: String? = nil, at range: Range<Int>, isSecondary: Bool = false) {
    guard value.document != Value.noDocument, value.origin != nil else { return }
    guard !isFull else { return leaveOut(1) }
    record.entries.append(
      Entry(
        document: value.document, value: value.index, missing: missing, range: range, program: program,
        isSecondary: isSecondary))
  }

  mutating func add(_ comparison: Comparison) {
    guard comparison.left.formula?.isComputed == true || comparison.right.formula?.isComputed == true else { return }
    if record.comparisons.count < Blame.workingLimit { record.comparisons.append(comparison) }
  }

  /// Counts elements whose places are not recorded.
  mutating func leaveOut(_ count: Int) { record.leftOut += count }

  // MARK: - Marks

  var mark: Mark {
    Mark(entries: record.entries.count, comparisons: record.comparisons.count, leftOut: record.leftOut)
  }

  /// Whether nothing was recorded since a mark.
  func isEmpty(since mark: Mark) -> Bool { record.entries.count == mark.entries }

  /// Forgets what was recorded since a mark.
  mutating func cut(to mark: Mark) {
    record.entries.removeLast(record.entries.count - mark.entries)
    record.comparisons.removeLast(record.comparisons.count - mark.comparisons)
    record.leftOut = mark.leftOut
  }

  /// Takes out what was recorded since a mark, so that what follows has its room.
  mutating func take(from mark: Mark) -> Segment {
    let segment = Segment(
      entries: Array(record.entries[mark.entries...]), comparisons: Array(record.comparisons[mark.comparisons...]),
      leftOut: record.leftOut - mark.leftOut)
    cut(to: mark)
    return segment
  }

  /// Puts a segment behind what is recorded, or at a mark before it; what does not fit is counted.
  mutating func put(_ segment: Segment, at mark: Mark? = nil) {
    record.entries.insert(contentsOf: segment.entries, at: mark?.entries ?? record.entries.count)
    record.comparisons.insert(contentsOf: segment.comparisons, at: mark?.comparisons ?? record.comparisons.count)
    record.leftOut += segment.leftOut
    let surplus = record.entries.count - Blame.placeLimit
    if surplus > 0 {
      record.entries.removeLast(surplus)
      record.leftOut += surplus
    }
    if record.comparisons.count > Blame.workingLimit {
      record.comparisons.removeLast(record.comparisons.count - Blame.workingLimit)
    }
  }

  /// Makes what was recorded since a mark an explanation of the rest.
  mutating func demote(from mark: Mark) {
    for index in mark.entries..<record.entries.count { record.entries[index].isSecondary = true }
  }

  // MARK: - Variables and definitions

  /// Remembers what the value of a variable of a macro rests on; nil for one that knows its own place.
  mutating func bind(_ local: Int, to segment: Segment?, _ formula: Formula? = nil) {
    origins[local] = segment.map { ($0, formula) }
  }

  /// Records what a variable of a macro rests on.
  mutating func read(_ local: Int, _ value: Value, at range: Range<Int>) -> Traced {
    if value.origin != nil { add(value, at: range) }
    guard value.origin == nil, let origin = origins[local] else { return Traced(value) }
    put(origin.segment)
    return Traced(value, origin.formula)
  }

  /// Traces the expression of a definition, or records again what it found the first time.
  mutating func define(_ slot: Int, source: [UInt8], _ body: (inout Trace) -> Traced) -> Traced {
    if let known = definitions[slot] {
      put(known.segment)
      return known.traced
    }
    let outer = program
    program = sources.count
    sources.append(source)
    let start = mark
    let traced = body(&self)
    program = outer
    let segment = take(from: start)
    definitions[slot] = (segment, traced)
    put(segment)
    return traced
  }

  // MARK: - The result

  /// The places, each once, and the calculations.
  func blame(_ activation: Activation) -> Blame {
    var blame = Blame()
    var seen: Set<Operand> = []
    for isSecondary in [false, true] {
      for entry in record.entries where entry.isSecondary == isSecondary {
        // The same place read by two different expressions is one operand.
        let key = Operand(document: Int(entry.document), value: Int(entry.value), missing: entry.missing, text: "")
        guard seen.insert(key).inserted else { continue }
        let source = sources[entry.program]
        let text = String(decoding: source[entry.range.clamped(to: source.indices)], as: UTF8.self)
        blame.operands.append(
          Operand(document: key.document, value: key.value, missing: entry.missing, text: text))
      }
    }
    blame.leftOut = record.leftOut
    // The sum of nothing, or of one figure, is no calculation.
    blame.workings = record.comparisons.map { $0.working(activation) }.filter { $0.calculation.steps.count > 1 }
    blame.isComplete = !isCutShort && activation.fuel >= 0
    return blame
  }
}
