/// RFC 6902: changes to a JSON value.
enum JSONPatch {
  /// Why an operation cannot be applied.
  struct Fault: Error {
    var message: String
  }

  /// Applies all operations in order.
  static func apply(_ operations: JSONValue, to value: JSONValue) throws(Fault) -> JSONValue {
    guard case .array(let operations) = operations else { throw Fault(message: "a patch is a list of operations") }
    var value = value
    for operation in operations {
      guard let name = operation["op"]?.string, let path = operation["path"]?.string else {
        throw Fault(message: "an operation has op and path")
      }
      switch name {
      case "add": try change(&value, path, .add(try member(operation, "value")))
      case "replace": try change(&value, path, .replace(try member(operation, "value")))
      case "remove": try change(&value, path, .remove)
      case "test":
        guard try find(value, path) == (try member(operation, "value")) else {
          throw Fault(message: "the test at \(path) does not hold")
        }
      case "copy", "move":
        guard let from = operation["from"]?.string else { throw Fault(message: "\(name) has from") }
        let moved = try find(value, from)
        if name == "move" { try change(&value, from, .remove) }
        try change(&value, path, .add(moved))
      default: throw Fault(message: "there is no operation \(name)")
      }
    }
    return value
  }

  private enum Change {
    case add(JSONValue)
    case replace(JSONValue)
    case remove
  }

  private static func member(_ operation: JSONValue, _ name: String) throws(Fault) -> JSONValue {
    guard let value = operation[name] else { throw Fault(message: "the operation has no \(name)") }
    return value
  }

  /// RFC 6901 §4.
  private static func steps(_ path: String) throws(Fault) -> [String] {
    if path.isEmpty { return [] }
    guard path.hasPrefix("/") else { throw Fault(message: "the path \(path) does not begin with /") }
    return path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { step in
      var out = ""
      var isEscape = false
      for scalar in step.unicodeScalars {
        if isEscape {
          out.unicodeScalars.append(scalar == "1" ? "/" : "~")
          isEscape = false
        } else if scalar == "~" {
          isEscape = true
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
      return out
    }
  }

  private static func find(_ value: JSONValue, _ path: String) throws(Fault) -> JSONValue {
    var value = value
    for step in try steps(path) {
      switch value {
      case .object:
        guard let next = value[step] else { throw Fault(message: "there is nothing at \(path)") }
        value = next
      case .array(let items):
        guard let index = Int(step), items.indices.contains(index) else {
          throw Fault(message: "there is nothing at \(path)")
        }
        value = items[index]
      default: throw Fault(message: "there is nothing at \(path)")
      }
    }
    return value
  }

  private static func change(_ value: inout JSONValue, _ path: String, _ change: Change) throws(Fault) {
    try apply(change, to: &value, steps: try steps(path)[...], path: path)
  }

  private static func apply(
    _ change: Change, to value: inout JSONValue, steps: ArraySlice<String>, path: String
  ) throws(Fault) {
    guard let step = steps.first else {
      switch change {
      case .add(let new), .replace(let new): value = new
      case .remove: throw Fault(message: "the whole report cannot be removed")
      }
      return
    }
    let isLast = steps.count == 1
    switch value {
    case .object(var members):
      let index = members.firstIndex { $0.name == step }
      switch (isLast, index, change) {
      case (false, let index?, _): try apply(change, to: &members[index].value, steps: steps.dropFirst(), path: path)
      case (true, let index?, .add(let new)), (true, let index?, .replace(let new)): members[index].value = new
      case (true, let index?, .remove): members.remove(at: index)
      case (true, nil, .add(let new)): members.append((step, new))
      default: throw Fault(message: "there is nothing at \(path)")
      }
      value = .object(members)
    case .array(var items):
      let index = step == "-" ? items.count : Int(step) ?? -1
      switch (isLast, change) {
      case (false, _) where items.indices.contains(index):
        try apply(change, to: &items[index], steps: steps.dropFirst(), path: path)
      case (true, .add(let new)) where (0...items.count).contains(index): items.insert(new, at: index)
      case (true, .replace(let new)) where items.indices.contains(index): items[index] = new
      case (true, .remove) where items.indices.contains(index): items.remove(at: index)
      default: throw Fault(message: "there is nothing at \(path)")
      }
      value = .array(items)
    default: throw Fault(message: "there is nothing at \(path)")
    }
  }
}
