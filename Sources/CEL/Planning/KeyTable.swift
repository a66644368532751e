/// An index of the items of a list by the hash of their keys.
///
/// Only a filter: items with the same hash are compared again, so a collision costs time and never changes a result.
final class KeyTable: Sendable {
  private let mask: UInt32
  /// The first position for each place of the table, or -1.
  private let heads: [Int32]
  /// The next position with the same place, in ascending order, or -1.
  private let nexts: [Int32]
  private let hashes: [UInt32]
  /// Positions whose key is an error or of a kind that is not hashed: they always count. Ascending.
  private let wild: [Int32]

  /// - Parameter hashes: The hash of each item's key; nil where it always counts.
  init(_ hashes: [UInt32?]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    let mask = UInt32(size - 1)
    var heads = [Int32](repeating: -1, count: size)
    var nexts = [Int32](repeating: -1, count: hashes.count)
    var wild: [Int32] = []
    // From the end, so that each chain ascends.
    for position in hashes.indices.reversed() {
      guard let hash = hashes[position] else { continue }
      let place = Int(hash & mask)
      nexts[position] = heads[place]
      heads[place] = Int32(position)
    }
    for position in hashes.indices where hashes[position] == nil { wild.append(Int32(position)) }
    self.mask = mask
    self.heads = heads
    self.nexts = nexts
    self.hashes = hashes.map { $0 ?? 0 }
    self.wild = wild
  }

  /// The positions that may hold a key, in ascending order.
  struct Candidates {
    fileprivate let table: KeyTable
    fileprivate let hash: UInt32
    fileprivate var position: Int32
    fileprivate var wildIndex = 0

    mutating func next() -> Int? {
      while position >= 0, table.hashes[Int(position)] != hash { position = table.nexts[Int(position)] }
      if wildIndex < table.wild.count {
        let other = table.wild[wildIndex]
        if position < 0 || other < position {
          wildIndex += 1
          return Int(other)
        }
      }
      guard position >= 0 else { return nil }
      defer { position = table.nexts[Int(position)] }
      return Int(position)
    }
  }

  func candidates(_ hash: UInt32) -> Candidates {
    Candidates(table: self, hash: hash, position: heads[Int(hash & mask)])
  }
}
