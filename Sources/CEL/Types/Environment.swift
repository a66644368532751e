/// What the names of an expression mean: variables, constants and definitions.
public struct Environment: Sendable {
  enum Entry: Sendable {
    case variable(slot: Int, type: Type)
    case constant(Constant)
    case definition(slot: Int, program: Program)
  }

  private var entries: [String: Entry] = [:]
  /// The names of the environment that this one is nested in.
  private var outer: [String: Entry] = [:]
  /// The functions of the caller, by name.
  private(set) var functions: [String: [FunctionEntry]] = [:]
  /// What stands before the first dot of the names that have dots.
  private var roots: [String] = []
  private var slotCount = 0
  /// The namespace in which names are looked up first; used by the conformance suite.
  var container = ""

  /// Whether programs keep warnings for the author of a pack: costs time, and no check of a report needs them.
  public var collectsWarnings = false
  /// Set where expressions are evaluated once for each element of a list.
  public var element: ElementScope?
  /// Who watches the conditions of expressions while they are evaluated; such programs are not made fast.
  public var witness: Witness?
  /// Conditions that hold where the expressions are evaluated, for the warnings.
  public var assumptions: [String] = []

  public init() {}

  /// Declares a variable and returns the slot that its value is bound to.
  @discardableResult
  public mutating func declare(_ name: String, _ type: Type) -> Int {
    let slot = reserve(1).lowerBound
    declare(name, type, at: slot)
    return slot
  }

  /// Declares a variable in a slot which is free.
  public mutating func declare(_ name: String, _ type: Type, at slot: Int) {
    entries[name] = .variable(slot: slot, type: type)
    noteRoot(of: name)
    slotCount = max(slotCount, slot + 1)
  }

  /// Gives a name, which may have dots, to a constant.
  public mutating func define(_ name: String, _ constant: Constant) {
    entries[name] = .constant(constant)
    noteRoot(of: name)
  }

  private mutating func noteRoot(of name: String) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return }
    let root = String(name[..<dot])
    if !roots.contains(root) { roots.append(root) }
  }

  /// Gives a name to an expression, which is evaluated when it is first used and then remembered until one of the
  /// variables declared before it is bound again.
  @discardableResult
  public mutating func define(_ name: String, _ program: Program) -> Int {
    let slot = reserve(1).lowerBound
    define(name, program, at: slot)
    return slot
  }

  /// Slots that have no name yet.
  public mutating func reserve(_ count: Int) -> Range<Int> {
    slotCount += count
    return slotCount - count..<slotCount
  }

  /// Gives a name to an expression that is remembered in a slot which was reserved for it, until one of the variables
  /// declared before that is bound again.
  public mutating func define(_ name: String, _ program: Program, at slot: Int) {
    entries[name] = .definition(slot: slot, program: program)
    noteRoot(of: name)
    slotCount = max(slotCount, slot + 1)
  }

  /// Declares a function of the caller, or more signatures of one; it goes before its namesakes of the function table.
  mutating func declare(_ function: FunctionEntry) { functions[function.name, default: []].append(function) }

  /// The functions of that name, those of the caller first.
  func functions(named name: String) -> [FunctionEntry] {
    let known = FunctionTable.byName[name] ?? []
    return functions.isEmpty ? known : (functions[name] ?? []) + known
  }

  public func contains(_ name: String) -> Bool { self[name] != nil }

  /// The same names, to which others can be added without copying these.
  public func nested() -> Environment {
    guard outer.isEmpty else { return self }
    var inner = self
    inner.outer = entries
    inner.entries = [:]
    return inner
  }

  /// Whether a name with dots may begin with this one: of an entry, of a type, or in the container.
  func mayQualify(_ root: String) -> Bool {
    !container.isEmpty || root.utf8.first == UInt8(ascii: ".") || roots.contains(root) || root == ValueKind.namedRoot
  }

  /// Whether a function may be called by a name with dots that begins with this one.
  func mayQualifyFunction(_ root: String) -> Bool { FunctionTable.roots.contains(root) || !functions.isEmpty }

  /// Whether a name is known or the beginning of a known name with dots.
  func isTaken(_ root: String) -> Bool { self[root] != nil || roots.contains(root) }

  /// Every name, in no order.
  var names: [String] { Array(entries.keys) + outer.keys }

  private subscript(_ name: String) -> Entry? { entries.isEmpty ? outer[name] : entries[name] ?? outer[name] }

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
    if container.isEmpty, !name.hasPrefix(".") { return self[name].map { (name, $0) } }
    for candidate in candidates(for: name) {
      if let entry = self[candidate] { return (candidate, entry) }
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
