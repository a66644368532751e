import Foundation

// Each measurement runs in a process of its own, so that peak memory is that of one thing only.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "readers": ReaderBenchmark.run()
case "stages": StageBenchmark.run(repository: arguments.count > 1 ? arguments[1] : "..")
case "packs" where arguments.count == 2: PackBenchmark.run(repository: arguments[1])
case "compile" where arguments.count == 3:
  StageBenchmark.compile(repository: arguments[1], times: Int(arguments[2]) ?? 1)
case "memory": MemoryBenchmark.run(syntax: arguments.count > 1 ? arguments[1] : "json")
case "workers": WorkerBenchmark.run()
case "peers" where arguments.count == 3: PeerBenchmark.run(folder: arguments[1], data: arguments[2])
case "rules" where arguments.count == 3: RuleBenchmark.run(folder: arguments[1], data: arguments[2])
case "check" where arguments.count == 3:
  PackBenchmark.check(repository: arguments[1], times: Int(arguments[2]) ?? 1)
case "repeat" where arguments.count == 4:
  RuleBenchmark.repeatRules(folder: arguments[1], data: arguments[2], times: Int(arguments[3]) ?? 1)
case "bind" where arguments.count == 4:
  BindBenchmark.repeatBinding(schema: arguments[1], report: arguments[2], times: Int(arguments[3]) ?? 1)
case "schema" where arguments.count == 3:
  BindBenchmark.repeatCompiling(schema: arguments[1], times: Int(arguments[2]) ?? 1)
default:
  print(
    "bench readers | stages REPOSITORY | packs REPOSITORY | memory json|xml | workers | peers FOLDER DATA | rules FOLDER DATA"
      + " | repeat FOLDER DATA TIMES | bind SCHEMA REPORT TIMES | schema SCHEMA TIMES | compile REPOSITORY TIMES"
      + " | check REPOSITORY TIMES"
  )
  exit(2)
}
