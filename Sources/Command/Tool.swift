import Findings
import Glibc

/// The program behind `main`: finds the command and gives its exit code.
public enum Tool {
  /// Runs the command line of the process; an argument that is not UTF-8 is refused, since it cannot be said back.
  public static func run(_ arguments: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>, console: Console) -> ExitCode {
    var texts: [String] = []
    for case let argument? in arguments {
      guard let text = String(validatingCString: argument) else {
        console.complain("the argument \u{201C}\(String(cString: argument))\u{201D} is not UTF-8 text")
        return .usage
      }
      texts.append(text)
    }
    if DeepThread.deepenMainStack() { return run(texts, console: console) }
    let line = CommandLineRun(texts, console)
    let context = Unmanaged.passUnretained(line).toOpaque()
    guard let thread = DeepThread.start(runCommandLine, context) else { return run(texts, console: console) }
    pthread_join(thread, nil)
    return line.code
  }

  /// Runs one command line without the program's name.
  public static func run(_ arguments: [String], console: Console) -> ExitCode {
    do {
      return try dispatch(arguments, console)
    } catch {
      console.complain(error.message, detail: error.detail)
      return error.code
    }
  }

  /// The commands in the order of the help.
  static var commands: [any Command.Type] {
    [CheckCommand.self, RulesCommand.self, EvalCommand.self, ConvertCommand.self, SchemaCommand.self, InitCommand.self]
  }

  private static func dispatch(_ arguments: [String], _ console: Console) throws(CommandFault) -> ExitCode {
    guard let name = arguments.first else {
      console.complain("name a command, such as vigie check report.json; see vigie --help")
      return .usage
    }
    switch name {
    case "--help", "-h", "help":
      guard arguments.count <= 2 else { throw CommandFault("\(name) takes at most one command") }
      let topic = arguments.dropFirst().first
      guard let topic else {
        try console.write(Help.overview)
        return .conformant
      }
      try console.write(Help.text(of: try find(topic)))
      return .conformant
    case "--version":
      guard arguments.count == 1 else { throw CommandFault("--version stands alone") }
      try console.write(Version.text)
      return .conformant
    default: break
    }
    let command = try find(name)
    let rest = arguments.dropFirst()
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      try console.write(Help.text(of: command))
      return .conformant
    }
    return try command.run(rest, console)
  }

  private static func find(_ name: String) throws(CommandFault) -> any Command.Type {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let nearest = NearestName.of(name, in: commands.map { $0.name })
    throw CommandFault(
      "there is no command \u{201C}\(name)\u{201D}"
        + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; see vigie --help"))
  }
}

/// A command line on its way through a thread.
private final class CommandLineRun {
  let arguments: [String]
  let console: Console
  var code = ExitCode.usage

  init(_ arguments: [String], _ console: Console) {
    self.arguments = arguments
    self.console = console
  }
}

/// The entry of the thread; a C callback cannot be a method.
private nonisolated func runCommandLine(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context {
    let line = Unmanaged<CommandLineRun>.fromOpaque(context).takeUnretainedValue()
    line.code = Tool.run(line.arguments, console: line.console)
  }
  return nil
}

/// One command of the program.
protocol Command {
  static var name: String { get }
  /// One line for the overview.
  static var summary: String { get }
  /// Lines of the form `vigie check …`, the commonest first.
  static var usage: [String] { get }
  /// Examples: what is typed, and what it does.
  static var examples: [(line: String, what: String)] { get }
  static var options: [Option] { get }
  /// More to know, below the options.
  static var remarks: String { get }
  /// Runs the command with the arguments behind its name.
  static func run(_ arguments: ArraySlice<String>, _ console: Console) throws(CommandFault) -> ExitCode
}
