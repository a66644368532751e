import Documents
import Findings
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
    self.jobs = jobs
    outcomes = Mutex(Array(repeating: nil, count: names.count))
  }

  /// The results, and what stood in the way of the others.
  func run() -> (results: [Result], faults: [CommandFault]) {
    WorkQueue.run(names.count, threads: jobs) {
      // Each worker keeps its reader and its buffers.
      let reader = Reader()
      return { index in self.check(index, reader) }
    }
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

  /// The buffers of one worker.
  private final class Reader {
    var reader = ReportReader()
  }

  private func check(_ index: Int, _ buffers: Reader) {
    let outcome: Outcome
    do {
      let bytes = try Files.read(names[index], limit: options.limits.bytes)
      let source = Checker.Source(name: names[index], bytes: bytes, syntax: syntax)
      outcome = .result(checker.check(source, previous: previous, options: options, reader: &buffers.reader))
    } catch {
      outcome = .fault(error)
    }
    outcomes.withLock { $0[index] = outcome }
  }
}
