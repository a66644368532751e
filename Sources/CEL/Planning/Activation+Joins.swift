/// The indexes of lists by key that loops with a join build when they run over the same list a second time.
extension Activation {
  /// The last list that a join ran over, and its index once there is one.
  struct JoinState {
    let id: JoinID
    let list: Value
    var table: KeyTable?
  }

  /// How many joins are remembered at once; an older one makes room.
  private static let joinLimit = 16

  /// The positions that matter for a probe, or nil where all do: the first time, for few items and for a probe that
  /// is not hashed.
  ///
  /// - Parameter key: Gives the key of the item at a position.
  mutating func candidates(
    _ id: JoinID, in list: Value, count: Int, probe: (inout Activation) -> Value,
    key: (inout Activation, Value) -> Value
  ) -> KeyTable.Candidates? {
    guard count >= KeyJoin.leastCount, let table = table(id, list, count, key) else { return nil }
    let mark = mark
    let value = probe(&self)
    let hash = keyHash(value)
    release(to: mark, keeping: .null)
    return hash.map { table.candidates($0) }
  }

  private mutating func table(
    _ id: JoinID, _ list: Value, _ count: Int, _ key: (inout Activation, Value) -> Value
  ) -> KeyTable? {
    guard let place = joins.firstIndex(where: { $0.id === id }) else {
      if joins.count == Self.joinLimit { joins.removeFirst() }
      joins.append(JoinState(id: id, list: list))
      if list.isBoxed { noteIndexed(list) }
      return nil
    }
    guard joins[place].list.isSame(as: list) else {
      joins[place] = JoinState(id: id, list: list)
      if list.isBoxed { noteIndexed(list) }
      return nil
    }
    if let table = joins[place].table { return table }
    guard spend(count) else { return nil }
    var builder = KeyTable.Builder(count: count)
    for position in 0..<count {
      let mark = mark
      let value = key(&self, element(of: list, at: position))
      builder.append(keyHash(value))
      release(to: mark, keeping: .null)
    }
    guard steps >= 0 else { return nil }
    let table = KeyTable(builder)
    if let place = joins.firstIndex(where: { $0.id === id }) { joins[place].table = table }
    return table
  }

  /// Equal values have equal hashes; nil for errors and for kinds whose equality goes deeper.
  mutating func keyHash(_ value: Value) -> UInt32? {
    switch value.kind {
    case .int, .uint: return KeyHash.mixed(UInt64(bitPattern: value.payload), 0)
    case .decimal:
      guard let decimal = decimal(of: value)?.normalized else { return nil }
      return KeyHash.mixed(UInt64(truncatingIfNeeded: decimal.coefficient), UInt64(decimal.scale))
    case .string, .bytes: return withBytes(of: value) { $0.mixed }
    case .bool, .date, .null: return KeyHash.mixed(UInt64(bitPattern: value.payload), UInt64(value.kind.rawValue) << 8)
    case .timestamp, .duration:
      return KeyHash.mixed(UInt64(bitPattern: value.payload), UInt64(value.index) << 8 | UInt64(value.kind.rawValue))
    default: return nil
    }
  }
}
