/// The values that a function is called with. Up to three of them need no list, and few functions take more.
struct Arguments: RandomAccessCollection {
  private(set) var count = 0
  private var first = Value.unset
  private var second = Value.unset
  private var third = Value.unset
  private var others: [Value]?

  init() {}

  init(_ values: some Sequence<Value>) {
    for value in values { append(value) }
  }

  @inline(__always)
  mutating func append(_ value: Value) {
    switch count {
    case 0: first = value
    case 1: second = value
    case 2: third = value
    default: others = (others ?? []) + [value]
    }
    count += 1
  }

  /// Whether all from a place on are of a kind; none is as well.
  func are(_ kind: ValueKind, from place: Int) -> Bool {
    var index = place
    while index < count {
      guard self[index].kind == kind else { return false }
      index += 1
    }
    return true
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Value {
    precondition(index >= 0 && index < count, "an argument that there is not")
    switch index {
    case 0: return first
    case 1: return second
    case 2: return third
    default: return others?[index - 3] ?? .unset
    }
  }
}
