/// What is known at one place of the expression.
struct Scope {
  /// A variable of a macro.
  struct Local {
    let name: String
    let slot: Int
    let type: Type
    /// Different for each declaration, so that a guard of one is none for its namesake.
    let identity: Int
    let unit: String?
  }

  private(set) var locals: [Local] = []
  /// What holds here, the nearest condition first.
  private var facts: Facts?

  func local(_ name: String) -> Local? { locals.last { $0.name == name } }

  mutating func declare(_ local: Local) { locals.append(local) }

  /// Takes in that what a condition says of lists holds everywhere.
  mutating func assume(_ condition: Expression) {
    facts = Facts(certainties(condition).whenTrue.filter { $0.hasSuffix(Self.filled) }, outer: facts)
  }

  /// The same place behind a condition that has this truth value.
  func knowing(_ condition: Expression, is truth: Bool) -> Scope {
    var scope = self
    scope.facts = Facts(condition, is: truth, Scope(locals: locals), outer: facts)
    return scope
  }

  /// Whether the member of a path is certain to be there, or the list of one with `filled` behind it to have items.
  func isCertain(_ path: String) -> Bool {
    var next = facts
    while let facts = next {
      if facts.paths.contains(path) { return true }
      next = facts.outer
    }
    return false
  }

  /// What one condition makes certain: found out when somebody asks, because few expressions need it.
  private final class Facts {
    let outer: Facts?
    private let condition: (expression: Expression, truth: Bool, scope: Scope)?
    private(set) lazy var paths: Set<String> =
      condition.map { $0.scope.certainties($0.expression)[$0.truth] } ?? []

    init(_ condition: Expression, is truth: Bool, _ scope: Scope, outer: Facts?) {
      self.condition = (condition, truth, scope)
      self.outer = outer
    }

    init(_ paths: Set<String>, outer: Facts?) {
      condition = nil
      self.outer = outer
      self.paths = paths
    }
  }
}
