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
  public func map<Made: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Made) -> [Made] {
    let made = WorkSlots<Made>(count)
    run(count) { index in made.set(index, work(index)) }
    return made.all
  }
}

/// Where the pieces of work put what they made.
private final class WorkSlots<Made: Sendable>: Sendable {
  private let slots: Mutex<[Made?]>

  init(_ count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ made: Made) { slots.withLock { $0[index] = made } }

  var all: [Made] { slots.withLock { $0.compactMap(\.self) } }
}
