/// What does the work of a call, named so that a compiled call can be written down.
enum Callee: Sendable {
  /// A function of the table or of the caller.
  case entry(FunctionEntry)
  /// `sum`, whose sum of nothing is the zero of a type.
  case sum(Type)
  /// `groupBy` or `sortBy`, for a list and the keys of its items.
  case keyed(isGroup: Bool)

  var body: FunctionBody {
    switch self {
    case .entry(let entry): entry.body
    case .sum(let type): FunctionTable.sum(of: type)
    case .keyed(isGroup: true): { activation, values in FunctionTable.grouped(values, &activation) }
    case .keyed(isGroup: false): { activation, values in FunctionTable.sorted(values, &activation) }
    }
  }
}
