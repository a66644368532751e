/// An index of the items of a list by the hash of their keys.
///
/// Only a filter: items with the same hash are compared again, so a collision costs time and never changes a result.
final class KeyTable: Sendable {
  fileprivate struct Entry {
    var hash: UInt32
    /// The next position with the same place, in ascending order, or -1.
    var next: Int32
  }

  /// Takes the hashes of the keys in the order of the items.
  struct Builder {
    fileprivate var entries: [Entry] = []
    fileprivate var wild: [Int32] = []

    init(count: Int) { entries.reserveCapacity(count) }

    /// - Parameter hash: nil where the item always counts.
    mutating func append(_ hash: UInt32?) {
      if hash == nil { wild.append(Int32(entries.count)) }
      entries.append(Entry(hash: hash ?? 0, next: -1))
    }
  }

  private let mask: UInt32
  /// The first position for each place of the table, or -1.
  private let heads: [Int32]
  private let entries: [Entry]
  /// Positions whose key is an error or of a kind that is not hashed: they always count. Ascending.
  private let wild: [Int32]

  init(_ builder: Builder) {
    var entries = builder.entries
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    let mask = UInt32(size - 1)
    var heads = [Int32](repeating: -1, count: size)
    var nextWild = builder.wild.count - 1
    // From the end, so that each chain ascends.
    for position in entries.indices.reversed() {
      if nextWild >= 0, builder.wild[nextWild] == position {
        nextWild -= 1
        continue
      }
      let place = Int(entries[position].hash & mask)
      entries[position].next = heads[place]
      heads[place] = Int32(position)
    }
    self.mask = mask
    self.heads = heads
    self.entries = entries
    wild = builder.wild
  }

  /// The positions that may hold a key, in ascending order.
  struct Candidates {
    fileprivate let table: KeyTable
    fileprivate let hash: UInt32
    fileprivate var position: Int32
    fileprivate var wildIndex = 0

    @inline(__always)
    mutating func next() -> Int? {
      while position >= 0, table.entries[Int(position)].hash != hash { position = table.entries[Int(position)].next }
      if wildIndex < table.wild.count {
        let other = table.wild[wildIndex]
        if position < 0 || other < position {
          wildIndex += 1
          return Int(other)
        }
      }
      guard position >= 0 else { return nil }
      defer { position = table.entries[Int(position)].next }
      return Int(position)
    }
  }

  func candidates(_ hash: UInt32) -> Candidates {
    Candidates(table: self, hash: hash, position: heads[Int(hash & mask)])
  }
}
