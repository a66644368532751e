extension Activation {
  /// What `size` gives, or nil where there is none.
  func size(of value: Value) -> Int? {
    switch value.kind {
    case .list, .map: count(of: value)
    case .bytes: bytes(of: value).count
    case .string: bytes(of: value).lazy.filter { $0 & 0xC0 != 0x80 }.count
    default: nil
    }
  }
}

extension FunctionTable {
  static let collections: [FunctionEntry] = [
    FunctionEntry(
      "size", .either,
      [
        Signature([.string], .int), Signature([.bytes], .int), Signature([.list(any)], .int),
        Signature([.map(any, .parameter("B"))], .int),
      ],
      "The number of characters, bytes, items or entries.", example: "report.services.size() > 0"
    ) { activation, values in
      values.count == 1 ? activation.size(of: values[0]).map { .int($0) } : nil
    },
    FunctionEntry(
      "distinct", .method, [Signature([.list(any)], .list(any))], "The items without repetitions, in their order.",
      example: "[1, 2, 1].distinct() == [1, 2]"
    ) { activation, values in
      distinct(values, &activation).map { $0.error ?? activation.make(list: $0.items) }
    },
    FunctionEntry(
      "isUnique", .method, [Signature([.list(any)], .bool)], "Whether no item is there twice.",
      example: "report.services.map(s, s.id).isUnique()"
    ) { activation, values in
      distinct(values, &activation).map { $0.error ?? .bool($0.items.count == activation.count(of: values[0])) }
    },
    FunctionEntry(
      "flatten", .method, [Signature([.list(.list(any))], .list(any))], "The items of the lists in a list as one list.",
      example: "[[1], [2, 3]].flatten() == [1, 2, 3]"
    ) { activation, values in
      guard values.count == 1, values[0].kind == .list else { return nil }
      var items: [Value] = []
      for item in activation.items(of: values[0]) {
        if item.isError { return item }
        guard activation.spend(1 + activation.count(of: item)) else { return .error(.budgetExceeded) }
        if item.kind == .list { items += activation.items(of: item) } else { items.append(item) }
      }
      return items.first(where: \.isError) ?? activation.make(list: items)
    },
    FunctionEntry(
      "sort", .method, [Signature([.list(any)], .list(any))], "The items in ascending order.",
      example: "[2, 1].sort() == [1, 2]"
    ) { activation, values in
      guard values.count == 1, values[0].kind == .list else { return nil }
      let items = activation.items(of: values[0])
      if let error = items.first(where: \.isError) { return error }
      guard activation.spend(items.count * 8) else { return .error(.budgetExceeded) }
      for item in items where activation.order(item, items[0]) == nil { return nil }
      let sorted = items.enumerated().sorted { first, second in
        switch activation.order(first.element, second.element) {
        case .less: true
        case .greater: false
        default: first.offset < second.offset
        }
      }
      return activation.make(list: sorted.map(\.element))
    },
  ]

  /// The items without repetitions, found by hashing.
  private static func distinct(_ values: [Value], _ activation: inout Activation) -> (items: [Value], error: Value?)? {
    guard values.count == 1, values[0].kind == .list else { return nil }
    var items: [Value] = []
    var positions: [Int: [Int]] = [:]
    for item in activation.items(of: values[0]) {
      if item.isError { return ([], item) }
      guard activation.spend(2) else { return ([], .error(.budgetExceeded)) }
      var hasher = Hasher()
      activation.hash(item, into: &hasher)
      let hash = hasher.finalize()
      var isKnown = false
      for position in positions[hash] ?? [] where !isKnown {
        isKnown = activation.spend(1) && activation.isEqual(items[position], item)
      }
      if !isKnown {
        positions[hash, default: []].append(items.count)
        items.append(item)
      }
    }
    return (items, nil)
  }
}
