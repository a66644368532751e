/// Finds names by their bytes in the source, so that no string is made of what is looked up.
///
/// Holds any number of groups, such as the members of one object or the codes of one list, in flat arrays.
struct NameIndex: Sendable {
  /// The names of one object or list; the positions in it follow the order in which they were added.
  struct Group: Sendable {
    var first = 0
    var count = 0
    /// The first bucket, and the number of buckets less one: a power of two less one.
    var bucket = 0
    var mask = 0
  }

  private struct Name: Sendable {
    var start: UInt32
    var length: UInt32
  }

  private var text: [UInt8] = []
  private var names: [Name] = []
  /// 0 for a free bucket, otherwise one more than the position of a name in its group.
  private var buckets: [UInt32] = []

  /// Adds a group; of equal names the first is the one that is found.
  mutating func add(_ list: [String]) -> Group {
    var size = 2
    while size < list.count * 2 { size *= 2 }
    let group = Group(first: names.count, count: list.count, bucket: buckets.count, mask: size - 1)
    for _ in 0..<size { buckets.append(0) }
    for (position, name) in list.enumerated() {
      let start = text.count
      text.append(contentsOf: name.utf8)
      names.append(Name(start: UInt32(start), length: UInt32(text.count - start)))
      var bucket = Self.hash(text.span, start, text.count - start) & group.mask
      while buckets[group.bucket + bucket] != 0 { bucket = (bucket + 1) & group.mask }
      buckets[group.bucket + bucket] = UInt32(position + 1)
    }
    return group
  }

  /// The position in the group of the name that is these bytes, or nil when it is none of them.
  func find(_ source: Swift.Span<UInt8>, _ start: Int, _ length: Int, in group: Group) -> Int? {
    var bucket = Self.hash(source, start, length) & group.mask
    while true {
      let found = Int(buckets[group.bucket + bucket])
      guard found != 0 else { return nil }
      if isName(found - 1, of: group, source, start, length) { return found - 1 }
      bucket = (bucket + 1) & group.mask
    }
  }

  /// Whether the bytes are the name at a position of the group.
  @inline(__always)
  func isName(_ position: Int, of group: Group, _ source: Swift.Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let name = names[group.first + position]
    guard Int(name.length) == length else { return false }
    let other = Int(name.start)
    let text = text.span
    guard length >= 8 else {
      for offset in 0..<length where text[other &+ offset] != source[start &+ offset] { return false }
      return true
    }
    precondition(start >= 0 && start &+ length <= source.count && other &+ length <= text.count)
    // Words of eight bytes, the last of which may overlap the one before.
    var offset = 0
    while true {
      let (one, two) = (text.bytes, source.bytes)
      if one.unsafeLoadUnaligned(fromByteOffset: other &+ offset, as: UInt64.self)
        != two.unsafeLoadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
      {
        return false
      }
      if offset &+ 8 == length { return true }
      offset = min(offset &+ 8, length &- 8)
    }
  }

  /// FNV-1a, folded.
  private static func hash(_ bytes: Swift.Span<UInt8>, _ start: Int, _ length: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in start..<start + length { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}
