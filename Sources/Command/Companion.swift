import CHeap
import Glibc
import Synchronization
import Validation

/// A second thread for the work on a report that is checked alone: started when it is first needed, and there until the
/// program ends.
final class Companion: Sendable {
  private let begun = Semaphore()
  private let ended = Semaphore()
  private let pieces = Mutex<Pieces?>(nil)

  /// Nil where there is one processor, or where the system has no thread left.
  private static let shared: Companion? = {
    guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return nil }
    let companion = Companion()
    let context = Unmanaged.passRetained(companion)
    guard DeepThread.start(companionThread, context.toOpaque()) != nil else {
      context.release()
      return nil
    }
    return companion
  }()

  /// Takes the pieces in turn with the thread that asks, of which there may be one: it is no pool for several.
  static let pool = WorkPool { count, work in
    let pieces = Pieces(count, work)
    guard count > 1, let shared else { return pieces.run() }
    shared.pieces.withLock { $0 = pieces }
    shared.begun.signal()
    pieces.run()
    shared.ended.wait()
  }

  fileprivate func help() {
    vigie_use_large_pages()
    while true {
      begun.wait()
      pieces.withLock { $0 }?.run()
      ended.signal()
    }
  }
}

/// The entry of the thread; a C callback cannot be a method.
private nonisolated func companionThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Companion>.fromOpaque(context).takeRetainedValue().help() }
  return nil
}

/// Numbered pieces of work that do not depend on each other, taken one after another by all who run them.
private final class Pieces: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let work: @Sendable (Int) -> Void

  init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  /// Returns when there is none left to take; another thread may still be at one.
  func run() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      work(index)
    }
  }
}

/// Counts what one thread tells another.
private final class Semaphore: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func signal() { sem_post(semaphore) }

  func wait() { while sem_wait(semaphore) != 0 {} }
}
