import Command
import Glibc

// A closed pipe is an error like any other, said in one line.
signal(SIGPIPE, SIG_IGN)
let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv + 1, count: max(0, Int(CommandLine.argc) - 1))
exit(Tool.run(arguments, console: Console()).rawValue)
