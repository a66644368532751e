import Testing

@testable import CEL

/// The cases of cel-spec, file by file; `make conformance` prints the counts.
struct ConformanceTests {
  /// Cases in which the specification's own file is not followed, by name, each with its reason.
  static let disagreements: [String: String] = [:]

  @Test(arguments: ConformanceCase.files) func `the cases of a file have the values and types of the suite`(
    _ file: String
  ) throws {
    let cases = try ConformanceCase.all(in: file)
    let inScope = cases.filter { $0.outOfScope == nil }
    var faults: [String: String] = [:]
    for test in inScope {
      faults[test.name] = test.fault(in: test.isUnchecked ? .unchecked : .checked)
    }
    let listed = Self.disagreements.filter { $0.key.hasPrefix(file + "/") }
    #expect(faults.filter { listed[$0.key] == nil } == [:])
    for name in listed.keys.sorted() {
      #expect(faults[name] != nil, "\(name) passes; take it off the list of disagreements")
    }
    let isUnchecked = inScope.count(where: \.isUnchecked)
    print(
      "conformance \(file): \(inScope.count - faults.count) of \(inScope.count) in scope pass"
        + (isUnchecked > 0 ? ", \(isUnchecked) of them unchecked as they ask" : "")
        + (inScope.count < cases.count ? "; \(cases.count - inScope.count) out of scope" : ""))
  }

  @Test(arguments: ConformanceCase.files) func `without types the values are the same`(_ file: String) throws {
    var faults: [String: String] = [:]
    for test in try ConformanceCase.all(in: file) where test.outOfScope == nil && !test.isCheckOnly {
      faults[test.name] = test.fault(in: .unchecked)
    }
    #expect(faults.filter { Self.disagreements[$0.key] == nil } == [:])
  }

  @Test func `1,645 cases are in scope, the others are left out for a reason`() throws {
    guard ConformanceCase.folder != nil else {
      print("conformance: skipped, there is no cel-conformance folder; set VIGIE_SHARED_DATA")
      return
    }
    var reasons: [String: Int] = [:]
    var inScope = 0
    for file in ConformanceCase.files {
      for test in try ConformanceCase.all(in: file) {
        if let reason = test.outOfScope { reasons[reason, default: 0] += 1 } else { inScope += 1 }
      }
    }
    print("conformance in all: \(inScope) in scope")
    for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) {
      print("conformance out of scope: \(count) for \(reason)")
    }
    #expect(inScope == 1645)
    #expect(
      reasons == [
        "protobuf messages": 701, "network extension": 69, "block extension": 37, "encoders extension": 4,
      ])
  }

  @Test func `a function of the caller has types and a value`() throws {
    var environment = Environment()
    environment.declare(
      FunctionEntry(
        "twice", .either, [FunctionEntry.Signature([.int], .int)], "The number two times.", example: "twice(1)",
        gives: "2"
      ) { activation, values in activation.arithmetic(.add, values[0], values[0]) })
    var activation = Activation(documents: [], fuel: 1000)
    let program = try Program.compile("twice(20).twice() + 2", in: environment)
    #expect(program.type == .int)
    #expect(program.evaluate(&activation).asInt == 82)
    #expect(throws: CompileError("there is no twice(string); there is twice(int)", at: 0..<10)) {
      try Program.compile("twice('a')", in: environment)
    }
  }
}
