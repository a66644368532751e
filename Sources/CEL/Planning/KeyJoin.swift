/// What lets a loop pass over the items that cannot matter: its condition holds `key == probe`, where the key is of the
/// item alone and the probe does not depend on the item, so that only items whose key may equal the probe count.
///
/// A condition that an item cannot meet because of that equality is false (or true, for `all`) whatever else it says,
/// errors included: that is how `&&` and `||` absorb. All other items are evaluated as they would be without a join.
final class KeyJoin: Sendable {
  /// The fewest items for which an index is worth its making.
  static let leastCount = 8

  let id = JoinID()
  let key: Node
  let probe: Node

  init(key: Node, probe: Node) {
    self.key = key
    self.probe = probe
  }
}

/// Tells the indexes of one join from those of all others; worth nothing but its identity.
final class JoinID: Sendable {}

/// What planning found out about a loop.
struct LoopPlan {
  var join: KeyJoin?
  /// The locals of `HoistedNode`s that are forgotten whenever the variables of the loop are bound.
  var memos: [Int] = []
}
