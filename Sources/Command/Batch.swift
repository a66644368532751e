import Documents
import Findings
import Glibc
import Synchronization
import Validation

/// Checks several reports, on several threads when asked; the results come in the order of the names.
final class Batch: Sendable {
  private let checker: Checker
  private let names: [String]
  private let syntax: Syntax?
  private let previous: Checker.Source?
  private let options: Checker.Options
  private let jobs: Int
  private let next = Atomic<Int>(0)
  private let outcomes: Mutex<[Outcome?]>

  private enum Outcome: Sendable {
    case result(Result)
    case fault(CommandFault)
  }

  init(
    checker: Checker, names: [String], syntax: Syntax?, previous: Checker.Source?, options: Checker.Options, jobs: Int
  ) {
    self.checker = checker
    self.names = names
    self.syntax = syntax
    self.previous = previous
    self.options = options
    self.jobs = min(jobs, names.count)
    outcomes = Mutex(Array(repeating: nil, count: names.count))
  }

  /// The results, and what stood in the way of the others.
  func run() -> (results: [Result], faults: [CommandFault]) {
    var threads: [pthread_t] = []
    for _ in 1..<max(1, jobs) {
      let this = Unmanaged.passRetained(self)
      if let thread = DeepThread.start(batchWorker, this.toOpaque()) { threads.append(thread) } else { this.release() }
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
    var results: [Result] = []
    var faults: [CommandFault] = []
    for outcome in outcomes.withLock({ $0 }) {
      switch outcome {
      case .result(let result): results.append(result)
      case .fault(let fault): faults.append(fault)
      case nil: break
      }
    }
    return (results, faults)
  }

  /// Takes one report after another; each worker keeps its reader and its buffers.
  fileprivate func work() {
    var reader = ReportReader()
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < names.count else { return }
      let outcome: Outcome
      do {
        let bytes = try Files.read(names[index], limit: options.limits.bytes)
        let source = Checker.Source(name: names[index], bytes: bytes, syntax: syntax)
        outcome = .result(checker.check(source, previous: previous, options: options, reader: &reader))
      } catch {
        outcome = .fault(error)
      }
      outcomes.withLock { $0[index] = outcome }
    }
  }
}

/// The entry of a thread; a C callback cannot be a method.
private nonisolated func batchWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<Batch>.fromOpaque(context).takeRetainedValue().work() }
  return nil
}
