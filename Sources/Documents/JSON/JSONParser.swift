/// The grammar of RFC 8259 as one loop over the bytes; it fills an arena and stops at the first fault.
///
/// While a container is open, the `next` of its node is the index of its parent: the arena is its own stack.
struct JSONParser {
  var nodes: [Node]
  /// What broke the grammar or a limit; nil after a whole document.
  var fault: JSONFault?
  /// Members whose name an earlier member of the same object has: (earlier, later), by node index.
  var duplicates: [(first: UInt32, second: UInt32)] = []
  /// The name of the member whose value was being read when the fault struck.
  var pendingName: PendingName?
  /// The innermost container that the fault left open, or `noParent`.
  var openContainer = JSONParser.noParent
  private var filters: [NameFilter] = []
  let limits: Limits

  /// The parent of the root.
  static let noParent = UInt32.max

  /// The range of a name between its quotes.
  struct PendingName {
    var start: Int
    var length: Int
    var isEscaped: Bool
  }

  init(nodes: [Node], limits: Limits) {
    self.nodes = nodes
    self.limits = limits
  }

  /// Reads one value and the white space around it; O(n).
  /// - Parameters:
  ///   - source: At most 2^32 - 1 bytes.
  ///   - start: The first byte behind a byte order mark.
  mutating func parse(_ source: Bytes, from start: Int) {
    var state = Cursor(offset: start)
    let finished = run(source, &state)
    if !finished { closeOpenContainers(source, &state) }
  }

  /// Where the parser is: kept in registers, apart from the arena.
  private struct Cursor {
    var offset: Int
    var parent = JSONParser.noParent
    var depth = 0
    var inObject = false
    var filter = NameFilter()
    var nameStart = 0
    var nameLength = 0
    var nameFlags: NodeFlags = []
  }

  private mutating func run(_ source: Bytes, _ at: inout Cursor) -> Bool {
    at.offset = Self.skipSpace(source, at.offset)
    while true {
      if at.inObject, !name(source, &at) { return false }
      guard nodes.count < limits.nodes else { return fail(.limitNodes, at.offset, at.offset + 1) }
      let first = Self.byte(source, at.offset)
      switch first {
      case UInt8(ascii: "\""):
        var flags = at.nameFlags
        let end = string(source, at.offset, escaped: .escaped, &flags)
        guard end > 0 else { return false }
        append(.string, &at, end, flags)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard at.depth < limits.depth else { return fail(.limitDepth, at.offset, at.offset + 1) }
        open(first == UInt8(ascii: "{"), &at)
        at.offset = Self.skipSpace(source, at.offset &+ 1)
        let closer = at.inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if Self.byte(source, at.offset) != closer { continue }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let end = number(source, at.offset)
        guard end > 0 else { return false }
        append(.number, &at, end, at.nameFlags)
      case UInt8(ascii: "t"):
        guard literal(source, at.offset, Self.trueWord) else { return false }
        append(.true, &at, at.offset &+ 4, at.nameFlags)
      case UInt8(ascii: "f"):
        guard literal(source, at.offset &+ 1, Self.alseWord) else { return false }
        append(.false, &at, at.offset &+ 5, at.nameFlags)
      case UInt8(ascii: "n"):
        guard literal(source, at.offset, Self.nullWord) else { return false }
        append(.null, &at, at.offset &+ 4, at.nameFlags)
      default:
        let isFirstItem = at.parent != Self.noParent && !at.inObject && Int(at.parent) == nodes.count - 1
        return fail(.expected(isFirstItem ? .valueOrBracket : .value), at.offset, at.offset + 1)
      }

      // Behind a value: close what ends here, until a comma asks for the next value.
      closing: while true {
        at.offset = Self.skipSpace(source, at.offset)
        let byte = Self.byte(source, at.offset)
        if byte == UInt8(ascii: ","), at.parent != Self.noParent {
          at.offset = Self.skipSpace(source, at.offset &+ 1)
          break closing
        }
        if at.parent == Self.noParent {
          return at.offset == source.count || fail(.expected(.endOfFile), at.offset, source.count)
        }
        guard byte == (at.inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          return fail(.expected(at.inObject ? .commaOrBrace : .commaOrBracket), at.offset, at.offset + 1)
        }
        close(source, &at)
      }
    }
  }

  // MARK: - Nodes

  @inline(__always)
  private mutating func append(_ kind: NodeKind, _ at: inout Cursor, _ end: Int, _ flags: NodeFlags) {
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: at.offset), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: nodes.count &+ 1), nameStart: UInt32(truncatingIfNeeded: at.nameStart),
        nameLength: UInt32(truncatingIfNeeded: at.nameLength), kind: kind, flags: flags))
    at.offset = end
  }

  @inline(__always)
  private mutating func open(_ isObject: Bool, _ at: inout Cursor) {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: at.offset), next: at.parent,
        nameStart: UInt32(truncatingIfNeeded: at.nameStart), nameLength: UInt32(truncatingIfNeeded: at.nameLength),
        kind: isObject ? .object : .array, flags: at.nameFlags))
    if at.depth == filters.count { filters.append(at.filter) } else { filters[at.depth] = at.filter }
    at.depth &+= 1
    at.parent = index
    at.inObject = isObject
    at.filter = NameFilter()
    if !isObject {
      at.nameStart = 0
      at.nameLength = 0
      at.nameFlags = []
    }
  }

  @inline(__always)
  private mutating func close(_ source: Bytes, _ at: inout Cursor) {
    let index = Int(at.parent)
    at.offset &+= 1
    let parent = nodes[index].next
    nodes[index].end = UInt32(truncatingIfNeeded: at.offset)
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    if at.filter.mayRepeat { DuplicateNames.find(in: index, nodes, source, &duplicates) }
    at.depth &-= 1
    at.filter = filters[at.depth]
    at.parent = parent
    at.inObject = parent != Self.noParent && nodes[Int(parent)].kind == .object
    if !at.inObject {
      at.nameStart = 0
      at.nameLength = 0
      at.nameFlags = []
    }
  }

  /// Ends every open container where reading stopped; the innermost stays known for the message.
  private mutating func closeOpenContainers(_ source: Bytes, _ at: inout Cursor) {
    openContainer = at.parent
    if at.inObject, at.nameFlags.contains(.member), isValueFault {
      pendingName = PendingName(
        start: at.nameStart, length: at.nameLength, isEscaped: at.nameFlags.contains(.nameEscaped))
    }
    var end = min(fault?.start ?? source.count, source.count)
    if case .limitDepth = fault?.kind { end = at.offset }
    while at.parent != Self.noParent {
      at.offset = end &- 1
      close(source, &at)
    }
  }

  /// Whether the fault struck in the value of a member rather than between two members.
  private var isValueFault: Bool {
    if case .expected(.commaOrBrace) = fault?.kind { false } else { true }
  }

  // MARK: - Names

  /// Reads a name and its colon; false after a fault.
  @inline(__always)
  private mutating func name(_ source: Bytes, _ at: inout Cursor) -> Bool {
    guard Self.byte(source, at.offset) == UInt8(ascii: "\"") else {
      at.nameFlags = []
      let orClose = Int(at.parent) == nodes.count - 1
      return fail(.expected(orClose ? .nameOrBrace : .name), at.offset, at.offset + 1)
    }
    var flags: NodeFlags = .member
    let end = string(source, at.offset, escaped: .nameEscaped, &flags)
    guard end > 0 else {
      at.nameFlags = []
      return false
    }
    at.nameStart = at.offset &+ 1
    at.nameLength = end &- 2 &- at.offset
    at.nameFlags = flags
    at.filter.insert(source, start: at.nameStart, length: at.nameLength, escaped: flags.contains(.nameEscaped))
    at.offset = Self.skipSpace(source, end)
    guard Self.byte(source, at.offset) == UInt8(ascii: ":") else {
      at.nameFlags = []
      return fail(.expected(.colon), at.offset, at.offset + 1)
    }
    at.offset = Self.skipSpace(source, at.offset &+ 1)
    return true
  }

  // MARK: - Bytes

  /// The byte at an offset, or 0 behind the end; a real NUL is a fault wherever it is looked at.
  @inline(__always)
  static func byte(_ source: Bytes, _ offset: Int) -> UInt8 {
    offset < source.count ? source[unchecked: offset] : 0
  }

  /// RFC 8259 §2: space, tab, line feed, carriage return.
  @inline(__always)
  static func skipSpace(_ source: Bytes, _ offset: Int) -> Int {
    let first = byte(source, offset)
    if first > 0x20 { return offset }
    // One space behind a colon or comma.
    if first == 0x20, byte(source, offset &+ 1) > 0x20 { return offset &+ 1 }
    return skipSpaces(source, offset)
  }

  @inline(never)
  private static func skipSpaces(_ source: Bytes, _ start: Int) -> Int {
    let bytes = source.bytes
    var offset = start
    while offset < source.count {
      switch source[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset &+= 1
      default: return offset
      }
      // Behind a line end there are often many spaces.
      while offset &+ 8 <= source.count {
        let word = UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let others = word ^ 0x2020_2020_2020_2020
        offset &+= others == 0 ? 8 : others.trailingZeroBitCount &>> 3
        if others != 0 { break }
      }
    }
    return offset
  }

  /// Records a fault and returns false.
  mutating func fail(_ kind: JSONFault.Kind, _ start: Int, _ end: Int) -> Bool {
    fault = JSONFault(kind: kind, start: start, end: end)
    return false
  }
}
