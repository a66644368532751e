import Testing

@testable import CEL

/// The kinds of rules: each is equal to its definition in CEL.
struct KindTests {
  typealias Arguments = [(String, [String])]

  static func call(_ kind: Kind, _ parameters: Arguments) -> KindCall {
    KindCall(
      kind, parameters.map { KindCall.Parameter(name: $0.0, texts: $0.1, isList: $0.1.count != 1) })
  }

  static let variants: [(kind: Kind, parameters: Arguments)] = [
    (.required, [("path", ["report.total"])]), (.required, [("path", ["report.part.y"])]),
    (.required, [("path", ["report.items.part.y"])]), (.required, [("path", ["report.items.inner.number"])]),
    (.forbidden, [("path", ["report.name"])]), (.forbidden, [("path", ["report.part.y"])]),
    (.forbidden, [("path", ["report.items.part.y"])]), (.forbidden, [("path", ["report.items.inner.number"])]),
    (.cardinality, [("path", ["report.items"]), ("min", ["1"]), ("max", ["3"])]),
    (.cardinality, [("path", ["report.targets"]), ("min", ["1"])]),
    (.cardinality, [("path", ["report.items.ref"]), ("max", ["2"])]),
    (.cardinality, [("path", ["report.items.inner.key"]), ("min", ["report.limit"]), ("max", ["report.whole"])]),
    (.cardinality, [("path", ["report.items.tags"]), ("max", ["report.part.y"])]),
    (.codeList, [("path", ["report.name"]), ("codes", ["a", "é1"])]),
    (.codeList, [("path", ["report.items.target"]), ("codes", ["knownCSAM", "newCSAM"])]),
    (.codeList, [("path", ["report.items.inner.key"]), ("codes", ["a", "b", "c", "dd"]), ("absent", ["fails"])]),
    (.codeList, [("path", ["report.items.tags"]), ("codes", ["a", "b", "c", "dd"])]),
    (.codeList, [("path", ["report.targets"]), ("codes", ["knownCSAM"]), ("absent", ["fails"])]),
    (.pattern, [("path", ["report.name"]), ("pattern", ["^[a-c]$"])]),
    (.pattern, [("path", ["report.items.ref"]), ("pattern", [#"^\w+$"#]), ("absent", ["fails"])]),
    (.pattern, [("path", ["report.items.tags"]), ("pattern", ["^(a|b|c|'|é1)$"])]),
    (.range, [("path", ["report.total"]), ("min", ["2"]), ("max", ["5"])]),
    (.range, [("path", ["report.amount"]), ("max", ["1.75"]), ("absent", ["fails"])]),
    (.range, [("path", ["report.items.count"]), ("min", ["report.limit"]), ("max", ["report.whole"])]),
    (.range, [("path", ["report.items.size"]), ("min", ["-0.5"]), ("max", ["report.part.y"])]),
    (.range, [("path", ["report.items.day"]), ("min", ["report.period.from"]), ("max", ["2025-02-28"])]),
    (.range, [("path", ["report.items.inner.number"]), ("max", ["2"]), ("absent", ["fails"])]),
    (.sumEquals, [("parts", ["report.items.count"]), ("total", ["report.total"])]),
    (.sumEquals, [("parts", ["report.part.x", "report.part.y"]), ("total", ["report.whole"])]),
    (
      .sumEquals,
      [("parts", ["report.items.size", "report.part.y"]), ("total", ["report.amount"]), ("tolerance", ["1.5"])]
    ),
    (
      .sumEquals,
      [("parts", ["report.whole", "report.items.inner.number"]), ("total", ["report.part.x"]), ("tolerance", ["2.5"])]
    ),
    (
      .ratio,
      [
        ("part", ["report.total"]), ("whole", ["report.whole"]), ("rate", ["report.share"]), ("digits", ["2"]),
      ]
    ),
    (
      .ratio,
      [
        ("part", ["report.part.x"]), ("whole", ["report.part.y"]), ("rate", ["report.part.rate"]), ("digits", ["1"]),
      ]
    ),
    (
      .ratio,
      [
        ("part", ["report.amount"]), ("whole", ["report.limit"]), ("rate", ["report.share"]), ("digits", ["0"]),
      ]
    ),
    (.unique, [("path", ["report.items"]), ("key", ["id"])]),
    (.unique, [("path", ["report.items"]), ("key", ["ref", "part.y"])]),
    (.unique, [("path", ["report.items.inner"]), ("key", ["key", "number"])]),
    (.unique, [("path", ["report.targets"])]), (.unique, [("path", ["report.items.tags"])]),
    (.refersTo, [("path", ["report.items.ref"]), ("key", ["report.items.id"])]),
    (.refersTo, [("path", ["report.name"]), ("key", ["report.items.inner.key"]), ("absent", ["fails"])]),
    (.refersTo, [("path", ["report.items.tags"]), ("key", ["previous.items.tags"])]),
    (.refersTo, [("path", ["report.items.inner.number"]), ("key", ["previous.items.size"])]),
    (.deadline, [("from", ["report.period.to"]), ("length", ["P2M"]), ("actual", ["report.sent"])]),
    (
      .deadline,
      [("from", ["report.due"]), ("length", ["P1Y1M1W1D"]), ("actual", ["report.sent"]), ("absent", ["fails"])]
    ),
    (.deadline, [("from", ["report.due"]), ("length", ["P1D"]), ("actual", ["report.period.from"])]),
    (.periodContinuity, []),
    (.changeBound, [("path", ["report.total"]), ("previous", ["previous.total"]), ("factor", ["2"])]),
    (.changeBound, [("path", ["report.items.count"]), ("previous", ["previous.items.count"]), ("factor", ["1.5"])]),
    (
      .changeBound,
      [("path", ["report.amount"]), ("previous", ["previous.part.y"]), ("factor", ["parameters.factor"])]
    ),
  ]

  private static func outcome(_ program: Program, _ activation: inout Activation) -> String {
    let value = program.evaluate(&activation)
    guard let error = activation.error(of: value) else { return activation.display(value) }
    return "!\(error.message) \(error.document ?? -1) \(error.value ?? -1)"
  }

  @Test(arguments: Kind.allCases)
  func `a kind equals its definition on ten thousand reports, in value, error and places`(_ kind: Kind) throws {
    let variants = Self.variants.filter { $0.kind == kind }
    let environment = KindSample.environment
    let pairs = try variants.map { variant in
      let native = try CompiledKind(Self.call(kind, variant.parameters), in: environment).program
      return (native, try Program.compile(native.text, in: environment, expecting: .bool))
    }
    var counts: [String: Int] = [:]
    var differences: [String] = []
    for index in KindSample.documents.indices {
      let (native, definition) = pairs[index % pairs.count]
      var activation = KindSample.activation(index)
      let got = Self.outcome(native, &activation)
      var places: [Operand] = []
      if got == "false" { places = native.blame(activation).operands }
      activation = KindSample.activation(index)
      let expected = Self.outcome(definition, &activation)
      counts[got.hasPrefix("!") ? "error" : got, default: 0] += 1
      if got != expected { differences.append("\(native.text): \(got), not \(expected)") }
      if got == "false", places != definition.blame(activation).operands {
        differences.append("\(native.text): places")
      }
    }
    #expect(Set(differences).sorted().prefix(20) == [])
    for outcome in ["true", "false", "error"] { #expect(counts[outcome, default: 0] >= 50, "\(outcome): \(counts)") }
  }

  @Test(
    arguments: [
      (Kind.required, [("path", ["report.items.part.y"])], "report.items.all(x, has(x.part) && has(x.part.y))"),
      (.forbidden, [("path", ["report.name"])], "!(has(report.name))"),
      (
        .cardinality, [("path", ["report.items.ref"]), ("min", ["1"])],
        "size(report.items.map(x, has(x.ref), x.ref)) >= 1"
      ),
      (
        .codeList, [("path", ["report.items.target"]), ("codes", ["newCSAM"])],
        "report.items.all(x, !has(x.target) || x.target in ['newCSAM'])"
      ),
      (
        .pattern, [("path", ["report.name"]), ("pattern", [#"^\d'$"#])],
        #"!has(report.name) || report.name.matches('^\\d\'$')"#
      ),
      (
        .range, [("path", ["report.amount"]), ("max", ["1.5"]), ("absent", ["fails"])],
        "has(report.amount) && report.amount <= decimal('1.5')"
      ),
      (
        .sumEquals, [("parts", ["report.part.x", "report.items.count"]), ("total", ["report.total"])],
        "!has(report.total) || (has(report.part) ? report.part.x : 0) + report.items.map(x, has(x.count), x.count).sum() == report.total"
      ),
      (
        .ratio,
        [("part", ["report.whole"]), ("whole", ["report.total"]), ("rate", ["report.share"]), ("digits", ["3"])],
        "!has(report.total) || !has(report.share) || report.total == 0 || ratioEquals(report.whole, report.total, report.share, 3)"
      ),
      (
        .unique, [("path", ["report.items"]), ("key", ["id", "ref"])],
        "report.items.map(x, has(x.ref), [x.id, x.ref]).isUnique()"
      ),
      (
        .refersTo, [("path", ["report.items.ref"]), ("key", ["previous.items.id"])],
        "report.items.all(x, !has(x.ref) || previous.items.exists(y, y.id == x.ref))"
      ),
      (
        .deadline, [("from", ["report.period.to"]), ("length", ["P1Y2M"]), ("actual", ["report.sent"])],
        "!has(report.sent) || report.sent <= report.period.to.addYears(1).addMonths(2)"
      ),
      (.periodContinuity, [], "report.period.from == previous.period.to.addDays(1)"),
      (
        .changeBound, [("path", ["report.whole"]), ("previous", ["previous.whole"]), ("factor", ["3"])],
        "previous.whole == 0 || report.whole <= previous.whole * 3 && report.whole * 3 >= previous.whole"
      ),
    ] as [(Kind, Arguments, String)])
  func `a kind is defined in CEL`(_ kind: Kind, _ parameters: Arguments, _ definition: String) throws {
    #expect(try CompiledKind(Self.call(kind, parameters), in: KindSample.environment).program.text == definition)
  }

  @Test(
    arguments: [
      (
        Kind.required, [("path", ["report.itms.ref"])], "path[itms] “report” has no field “itms”; did you mean “items”?"
      ),
      (
        .required, [("path", ["report.whole"])],
        "path[report.whole] “path” must be a member that reports may leave out; the schema requires this one"
      ),
      (
        .codeList, [("path", ["report.items.target"]), ("codes", ["newCSAM", "newCSM"])],
        "codes.1[newCSM] “newCSM” is not a code of target; did you mean “newCSAM”?"
      ),
      (
        .sumEquals, [("parts", ["report.name"]), ("total", ["report.total"])],
        "parts[report.name] “parts” must be numbers, not string"
      ),
      (
        .sumEquals, [("parts", ["report.whole"]), ("total", ["report.items.count"])],
        "total[report.items.count] “total” must be one value, but its path runs through a list; use “for” to look at each item"
      ),
      (.range, [("path", ["report.total"])], "[] “range” needs “min” or “max”, or both"),
      (
        .deadline, [("from", ["report.period.to"]), ("length", ["2M"]), ("actual", ["report.sent"])],
        "length[2M] “length” is a length of time in days, weeks, months or years, such as P30D, P2M or P1Y"
      ),
      (
        .unique, [("path", ["report.items"]), ("key", ["idd"])],
        "key[idd] “an item” has no field “idd”; did you mean “id”?"
      ),
      (
        .pattern, [("path", ["report.name"]), ("pattern", ["("])],
        "pattern[(] the pattern is not a regular expression of RE2: missing ): ("
      ),
      (.ratio, [("part", ["report.total"])], "[] “ratio” needs the parameter “whole”, a list"),
      (
        .changeBound, [("path", ["report.total"]), ("previous", ["previous.total"]), ("factor", ["0.5"])],
        "factor[0.5] “factor” must be a number of 1 or more"
      ),
      (
        .refersTo, [("path", ["reprot.name"]), ("key", ["report.items.id"])],
        "path[reprot] “reprot” is not known; did you mean “report”?"
      ),
      (
        .refersTo, [("path", ["report.name + 1"]), ("key", ["report.items.id"])],
        "path[report.name + 1] “path” is a path of names, such as report.services.id; what else there is to say needs a let or assert"
      ),
    ] as [(Kind, Arguments, String)])
  func `a wrong parameter is refused where it is`(_ kind: Kind, _ parameters: Arguments, _ message: String) {
    let call = Self.call(kind, parameters)
    do {
      _ = try CompiledKind(call, in: KindSample.environment)
      Issue.record("accepted")
    } catch {
      let text = error.parameter.flatMap { call[$0]?.texts[error.item] } ?? ""
      let part = String(decoding: Array(text.utf8)[error.range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
      let place = (error.parameter ?? "") + (error.item > 0 ? ".\(error.item)" : "")
      #expect("\(place)[\(part)] \(error.message)" == message)
    }
  }
}
