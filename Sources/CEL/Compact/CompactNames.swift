import Findings

/// The names of fields, variables, functions and units in the compact forms of one pack: each is there once.
public final class CompactNames {
  private var names: [String] = []
  private var places: [String: Int] = [:]

  public init() {}

  func place(of name: String) -> Int {
    if let place = places[name] { return place }
    names.append(name)
    places[name] = names.count - 1
    return names.count - 1
  }

  /// All names in the order in which they were first written; `CompactReader.names` reads them.
  public var bytes: [UInt8] {
    var output = ByteWriter()
    output.number(names.count)
    for name in names { output.text(name.utf8) }
    return output.bytes
  }
}
