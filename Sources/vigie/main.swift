import Command
import Glibc

// A closed pipe is an error like any other, said in one line.
signal(SIGPIPE, SIG_IGN)
exit(Tool.run(Array(CommandLine.arguments.dropFirst()), console: Console()).rawValue)
