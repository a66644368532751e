/// The definitions that compact programs may use, by the slots in which their values are remembered.
///
/// A copy to which a rule adds its own shares those of the pack.
public struct DefinitionSlots: Sendable {
  /// By slot; nil where a slot has a variable.
  private var shared: [Program?] = []
  private var own: [(slot: Int, program: Program)] = []

  public init() {}

  /// Adds a definition of a pack, in the order of their slots.
  public mutating func share(_ program: Program, at slot: Int) {
    while shared.count < slot { shared.append(nil) }
    shared.append(program)
  }

  /// Adds what one rule has for itself.
  public mutating func add(_ program: Program, at slot: Int) { own.append((slot, program)) }

  func program(at slot: Int) -> Program? {
    if shared.indices.contains(slot), let program = shared[slot] { return program }
    return own.last { $0.slot == slot }?.program
  }
}
