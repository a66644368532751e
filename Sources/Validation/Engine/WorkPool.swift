import Synchronization

/// Does pieces of work that do not depend on each other, one after another or at the same time.
public struct WorkPool: Sendable {
  /// Calls the work once for each number below a count and returns when all is done.
  private let run: @Sendable (_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void

  public init(_ run: @escaping @Sendable (_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void) {
    self.run = run
  }

  /// One after another, on the thread that asks.
  public static let serial = WorkPool { count, work in
    for index in 0..<count { work(index) }
  }

  /// What the work gives for each number, in the order of the numbers.
  ///
  /// - Parameter weight: How much work a number is, in any unit: the heaviest are begun first, so that nobody waits long
  ///   for the last.
  public func map<Made: Sendable>(
    _ count: Int, weight: (Int) -> Int, _ work: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    let made = WorkSlots<Made>(count)
    let weights = (0..<count).map(weight)
    let order = (0..<count).sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    run(count) { place in made.set(order[place], work(order[place])) }
    return made.all
  }
}

/// Where the pieces of work put what they made.
private final class WorkSlots<Made: Sendable>: Sendable {
  private let slots: Mutex<[Made?]>

  init(_ count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ made: Made) { slots.withLock { $0[index] = made } }

  /// By index: `compactMap` here asks the runtime for types that nothing else of a start needs.
  var all: [Made] {
    slots.withLock { slots in
      var all: [Made] = []
      all.reserveCapacity(slots.count)
      for index in slots.indices { if let made = slots[index] { all.append(made) } }
      return all
    }
  }
}
