/// What the names of an expression mean: variables, constants and definitions.
public struct Environment: Sendable {
  enum Entry: Sendable {
    case variable(slot: Int, type: Type)
    case constant(Constant)
    case definition(slot: Int, program: Program)
  }

  private(set) var entries: [String: Entry] = [:]
  /// The functions of the caller, by name.
  private(set) var functions: [String: [FunctionEntry]] = [:]
  private var slotCount = 0
  /// The namespace in which names are looked up first; used by the conformance suite.
  var container = ""

  /// Whether programs keep warnings for the author of a pack: costs time, and no check of a report needs them.
  public var collectsWarnings = false
  /// Conditions that hold where the expressions are evaluated, for the warnings.
  public var assumptions: [String] = []

  public init() {}

  /// Declares a variable and returns the slot that its value is bound to.
  @discardableResult
  public mutating func declare(_ name: String, _ type: Type) -> Int {
    entries[name] = .variable(slot: slotCount, type: type)
    slotCount += 1
    return slotCount - 1
  }

  /// Gives a name, which may have dots, to a constant.
  public mutating func define(_ name: String, _ constant: Constant) { entries[name] = .constant(constant) }

  /// Gives a name to an expression, which is evaluated when it is first used and then remembered until one of the
  /// variables declared before it is bound again.
  @discardableResult
  public mutating func define(_ name: String, _ program: Program) -> Int {
    entries[name] = .definition(slot: slotCount, program: program)
    slotCount += 1
    return slotCount - 1
  }

  /// Declares a function of the caller, or more signatures of one; it goes before its namesakes of the function table.
  mutating func declare(_ function: FunctionEntry) { functions[function.name, default: []].append(function) }

  /// The functions of that name, those of the caller first.
  func functions(named name: String) -> [FunctionEntry] {
    (functions[name] ?? []) + (FunctionTable.byName[name] ?? [])
  }

  public func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The full names under which a name is looked up, the most specific first.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    var candidates: [String] = []
    var prefix = container
    while !prefix.isEmpty {
      candidates.append(prefix + "." + name)
      prefix = prefix.lastIndex(of: ".").map { String(prefix[..<$0]) } ?? ""
    }
    return candidates + [name]
  }

  func entry(for name: String) -> (name: String, entry: Entry)? {
    for candidate in candidates(for: name) {
      if let entry = entries[candidate] { return (candidate, entry) }
    }
    return nil
  }
}

/// A value that is known when a pack is loaded.
public indirect enum Constant: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  case decimal(Decimal)
  case double(Double)
  case string(String)
  case date(CivilDate)
  case list([Constant])

  /// The type; a list of different types is a list of `dyn`.
  public var type: Type {
    switch self {
    case .bool: .bool
    case .int: .int
    case .decimal: .decimal
    case .double: .double
    case .string: .string
    case .date: .date
    case .list(let items):
      .list(items.dropFirst().reduce(items.first?.type ?? .unknown) { $0.joined($1.type) ?? .dyn })
    }
  }

  func node(at range: Range<Int>) -> Node {
    switch self {
    case .bool(let value): ConstantNode(.bool(value), at: range)
    case .int(let value): ConstantNode(.int(value), at: range)
    case .double(let value): ConstantNode(.double(value), at: range)
    case .date(let value): ConstantNode(.date(value), at: range)
    case .decimal(let value): BoxedConstantNode(.decimal, .decimal(value), at: range)
    case .string(let value): BoxedConstantNode(.string, .string(Array(value.utf8)), at: range)
    case .list(let items):
      ListNode(items.map { $0.node(at: range) }, isOptional: items.map { _ in false }, at: range)
    }
  }
}
