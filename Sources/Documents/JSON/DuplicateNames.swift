/// Looks for members of one object that have the same name once their escapes are resolved, RFC 8259 §4.
enum DuplicateNames {
  /// How many pairs are kept for one document; more would say nothing new.
  static let most = 50

  /// Adds the pairs of one closed object; O(members), whatever the names are.
  static func find(
    in object: Int, _ nodes: [Node], _ source: Bytes, _ pairs: inout [(first: UInt32, second: UInt32)]
  ) {
    let end = Int(nodes[object].next)
    var child = object + 1
    var count = 0
    var hasEscapes = false
    while child < end {
      count += 1
      hasEscapes = hasEscapes || nodes[child].flags.contains(.nameEscaped)
      child = Int(nodes[child].next)
    }
    guard count > 1, pairs.count < most else { return }
    // Escapes are resolved once for each name, so those go by the table.
    count <= 24 && !hasEscapes
      ? compare(object, end, nodes, source, &pairs) : look(up: object, end, count, nodes, source, &pairs)
  }

  /// Compares each member with those before it.
  private static func compare(
    _ object: Int, _ end: Int, _ nodes: [Node], _ source: Bytes,
    _ pairs: inout [(first: UInt32, second: UInt32)]
  ) {
    var second = object + 1
    while second < end {
      var first = object + 1
      while first < second {
        if areEqual(nodes[first], nodes[second], source) {
          if pairs.count < most { pairs.append((UInt32(first), UInt32(second))) }
          break
        }
        first = Int(nodes[first].next)
      }
      second = Int(nodes[second].next)
    }
  }

  /// Looks each member up in a table of those before it; the hash is seeded, so no file can make it slow.
  private static func look(
    up object: Int, _ end: Int, _ count: Int, _ nodes: [Node], _ source: Bytes,
    _ pairs: inout [(first: UInt32, second: UInt32)]
  ) {
    var size = 64
    while size < count * 2 { size *= 2 }
    var table = [UInt32](repeating: 0, count: size)
    var child = object + 1
    while child < end {
      var slot = hash(nodes[child], source) & (size - 1)
      while table[slot] != 0, !areEqual(nodes[Int(table[slot])], nodes[child], source) {
        slot = (slot + 1) & (size - 1)
      }
      if table[slot] == 0 {
        table[slot] = UInt32(child)
      } else if pairs.count < most {
        pairs.append((table[slot], UInt32(child)))
      }
      child = Int(nodes[child].next)
    }
  }

  private static func hash(_ node: Node, _ source: Bytes) -> Int {
    var hasher = Hasher()
    let start = Int(node.nameStart)
    if node.flags.contains(.nameEscaped) {
      var name = unescaped(node, source)
      name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    } else {
      source.extracting(start..<start + Int(node.nameLength)).withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    return hasher.finalize()
  }

  private static func areEqual(_ first: Node, _ second: Node, _ source: Bytes) -> Bool {
    if first.flags.contains(.nameEscaped) || second.flags.contains(.nameEscaped) {
      return unescaped(first, source).utf8.elementsEqual(unescaped(second, source).utf8)
    }
    guard first.nameLength == second.nameLength else { return false }
    for index in 0..<Int(first.nameLength)
    where source[Int(first.nameStart) + index] != source[Int(second.nameStart) + index] { return false }
    return true
  }

  private static func unescaped(_ node: Node, _ source: Bytes) -> String {
    let start = Int(node.nameStart)
    return source.extracting(start..<start + Int(node.nameLength)).withUnsafeBufferPointer { JSONText.unescape($0) }
  }
}
