/// Equality, order and hashing of values, as CEL defines them: numbers compare by value whatever their type.
extension Activation {
  enum Order {
    case less, equal, greater
    /// NaN is none of the three.
    case unordered
  }

  private static func order<T: Comparable>(_ first: T, _ second: T) -> Order {
    first < second ? .less : first > second ? .greater : first == second ? .equal : .unordered
  }

  /// The order of two values, or nil where there is none for their types. Long texts take steps from the budget.
  mutating func order(_ first: Value, _ second: Value) -> Order? {
    switch (first.kind, second.kind) {
    case (.int, .int), (.bool, .bool), (.date, .date): return Self.order(first.payload, second.payload)
    case (.string, .string), (.bytes, .bytes): return textOrder(bytes(of: first), bytes(of: second))
    case (.timestamp, .timestamp), (.duration, .duration): return Self.order(first.instant, second.instant)
    default: return first.kind.isNumber && second.kind.isNumber ? numberOrder(first, second) : nil
    }
  }

  private mutating func textOrder(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Order {
    guard spend(min(first.count, second.count) >> 6) else { return .unordered }
    return first.elementsEqual(second) ? .equal : first.lexicographicallyPrecedes(second) ? .less : .greater
  }

  private func numberOrder(_ first: Value, _ second: Value) -> Order {
    switch (first.kind, second.kind) {
    case (.uint, .uint): return Self.order(first.uintBits, second.uintBits)
    case (.double, .double): return Self.order(first.doubleBits, second.doubleBits)
    case (.double, _): return doubleOrder(first.doubleBits, second)
    case (_, .double): return Self.reversed(doubleOrder(second.doubleBits, first))
    case (.decimal, .decimal) where !first.isBoxed && !second.isBoxed:
      if first.detail == second.detail { return Self.order(first.payload, second.payload) }
      // Neither has more than 18 digits behind the point, so both fit with the scale of the finer one.
      let scale = max(first.detail, second.detail)
      return Self.order(
        Int128(first.payload) * Int128(Wide.powers[Int(scale - first.detail)]),
        Int128(second.payload) * Int128(Wide.powers[Int(scale - second.detail)]))
    default: return Self.order(decimal(of: first) ?? .zero, decimal(of: second) ?? .zero)
    }
  }

  private static func reversed(_ order: Order) -> Order {
    switch order {
    case .less: .greater
    case .greater: .less
    default: order
    }
  }

  /// A double against an exact number: by the double that the number is nearest to, and by range beyond that.
  private func doubleOrder(_ double: Double, _ other: Value) -> Order {
    switch other.kind {
    case .int:
      if double < -0x1p63 { return .less }
      if double > 0x1p63 { return .greater }
      return Self.order(double, Double(other.payload))
    case .uint:
      if double < 0 { return .less }
      if double > 0x1p64 { return .greater }
      return Self.order(double, Double(other.uintBits))
    default: return Self.order(double, decimal(of: other)?.double ?? 0)
    }
  }

  /// Whether two values are equal; values of different types are not, except numbers.
  mutating func isEqual(_ first: Value, _ second: Value) -> Bool {
    guard first.kind == second.kind else {
      return first.kind.isNumber && second.kind.isNumber && numberOrder(first, second) == .equal
    }
    switch first.kind {
    case .null: return true
    case .bool, .int, .date: return first.payload == second.payload
    case .uint, .double, .decimal: return numberOrder(first, second) == .equal
    case .string, .bytes: return textsAreEqual(first, second)
    case .timestamp, .duration: return first.instant == second.instant
    case .type: return first.detail == second.detail
    case .list: return listsAreEqual(first, second)
    case .map: return mapsAreEqual(first, second)
    case .object: return objectsAreEqual(first, second)
    case .optional:
      switch (content(of: first), content(of: second)) {
      case (nil, nil): return true
      case (let one?, let two?): return isEqual(one, two)
      default: return false
      }
    case .error, .unset: return false
    }
  }

  private mutating func textsAreEqual(_ first: Value, _ second: Value) -> Bool {
    if let one = textOfDocument(first), let two = textOfDocument(second) {
      return one.isEqual(to: two) && spend(one.count >> 6)
    }
    let (one, two) = (bytes(of: first), bytes(of: second))
    guard one.count == two.count else { return false }
    return spend(one.count >> 6) && one.elementsEqual(two)
  }

  private mutating func listsAreEqual(_ first: Value, _ second: Value) -> Bool {
    let count = count(of: first)
    guard count == self.count(of: second), spend(count) else { return false }
    for index in 0..<count where !isEqual(element(of: first, at: index), element(of: second, at: index)) {
      return false
    }
    return true
  }

  private mutating func mapsAreEqual(_ first: Value, _ second: Value) -> Bool {
    guard let one = map(of: first), let two = map(of: second), one.count == two.count, spend(one.count) else {
      return false
    }
    for entry in one.entries {
      guard let key = mapKey(entry.key), let other = two.value(for: key), isEqual(entry.value, other) else {
        return false
      }
    }
    return true
  }

  private mutating func objectsAreEqual(_ first: Value, _ second: Value) -> Bool {
    if first.document == second.document, first.index == second.index { return true }
    guard first.length == second.length, spend(first.length) else { return false }
    for slot in 0..<first.length {
      switch (member(slot, of: first), member(slot, of: second)) {
      case (nil, nil): continue
      case (let one?, let two?) where isEqual(one, two): continue
      default: return false
      }
    }
    return true
  }

  /// The key that a value is in a map, or nil when it cannot be one.
  mutating func mapKey(_ value: Value) -> MapKey? {
    switch value.kind {
    case .bool: return .bool(value.isTrue)
    case .int: return .int(value.payload)
    case .uint: return Int64(exactly: value.uintBits).map { .int($0) } ?? .uint(value.uintBits)
    case .string: return .string(withBytes(of: value) { Array($0) })
    case .double:
      let double = value.doubleBits
      return Int64(exactly: double).map { .int($0) } ?? UInt64(exactly: double).map { .uint($0) }
    case .decimal:
      guard let normal = decimal(of: value)?.normalized, normal.scale == 0 else { return nil }
      return Int64(exactly: normal.coefficient).map { .int($0) }
    default: return nil
    }
  }

  /// Equal values have equal hashes. What is inside takes steps from the budget; when it is used up the rest is left out.
  mutating func hash(_ value: Value, into hasher: inout Hasher) {
    switch value.kind {
    case .int: hasher.combine(Double(value.payload))
    case .uint: hasher.combine(Double(value.uintBits))
    case .double: hasher.combine(value.doubleBits)
    case .decimal: hasher.combine(decimal(of: value)?.double ?? 0)
    case .bool, .date: hasher.combine(value.payload)
    case .string, .bytes:
      let bytes = bytes(of: value)
      guard spend(bytes.count >> 6) else { return }
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    case .list:
      for index in 0..<count(of: value) {
        guard spend(1) else { return }
        hash(element(of: value, at: index), into: &hasher)
      }
    case .object:
      for slot in 0..<value.length {
        guard spend(1) else { return }
        if let member = member(slot, of: value) { hash(member, into: &hasher) }
      }
    case .map: hasher.combine(hash(of: map(of: value)?.entries ?? []))
    case .optional: if let content = content(of: value) { hash(content, into: &hasher) }
    case .timestamp, .duration:
      hasher.combine(value.payload)
      hasher.combine(value.index)
    case .type: hasher.combine(value.detail)
    case .null, .error, .unset: break
    }
  }

  /// The same for the same entries in any order.
  private mutating func hash(of entries: [(key: Value, value: Value)]) -> Int {
    var sum = 0
    for entry in entries {
      guard spend(1) else { return sum }
      var hasher = Hasher()
      hash(entry.key, into: &hasher)
      hash(entry.value, into: &hasher)
      sum &+= hasher.finalize()
    }
    return sum
  }
}
