/// The sources of obligations, their clauses, and the rules that rest on each.
public struct ObligationMatrix: Hashable, Sendable {
  /// A place in a source, and the rules that rest on it.
  public struct Clause: Hashable, Sendable {
    public var clause: String
    public var rules: [RuleDescriptor]

    public init(clause: String, rules: [RuleDescriptor]) {
      self.clause = clause
      self.rules = rules
    }
  }

  /// A source with its clauses, in the order of their text, numbers by value.
  public struct Source: Hashable, Sendable {
    public var title: String
    public var url: String?
    public var clauses: [Clause]

    public init(title: String, url: String?, clauses: [Clause]) {
      self.title = title
      self.url = url
      self.clauses = clauses
    }
  }

  public var sources: [Source]
  /// The packs that the rules are of.
  public var packs: [Component]

  public init(sources: [Source], packs: [Component]) {
    self.sources = sources
    self.packs = packs
  }
}
