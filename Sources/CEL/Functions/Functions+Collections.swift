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
      "The number of characters, bytes, items or entries.", example: "['chat', 'wall'].size()", gives: "2", cost: .text
    ) { activation, values in
      values.count == 1 ? activation.size(of: values[0]).map { .int($0) } : nil
    },
    FunctionEntry(
      "first", .method, [Signature([.list(any)], .optional(any))],
      "The first item as an optional, which has no value for an empty list.", example: "[3, 1, 2].first().orValue(0)",
      gives: "3"
    ) { activation, values in end(values, &activation) { _ in 0 } },
    FunctionEntry(
      "last", .method, [Signature([.list(any)], .optional(any))],
      "The last item as an optional, which has no value for an empty list.", example: "[3, 1, 2].last().orValue(0)",
      gives: "2"
    ) { activation, values in end(values, &activation) { $0 - 1 } },
    FunctionEntry(
      "distinct", .method, [Signature([.list(any)], .list(any))], "The items without repetitions, in their order.",
      example: "[1, 2, 1].distinct()", gives: "[1, 2]", cost: .list
    ) { activation, values in
      distinct(values, &activation).map { $0.error ?? activation.make(list: $0.items) }
    },
    FunctionEntry(
      "isUnique", .method, [Signature([.list(any)], .bool)], "Whether no item is there twice.",
      example: "['chat', 'wall', 'chat'].isUnique()", gives: "false", cost: .list
    ) { activation, values in
      distinct(values, &activation).map { $0.error ?? .bool($0.items.count == activation.count(of: values[0])) }
    },
    FunctionEntry(
      "flatten", .method, [Signature([.list(.list(any))], .list(any))], "The items of the lists in a list as one list.",
      example: "[[1], [2, 3]].flatten()", gives: "[1, 2, 3]", cost: .list
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
      example: "[2, 1].sort()", gives: "[1, 2]", cost: .sorting
    ) { activation, values in
      values.count == 1 ? sorted(Arguments([values[0], values[0]]), &activation) : nil
    },
  ]

  private static func end(
    _ values: Arguments, _ activation: inout Activation, _ position: (_ count: Int) -> Int
  ) -> Value? {
    guard values.count == 1, values[0].kind == .list else { return nil }
    let count = activation.count(of: values[0])
    if count == 0 { return Value.none }
    let item = activation.element(of: values[0], at: position(count))
    return item.isError ? item : activation.make(optional: item)
  }

  /// The items of the first list in the ascending order of the keys in the second; equal keys keep their order.
  static func sorted(_ values: Arguments, _ activation: inout Activation) -> Value? {
    guard values.count == 2, values[0].kind == .list, values[1].kind == .list else { return nil }
    let (items, keys) = (activation.items(of: values[0]), activation.items(of: values[1]))
    if let error = (items + keys).first(where: \.isError) { return error }
    let depth = Int.bitWidth - items.count.leadingZeroBitCount
    guard items.count == keys.count, activation.spend(items.count * max(8, depth)) else {
      return .error(.budgetExceeded)
    }
    for key in keys where activation.order(key, keys[0]) == nil { return nil }
    let positions = keys.indices.sorted { first, second in
      switch activation.order(keys[first], keys[second]) {
      case .less: true
      case .greater: false
      default: first < second
      }
    }
    return activation.fuel < 0 ? .error(.budgetExceeded) : activation.make(list: positions.map { items[$0] })
  }

  /// A map from each key in the second list to the items of the first list that have it, in the order of both lists.
  static func grouped(_ values: Arguments, _ activation: inout Activation) -> Value? {
    guard values.count == 2, values[0].kind == .list, values[1].kind == .list else { return nil }
    let (items, keys) = (activation.items(of: values[0]), activation.items(of: values[1]))
    var groups: [(key: Value, mapKey: MapKey, items: [Value])] = []
    var positions: [MapKey: Int] = [:]
    for (item, key) in zip(items, keys) {
      if item.isError || key.isError { return item.isError ? item : key }
      guard activation.spend(1 + (key.kind == .string ? activation.bytes(of: key).count >> 4 : 0)) else {
        return .error(.budgetExceeded)
      }
      guard key.kind != .double, key.kind != .decimal, let mapKey = activation.mapKey(key) else {
        return activation.make(.invalidArgument("\(key.kind.typeName) cannot be the key of a map"))
      }
      if let position = positions[mapKey] {
        groups[position].items.append(item)
      } else {
        positions[mapKey] = groups.count
        groups.append((key, mapKey, [item]))
      }
    }
    var map = ComputedMap()
    for group in groups { _ = map.insert(group.key, group.mapKey, activation.make(list: group.items)) }
    return activation.make(map)
  }

  /// The items without repetitions, found by hashing.
  private static func distinct(_ values: Arguments, _ activation: inout Activation) -> (items: [Value], error: Value?)?
  {
    guard values.count == 1, values[0].kind == .list else { return nil }
    var items: [Value] = []
    var positions: [Int: [Int]] = [:]
    for item in activation.items(of: values[0]) {
      if item.isError { return ([], item) }
      guard activation.spend(2) else { return ([], .error(.budgetExceeded)) }
      var hasher = Hasher()
      activation.hash(item, into: &hasher)
      guard activation.fuel >= 0 else { return ([], .error(.budgetExceeded)) }
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
