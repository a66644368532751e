/// What the program tells the shell.
public enum ExitCode: Int32, Sendable {
  /// Every report is conformant.
  case conformant = 0
  /// At least one report is not conformant.
  case nonConformant = 1
  /// The command line or a rule pack is wrong, or the output could not be written. Nothing was judged.
  case usage = 2
  /// At least one report is indeterminate or unreadable, and none is non-conformant.
  case indeterminate = 3
  /// There was no input.
  case noInput = 4
}
