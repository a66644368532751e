/// A path of names such as `report.services.id`, its slots known. It runs through lists: each is a loop.
struct KindPath: Sendable {
  struct Step: Sendable {
    let name: String
    let slot: Int
    let isOptional: Bool
  }

  /// The first name, which the environment knows.
  let headText: String
  let head: Node
  /// The steps from the head or from the item of a list to the next list or the end.
  let parts: [[Step]]
  /// The type of the values.
  let type: Type

  /// What one step from an object or item gave.
  enum Read {
    case absent
    /// An error on the way, before what is asked of the value.
    case failed(Value)
    /// The value, which may be an error too.
    case value(Value)
  }

  /// Whether there is one value at most.
  var isSingle: Bool { parts.count == 1 }

  /// Whether a report may lack the value at the end.
  var isOptional: Bool { parts.contains { $0.contains(where: \.isOptional) } }

  // MARK: - Reading

  /// Walks one part.
  @inline(__always)
  private func read(_ part: Int, from base: Value, _ activation: inout Activation) -> Read {
    let steps = parts[part]
    var value = base
    for (position, step) in steps.enumerated() {
      if value.kind == .object {
        if let member = activation.member(step.slot, of: value) {
          value = member
        } else if step.isOptional {
          return .absent
        } else {
          return failure(activation.make(.noSuchField(step.name), at: value), steps, behind: position)
        }
      } else {
        let error = value.isError ? value : activation.noOverload("the field “\(step.name)”")
        return failure(error, steps, behind: position - 1)
      }
    }
    return .value(value)
  }

  /// An error is one of the guard where an optional step follows, because `has` reads the same objects.
  private func failure(_ error: Value, _ steps: [Step], behind position: Int) -> Read {
    steps[(position + 1)...].contains(where: \.isOptional) ? .failed(error) : .value(error)
  }

  /// The value of a path without lists, from its head.
  func single(_ activation: inout Activation) -> Read {
    read(0, from: head.evaluate(&activation), &activation)
  }

  /// The value of a path without lists, from an item.
  func single(from item: Value, _ activation: inout Activation) -> Read { read(0, from: item, &activation) }

  /// Gives each value in turn, and what is absent or fails on the way, until the body returns false.
  func forEach(_ activation: inout Activation, _ body: (inout Activation, Read) -> Bool) {
    _ = forEach(part: 0, from: head.evaluate(&activation), &activation, body)
  }

  private func forEach(
    part: Int, from base: Value, _ activation: inout Activation, _ body: (inout Activation, Read) -> Bool
  ) -> Bool {
    let read = read(part, from: base, &activation)
    guard part + 1 < parts.count, case .value(let list) = read else { return body(&activation, read) }
    guard list.kind == .list else {
      let error = list.isError ? list : activation.noOverload("a macro over \(list.kind.typeName)")
      return body(&activation, .failed(error))
    }
    for index in 0..<activation.count(of: list) {
      guard activation.spend(1) else { return body(&activation, .failed(.error(.budgetExceeded))) }
      let item = activation.element(of: list, at: index)
      guard forEach(part: part + 1, from: item, &activation, body) else { return false }
    }
    return true
  }
}
