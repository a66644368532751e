import Documents
import Foundation
import Synchronization

/// Two workers against one over 4,000 small reports.
enum WorkerBenchmark {
  static func run() {
    print("\nWorkers, 4,000 reports of 20 KB\n")
    Measure.row("text", "one worker, s", "two workers, s", "scaling", "wanted")
    Measure.row("---", "--:", "--:", "--:", "---")
    scale("JSON", Texts.json(20_000))
    scale("XML", Texts.xml(20_000))
  }

  private static func scale(_ name: String, _ text: [UInt8]) {
    let (one, two) = Measure.pair(9) {
      work(text, workers: 1)
    } _: {
      work(text, workers: 2)
    }
    Measure.row(name, Measure.format(one, 3), Measure.format(two, 3), Measure.format(one / two, 2), "≥ 1.90")
  }

  private static func work(_ text: [UInt8], workers: Int) {
    let queue = Queue()
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var reader = ReportReader()
      while queue.next.wrappingAdd(1, ordering: .relaxed).oldValue < 4_000 {
        let reading = reader.read(text, syntax: nil)
        precondition(reading.findings.isEmpty)
        reader.recycle(reading.document)
      }
    }
  }

  private final class Queue: Sendable {
    let next = Atomic<Int>(0)
  }
}
