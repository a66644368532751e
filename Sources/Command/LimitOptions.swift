import Documents

/// The options that set the limits of the readers.
enum LimitOptions {
  private static let defaults = Limits()

  static let all = [
    Option(
      name: "--max-bytes", value: "N",
      help: "the largest file, in bytes or with KiB, MiB, GiB; \(defaults.bytes >> 20)MiB without it"),
    Option(name: "--max-depth", value: "N", help: "how deep values may be nested; \(defaults.depth) without it"),
    Option(name: "--max-nodes", value: "N", help: "the largest number of values; \(defaults.nodes) without it"),
    Option(
      name: "--max-string", value: "N", help: "the longest text, in bytes; \(defaults.stringBytes >> 20)MiB without it"),
  ]

  static func read(_ arguments: Arguments) throws(CommandFault) -> Limits {
    var limits = Limits()
    if let value = try arguments.number("--max-bytes", 1...(2 << 30) - 1, isBytes: true) { limits.bytes = value }
    if let value = try arguments.number("--max-depth", 1...1_000) { limits.depth = value }
    if let value = try arguments.number("--max-nodes", 1...1_000_000_000) { limits.nodes = value }
    if let value = try arguments.number("--max-string", 1...(1 << 24) - 1, isBytes: true) { limits.stringBytes = value }
    return limits
  }
}
