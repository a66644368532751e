import Glibc

/// Threads whose stack does not depend on `ulimit -s`: expressions and values may be nested as deep as their limits say.
enum DeepThread {
  /// Twice what the deepest expression needs without optimisation. Pages that are not touched cost nothing.
  static let stackSize = 16 << 20

  /// Lets the stack of the main thread grow as deep, where the system allows it: then no other thread is needed, whose
  /// memory the allocator would ask for page by page.
  static func deepenMainStack() -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0 else { return false }
    guard limit.rlim_cur < rlim_t(stackSize) else { return true }
    guard limit.rlim_max >= rlim_t(stackSize) else { return false }
    limit.rlim_cur = rlim_t(stackSize)
    return setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
  }

  /// Makes room in the heap of the calling thread, which is no main thread: such a heap would grow by a page at a time, a
  /// system call each, while all other threads wait.
  static func reserveHeap() {
    // Below the size from which the allocator asks the system for each piece.
    let pieces = (0..<12).map { _ in malloc(100 << 10) }
    for piece in pieces.reversed() { free(piece) }
  }

  /// Starts a thread, or gives nil where the system has none left.
  static func start(
    _ body: @escaping @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?,
    _ context: UnsafeMutableRawPointer?
  ) -> pthread_t? {
    withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
      guard let attributes = attributes.baseAddress, pthread_attr_init(attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(attributes) }
      guard pthread_attr_setstacksize(attributes, stackSize) == 0 else { return nil }
      var thread = pthread_t()
      return pthread_create(&thread, attributes, body, context) == 0 ? thread : nil
    }
  }
}
