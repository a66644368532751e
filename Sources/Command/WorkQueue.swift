import Glibc
import Synchronization

/// Numbered pieces of work that do not depend on each other, taken one after another by several threads.
final class WorkQueue: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let worker: @Sendable () -> (Int) -> Void

  /// - Parameter worker: Called once on each thread: gives what does a piece there.
  init(_ count: Int, _ worker: @escaping @Sendable () -> (Int) -> Void) {
    self.count = count
    self.worker = worker
  }

  /// Returns when all pieces are done.
  ///
  /// - Parameters:
  ///   - threads: At most so many, this one included; fewer where the system has none left.
  ///   - worker: As `init` has it.
  static func run(_ count: Int, threads: Int, _ worker: @escaping @Sendable () -> (Int) -> Void) {
    let queue = WorkQueue(count, worker)
    var others: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      let shared = Unmanaged.passRetained(queue)
      if let thread = DeepThread.start(workQueueThread, shared.toOpaque()) {
        others.append(thread)
      } else {
        shared.release()
      }
    }
    queue.work()
    for thread in others { pthread_join(thread, nil) }
  }

  fileprivate func workOnOwnThread() {
    DeepThread.reserveHeap()
    work()
  }

  /// Does pieces on the calling thread until none is left to take; another thread may still be at one.
  func work() {
    let work = worker()
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      work(index)
    }
  }
}

/// The entry of a thread; a C callback cannot be a method.
private nonisolated func workQueueThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<WorkQueue>.fromOpaque(context).takeRetainedValue().workOnOwnThread() }
  return nil
}
