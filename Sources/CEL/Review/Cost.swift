/// How the work of an expression grows with the report.
public struct Cost: Sendable, Equatable {
  /// One product for each part of the work: the lists that are run through for each other. Empty when no list is.
  ///
  /// A list inside the items of another is one list, such as `report.services[].surfaces`.
  public internal(set) var products: [[String]] = []

  public init() {}

  /// Takes in the cost of something that is done as well.
  public mutating func add(_ other: Cost) {
    for product in other.products where !products.contains(product) { products.append(product) }
  }

  /// The most lists that are multiplied: 0 constant, 1 linear, 2 quadratic.
  public var degree: Int { products.map(\.count).max() ?? 0 }

  /// The products of the highest degree, each once, in the order of the text.
  public var leading: [[String]] { products.filter { $0.count == degree && degree > 0 } }
}

/// Finds the cost of an expression by its text: loops, what they run over, and what joins them.
///
/// A loop that does not depend on the loop around it is done once; one that a key joins to the loop around it costs a look
/// into an index.
struct CostAnalysis {
  /// A part of the work.
  struct Term {
    /// The lists, the outermost first.
    var lists: [String]
    /// The variables of loops around it that it depends on.
    var free: Set<String>
    /// The loop itself.
    let range: Range<Int>
  }

  let environment: Environment
  private(set) var warnings: [Warning] = []
  /// The lists that variables of loops stand for an item of.
  var paths: [String: String] = [:]
  /// The variables of macros around what is looked at, whatever else has their names.
  var locals: Set<String> = []
  /// The definitions that are being followed into each other.
  var entered: [String] = []
  /// How many were followed in all: definitions that use each other twice would be followed without an end.
  var followed = 0
  static let followLimit = 10_000

  init(environment: Environment) {
    self.environment = environment
  }

  /// The cost of an expression, evaluated once for each item of a list if there is one.
  mutating func cost(
    of expression: Expression, for binding: (name: String, list: Expression)? = nil
  ) -> Cost {
    var terms: [Term] = []
    if let binding {
      terms += visit(binding.list)
      if let path = path(of: binding.list) {
        paths[binding.name] = path + "[]"
        let inner = visit(expression)
        terms.append(Term(lists: [path], free: [], range: 0..<0))
        terms += inner.map { repeated($0, over: path, variable: binding.name) }
      } else {
        terms += visit(expression)
      }
    } else {
      terms = visit(expression)
    }
    var cost = Cost()
    cost.products = terms.map(\.lists).filter { !$0.isEmpty }
    var distinct = Cost()
    distinct.add(cost)
    return distinct
  }

  // MARK: - Terms

  mutating func visit(_ expression: Expression) -> [Term] {
    switch expression.form {
    case .literal, .message: return []
    case .identifier(let name, _): return definition(name)
    case .select(let operand, _, _, _):
      if let name = Parser.qualifiedName(expression), environment.entry(for: name) != nil { return definition(name) }
      return visit(operand)
    case .not(let operand), .negate(let operand): return visit(operand)
    case .binary(.isIn, let left, let right):
      var terms = visit(left) + visit(right)
      if let path = path(of: right) {
        // No warning: such lists are short, and there is no key to join by.
        terms.append(Term(lists: [path], free: variables(left).union(variables(right)), range: 0..<0))
      }
      return terms
    case .and(let left, let right), .or(let left, let right), .binary(_, let left, let right),
      .index(let left, let right, _):
      return visit(left) + visit(right)
    case .conditional(let test, let first, let second): return visit(test) + visit(first) + visit(second)
    case .list(let items):
      var terms: [Term] = []
      for item in items { terms += visit(item.value) }
      return terms
    case .map(let entries):
      var terms: [Term] = []
      for entry in entries { terms += visit(entry.key) + visit(entry.value) }
      return terms
    case .call(let target, let name, _, let arguments): return call(target, name, arguments, expression)
    }
  }

  private mutating func call(
    _ target: Expression?, _ name: String, _ arguments: [Expression], _ expression: Expression
  ) -> [Term] {
    if let target, Self.loops.contains(name), arguments.count >= 2,
      case .identifier(let variable, _) = arguments[0].form
    {
      return loop(over: target, variable, arguments, name, expression)
    }
    if name == "bind", arguments.count == 3, case .identifier("cel", _)? = target?.form,
      case .identifier(let variable, _) = arguments[0].form
    {
      return bind(variable, to: arguments[1], in: arguments[2])
    }
    var terms = target.map { visit($0) } ?? []
    for argument in arguments { terms += visit(argument) }
    if let list = target ?? arguments.first, Self.aggregates.contains(name), let path = path(of: list) {
      terms.append(Term(lists: [path], free: variables(list), range: expression.range))
    }
    return terms
  }

  private mutating func bind(_ variable: String, to value: Expression, in body: Expression) -> [Term] {
    var terms = visit(value)
    let (outer, outerLocals) = (paths, locals)
    paths[variable] = path(of: value)
    locals.insert(variable)
    terms += visit(body)
    (paths, locals) = (outer, outerLocals)
    return terms
  }

  private static let loops: Set = [
    "all", "exists", "exists_one", "existsOne", "filter", "map", "transformList", "transformMap", "transformMapEntry",
    "sumBy", "sortBy", "groupBy",
  ]
  private static let aggregates: Set = [
    "sum", "min", "max", "avg", "distinct", "isUnique", "flatten", "sort", "join", "groupBy", "sumBy", "sortBy",
    "count",
  ]

  private mutating func loop(
    over target: Expression, _ variable: String, _ arguments: [Expression], _ name: String, _ expression: Expression
  ) -> [Term] {
    var terms = visit(target)
    // `map(x, p, e)` has a predicate in second place, the other macros of three arguments a second variable.
    var second: String?
    if arguments.count > 2, name != "map", case .identifier(let other, _) = arguments[1].form { second = other }
    let item = second ?? variable
    guard let path = path(of: target) else {
      // A list of constants: as many times, but not more with a greater report.
      for argument in arguments.dropFirst() { terms += visit(argument) }
      return terms
    }
    let outer = paths
    let outerLocals = locals
    locals.formUnion([variable, item])
    paths[item] = path + "[]"
    if second != nil { paths[variable] = nil }
    let outside = variables(target)
    var body: [Term] = []
    var inside: Set<String> = []
    for argument in arguments.dropFirst(second == nil ? 1 : 2) {
      body += visit(argument)
      inside.formUnion(variables(argument))
    }
    let joins =
      ["exists", "filter", "exists_one", "existsOne"].contains(name) && second == nil && arguments.count == 2
      && isJoin(arguments[1], variable)
    paths = outer
    locals = outerLocals
    inside.subtract([variable, item])
    let free = joins ? outside : outside.union(inside)
    terms.append(Term(lists: [path], free: free, range: expression.range))
    for term in body {
      let isFollowed = joins && term.free.contains(item)
      terms.append(isFollowed ? kept(term, without: item) : repeated(term, over: path, variable: item))
    }
    return terms
  }

  /// A term of a loop whose items a key picks: it is done for the few that are picked.
  private func kept(_ term: Term, without variable: String) -> Term {
    var term = term
    term.free.remove(variable)
    return term
  }

  /// A term that is done for each item of a list.
  private mutating func repeated(_ term: Term, over path: String, variable: String) -> Term {
    guard term.free.contains(variable) else { return term }
    var term = term
    term.free.remove(variable)
    if let first = term.lists.first, !first.hasPrefix(path + "[]") {
      term.lists.insert(path, at: 0)
      if entered.isEmpty, !term.range.isEmpty, !warnings.contains(where: { $0.range == term.range }) {
        warnings.append(
          Warning(
            .quadraticShape,
            "“\(first)” is run through for each item of “\(path)”; join them by a key, as in "
              + "\(first).exists(x, x.key == \(variable).key && …)", at: term.range))
      }
    }
    return term
  }

  /// Whether a predicate asks for items with a key that the loops around give.
  private func isJoin(_ predicate: Expression, _ variable: String) -> Bool {
    switch predicate.form {
    case .and(let left, let right): return isJoin(left, variable) || isJoin(right, variable)
    case .binary(.equal, let left, let right):
      let (first, second) = (names(left), names(right))
      let rest = Set(paths.keys)
      return (first.intersection(rest) == [variable] && !second.contains(variable))
        || (second.intersection(rest) == [variable] && !first.contains(variable))
    default: return false
    }
  }
}
