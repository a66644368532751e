import Findings
import Rendering
import Validation

/// `vigie rules test`: runs the examples of packs and tells how far they go into the rules.
enum RulesTest {
  static func run(_ packs: [String], _ console: Console) throws(CommandFault) -> ExitCode {
    let schema = try Library.reportSchema(nil)
    var isWhole = true
    for name in Library.named(packs) {
      let pack = try Library.fullPack(name)
      let runner = try Library.orFault(name) { () throws(PackError) in
        try ExampleRunner(pack: pack, schema: schema, version: Version.number, isWatching: true)
      }
      let (count, failures) = runner.run()
      var out = ""
      for failure in failures {
        let about = failure.example.isEmpty ? failure.rule : failure.example
        out += visible("\(failure.file): \(about): \(failure.message)") + "\n"
      }
      for remark in try RulesLint.remarks(on: pack, name) { out += "warning: \(visible(remark.text))\n" }
      out += "\(pack.id) \(pack.version): \(pack.rules.count) rules, \(count) examples, \(failures.count) failures\n"
      if let coverage = runner.coverage {
        for gap in coverage.gaps { out += "note: \(visible(gap.text))\n" }
        out += "\(pack.id): \(coverage.count) conditions, \(coverage.gaps.count) not both true and false\n"
      }
      try console.write(out)
      isWhole = isWhole && failures.isEmpty
    }
    return isWhole ? .conformant : .usage
  }
}
