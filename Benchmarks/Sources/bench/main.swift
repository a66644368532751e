import Foundation

// Each measurement runs in a process of its own, so that peak memory is that of one thing only.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "readers": ReaderBenchmark.run()
case "stages": StageBenchmark.run(repository: arguments.count > 1 ? arguments[1] : "..")
case "memory": MemoryBenchmark.run(syntax: arguments.count > 1 ? arguments[1] : "json")
case "workers": WorkerBenchmark.run()
default:
  print("bench readers | stages REPOSITORY | memory json|xml | workers")
  exit(2)
}
