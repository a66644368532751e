import CHeap
import Glibc
import Synchronization
import Validation

/// A second thread for the work on a report that is checked alone: started when it is first needed, and there until the
/// program ends.
final class Companion: Sendable {
  private let begun = Semaphore()
  private let ended = Semaphore()
  private let queue = Mutex<WorkQueue?>(nil)

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
    let queue = WorkQueue(count) { work }
    guard count > 1, let shared else { return queue.work() }
    shared.queue.withLock { $0 = queue }
    shared.begun.signal()
    queue.work()
    shared.ended.wait()
  }

  fileprivate func help() {
    vigie_use_large_pages()
    while true {
      begun.wait()
      queue.withLock { $0 }?.work()
      ended.signal()
    }
  }
}

/// The entry of the thread; a C callback cannot be a method.
private nonisolated func companionThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Companion>.fromOpaque(context).takeRetainedValue().help() }
  return nil
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
