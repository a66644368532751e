import Glibc
import Rendering

/// Where a run writes to: standard output and standard error, or buffers in a test.
public final class Console {
  private let outputDescriptor: Int32
  private let errorDescriptor: Int32
  /// Whether colour may be used on standard output.
  public let isTerminal: Bool
  /// The columns of the terminal; 100 elsewhere.
  public let width: Int
  /// The environment's `NO_COLOR` and `TERM=dumb`.
  public let refusesColour: Bool

  /// The console of the process.
  public init() {
    outputDescriptor = STDOUT_FILENO
    errorDescriptor = STDERR_FILENO
    isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = known ? max(40, Int(size.ws_col)) : 100
    let noColour = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    refusesColour = !noColour.isEmpty || term == "dumb"
  }

  /// Writes to standard output.
  func write(_ bytes: [UInt8]) throws(CommandFault) {
    let failure = Files.write(bytes, descriptor: outputDescriptor)
    guard failure == 0 else { throw CommandFault("cannot write to standard output: \(Files.reason(failure))") }
  }

  func write(_ text: String) throws(CommandFault) { try write(Array(text.utf8)) }

  /// Writes one line to standard error, and below it lines that show what it is about. What cannot be written there is
  /// lost: there is nowhere left to say so.
  func complain(_ line: String, detail: [String] = []) {
    let text = (["vigie: \(visible(line))"] + detail).map { $0 + "\n" }.joined()
    _ = Files.write(Array(text.utf8), descriptor: errorDescriptor)
  }
}
