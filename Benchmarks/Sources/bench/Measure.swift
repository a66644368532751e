import Foundation

/// Times and sizes.
enum Measure {
  /// The median of the times of several runs, in seconds.
  static func median(_ runs: Int, _ body: () -> Void) -> Double {
    middle((0..<runs).map { _ in time(body) })
  }

  /// Medians of two things that are run in turn, so that a slow moment of the machine meets both.
  static func pair(_ runs: Int, _ first: () -> Void, _ second: () -> Void) -> (Double, Double) {
    var times: ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      times.0.append(time(first))
      times.1.append(time(second))
    }
    return (middle(times.0), middle(times.1))
  }

  /// The median time of 101 runs of a program whose output nobody reads, in seconds; nil when it cannot be run.
  static func process(_ program: String, _ arguments: [String]) -> Double? {
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let none = open("/dev/null", O_WRONLY)
    defer { close(none) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, none, 1)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return median(101) {
      var id = pid_t()
      guard posix_spawn(&id, program, &actions, nil, &words, environ) == 0 else { return }
      waitpid(id, nil, 0)
    }
  }

  private static func time(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private static func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

  /// The peak of the resident memory of this process, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  static func row(_ cells: String...) { print("| " + cells.joined(separator: " | ") + " |") }

  static func format(_ number: Double, _ places: Int) -> String { String(format: "%.\(places)f", number) }
}
