import Documents

/// A value that needs no activation any more, in the shapes of JSON.
public indirect enum PlainValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// Exact, as written in JSON.
  case number(String)
  /// A text; also a date, a timestamp, a duration, a type, and a number that JSON does not have.
  case text(String)
  case list([PlainValue])
  /// An object of a report, or a map whose keys are all texts.
  case object([Member])
  /// What stands in a report where the schema wants something else, with the reason why it has no value.
  case invalid(String)

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    public let name: String
    public let value: PlainValue
  }
}

extension Activation {
  /// A value without its activation; an optional is its content, or null. A map with keys that are no texts is a list of
  /// lists of a key and a value.
  public func plain(_ value: Value) -> PlainValue {
    switch value.kind {
    case .null, .unset: return .null
    case .bool: return .bool(value.isTrue)
    case .int, .uint, .decimal: return .number(display(value))
    case .double:
      let double = value.doubleBits
      return double.isFinite ? .number(DoubleText.shortest(double)) : .text(DoubleText.shortest(double))
    case .string, .bytes, .date, .timestamp, .duration, .type: return .text(display(value))
    case .error: return .invalid(display(value))
    case .list: return .list(items(of: value).map { plain($0) })
    case .map: return plain(map(of: value)?.entries ?? [])
    case .optional: return content(of: value).map { plain($0) } ?? .null
    case .object: return .object(members(of: value))
    }
  }

  private func plain(_ entries: [(key: Value, value: Value)]) -> PlainValue {
    if entries.allSatisfy({ $0.key.kind == .string }) {
      return .object(entries.map { PlainValue.Member(name: display($0.key), value: plain($0.value)) })
    }
    return .list(entries.map { .list([plain($0.key), plain($0.value)]) })
  }

  /// The members that are there, by the names that they have in the document.
  private func members(of object: Value) -> [PlainValue.Member] {
    let bound = documents[Int(object.document)]
    return (0..<object.length).compactMap { slot in
      let index = bound.members[object.offset + slot]
      guard index != BoundDocument.absent, let member = member(slot, of: object) else { return nil }
      let name = bound.document.name(of: Int(bound.values[Int(index)].node)) ?? ""
      return PlainValue.Member(name: name, value: plain(member))
    }
  }
}
