import CLibFuzzer
import Glibc

// fuzz TARGET [libFuzzer options and folders]; fuzz words TARGET prints a dictionary for -dict.
let arguments = CommandLine.arguments
if arguments.count == 3, arguments[1] == "words", let target = FuzzTarget(rawValue: arguments[2]) {
  for word in Dictionary.words(of: target) { print(word) }
  exit(0)
}
guard arguments.count > 1, let target = FuzzTarget(rawValue: arguments[1]) else {
  print(
    "fuzz TARGET [options of libFuzzer], with TARGET one of", FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
  )
  exit(2)
}
Driver.target = target
var count = CommandLine.argc - 1
var rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(LLVMFuzzerRunDriver(&count, &rest, Driver.test))
