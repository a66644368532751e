import Findings
import Validation

/// The arguments of one command, taken apart.
///
/// Options may stand before, between and behind the operands, as `--name value` or `--name=value`; `--` ends them.
struct Arguments {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// - Throws: `CommandFault` for an option that is not there, lacks its value or takes none.
  init(_ arguments: ArraySlice<String>, options: [Option], command: String) throws(CommandFault) {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        let nearest = NearestName.of(name, in: options.map(\.name))
        throw CommandFault(
          "\(command) has no option \u{201C}\(name)\u{201D}"
            + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; see vigie \(command) --help"))
      }
      if option.value == nil {
        guard parts.count == 1 else { throw CommandFault("the option \(name) takes no value") }
        flags.insert(name)
      } else if parts.count == 2 {
        values[name, default: []].append(String(parts[1]))
      } else if let value = rest.popFirst() {
        values[name, default: []].append(value)
      } else {
        throw CommandFault("the option \(name) needs a value: \(name) \(option.value ?? "")")
      }
    }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// All values of an option that may be repeated, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value of an option that may stand once.
  func one(_ name: String) throws(CommandFault) -> String? {
    let given = all(name)
    guard given.count <= 1 else {
      throw CommandFault("the option \(name) is given \(given.count) times; it may stand once")
    }
    return given.first
  }

  /// A date of the calendar.
  func day(_ name: String) throws(CommandFault) -> String? {
    guard let day = try one(name) else { return nil }
    guard Checker.isDate(day) else {
      throw CommandFault("\u{201C}\(day)\u{201D} is no value of \(name); it takes a date such as 2026-01-31")
    }
    return day
  }

  /// A value out of a list.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Value.Type
  ) throws(CommandFault) -> Value? where Value.RawValue == String {
    guard let text = try one(name) else { return nil }
    let names = Value.allCases.map(\.rawValue)
    guard let value = Value(rawValue: text) else {
      let nearest = NearestName.of(text, in: names)
      throw CommandFault(
        "\u{201C}\(text)\u{201D} is no value of \(name)"
          + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? "; it takes \(names.joined(separator: ", "))"))
    }
    return value
  }

  /// A whole number within a range. `KiB`, `MiB` and `GiB` may follow where the range is of bytes.
  func number(_ name: String, _ range: ClosedRange<Int>, isBytes: Bool = false) throws(CommandFault) -> Int? {
    guard let text = try one(name) else { return nil }
    var digits = text
    var factor = 1
    if isBytes {
      for (suffix, power) in [("KiB", 10), ("MiB", 20), ("GiB", 30)] where text.hasSuffix(suffix) {
        digits = String(text.dropLast(3))
        factor = 1 << power
      }
    }
    guard let value = Int(digits), !value.multipliedReportingOverflow(by: factor).overflow,
      range.contains(value * factor)
    else {
      throw CommandFault(
        "\u{201C}\(text)\u{201D} is no value of \(name); it takes a whole number from \(range.lowerBound) to \(range.upperBound)"
          + (isBytes ? ", also with KiB, MiB or GiB" : ""))
    }
    return value * factor
  }
}
