/// Finds names by their bytes in the source, so that no string is made of what is looked up.
///
/// Holds any number of groups, such as the members of one object or the codes of one list, in flat arrays.
struct NameIndex: Sendable {
  /// The names of one object or list; the positions in it follow the order in which they were added.
  struct Group: Sendable {
    var first: UInt32 = 0
    var count: UInt32 = 0
    /// The first bucket, and the number of buckets less one: a power of two less one.
    var bucket: UInt32 = 0
    var mask: UInt32 = 0
  }

  /// A name with its ends beside it: nearly every comparison is decided by two words of eight bytes.
  struct Name: Sendable {
    var key: Key
    var start: UInt32
    /// What the name stands for to the one who added it.
    var meaning: Int32 = 0
  }

  /// What is compared first of a name.
  struct Key: Sendable {
    /// The first eight bytes, zeros behind a shorter name.
    var head: UInt64
    /// The last eight bytes, or 0 for a shorter name; they may overlap the first.
    var tail: UInt64
    var length: UInt32

    /// Reads the key of the name at a place of a source.
    @inline(__always)
    init(_ source: Swift.Span<UInt8>, _ start: Int, _ length: Int) {
      self.length = UInt32(truncatingIfNeeded: length)
      tail = 0
      if length >= 8 {
        head = source.word(at: start)
        tail = source.word(at: start &+ length &- 8)
      } else if start &+ 8 <= source.count {
        head = source.word(at: start) & ((1 &<< (UInt64(truncatingIfNeeded: length) &* 8)) &- 1)
      } else {
        // At the very end of the source there are no eight bytes to load.
        head = 0
        for offset in 0..<length { head |= UInt64(source[start + offset]) &<< UInt64(offset * 8) }
      }
    }

    @inline(__always)
    static func == (one: Key, two: Key) -> Bool {
      (one.head ^ two.head) | (one.tail ^ two.tail) == 0 && one.length == two.length
    }
  }

  private(set) var text: [UInt8] = []
  private(set) var names: [Name] = []
  /// 0 for a free bucket, otherwise one more than the position of a name in its group.
  private(set) var buckets: [UInt32] = []

  /// Adds a group; of equal names the first is the one that is found.
  mutating func add(_ list: [String]) -> Group { add(list.map { ($0, 0) }) }

  /// The same for names that stand for something.
  mutating func add(_ list: [(name: String, meaning: Int32)]) -> Group {
    var size = 2
    while size < list.count * 2 { size *= 2 }
    let group = Group(
      first: UInt32(names.count), count: UInt32(list.count), bucket: UInt32(buckets.count), mask: UInt32(size - 1))
    buckets.append(contentsOf: repeatElement(0, count: size))
    for (position, entry) in list.enumerated() {
      let start = text.count
      text.append(contentsOf: entry.name.utf8)
      let key = Key(text.span, start, text.count - start)
      names.append(Name(key: key, start: UInt32(start), meaning: entry.meaning))
      var bucket = Self.hash(key, text.span, start) & group.mask
      while buckets[Int(group.bucket + bucket)] != 0 { bucket = (bucket + 1) & group.mask }
      buckets[Int(group.bucket + bucket)] = UInt32(position + 1)
    }
    return group
  }

  /// The position in the group of the name that is these bytes, or nil when it is none of them.
  func find(_ source: Swift.Span<UInt8>, _ start: Int, _ length: Int, in group: Group) -> Int? {
    find(Key(source, start, length), source, start, in: group)
  }

  /// The same for a name whose key is known.
  func find(_ key: Key, _ source: Swift.Span<UInt8>, _ start: Int, in group: Group) -> Int? {
    var bucket = Self.hash(key, source, start) & group.mask
    while true {
      let found = buckets[Int(group.bucket &+ bucket)]
      guard found != 0 else { return nil }
      if isName(Int(group.first &+ found &- 1), key, source, start) { return Int(found &- 1) }
      bucket = (bucket &+ 1) & group.mask
    }
  }

  /// Whether a name of the source is the one at an index of `names`.
  @inline(__always)
  func isName(_ index: Int, _ key: Key, _ source: Swift.Span<UInt8>, _ start: Int) -> Bool {
    names[index].key == key && (key.length <= 16 || hasMiddle(names[index], source, start))
  }

  /// Whether the bytes between the two ends are those of the name, too.
  private func hasMiddle(_ name: Name, _ source: Swift.Span<UInt8>, _ start: Int) -> Bool {
    let end = Int(name.key.length) &- 8
    let text = text.span
    var offset = 8
    while offset < end {
      guard text.word(at: Int(name.start) &+ offset) == source.word(at: start &+ offset) else { return false }
      offset &+= 8
    }
    return true
  }

  /// Every byte counts, so that no name of a source is compared with many of the group.
  @inline(__always)
  private static func hash(_ key: Key, _ source: Swift.Span<UInt8>, _ start: Int) -> UInt32 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = (key.head ^ UInt64(key.length)) &* factor
    if key.length >= 8 {
      var offset = 8
      while offset &+ 8 < Int(key.length) {
        hash = (hash ^ (hash &>> 32) ^ source.word(at: start &+ offset)) &* factor
        offset &+= 8
      }
      hash = (hash ^ (hash &>> 32) ^ key.tail) &* factor
    }
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }
}

extension Swift.Span<UInt8> {
  /// Eight bytes of the source from an offset, the first in the lowest bits.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
