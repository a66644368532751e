/// Builds RFC 6901 pointers of nodes.
public struct Pointer: Sendable {
  /// UTF-8, because a check makes hundreds of pointers of short parts.
  private var bytes: [UInt8] = []

  public init() { bytes.reserveCapacity(64) }

  /// The pointer so far; "" is the whole document.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Goes down to a member, RFC 6901 §3: `~` is written `~0`, `/` is written `~1`.
  public mutating func append(name: some StringProtocol) { append(nameBytes: name.utf8) }

  /// The same with the UTF-8 of the name.
  mutating func append(nameBytes: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "/"))
    guard nameBytes.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      bytes.append(contentsOf: nameBytes)
      return
    }
    for byte in nameBytes {
      switch byte {
      case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
      case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: bytes.append(byte)
      }
    }
  }

  /// Goes down to an item, counted from 0.
  public mutating func append(index: Int) {
    bytes.append(UInt8(ascii: "/"))
    bytes += String(index).utf8
  }
}

extension Document {
  /// The RFC 6901 pointer of a node.
  ///
  /// In XML, where only the schema tells a list from a record, the root element is "", a child is named by its local
  /// name, or by its position when an earlier sibling has the same name; an attribute is `@` and its local name, and a
  /// text has the pointer of its element. O(children of the ancestors).
  public func pointer(of index: Int) -> String {
    var pointer = Pointer()
    guard index > 0, index < nodes.count else { return "" }
    var parent = 0
    while parent != index {
      var position = 0
      var next = parent
      var child = parent + 1
      while child < nodes.count, child < Int(nodes[parent].next) {
        if index < Int(nodes[child].next) {
          next = child
          break
        }
        position += 1
        child = Int(nodes[child].next)
      }
      guard next != parent else { return pointer.text }
      append(child: next, at: position, of: parent, to: &pointer)
      parent = next
    }
    return pointer.text
  }

  /// Adds the step from a node to one of its children; `position` counts the children before it.
  private func append(child: Int, at position: Int, of parent: Int, to pointer: inout Pointer) {
    switch nodes[child].kind {
    case .text: break
    case .attribute: pointer.append(name: "@" + (name(of: child) ?? ""))
    case .element:
      let name = name(of: child) ?? ""
      var same = 0
      for sibling in children(of: parent) {
        guard sibling < child else { break }
        if nodes[sibling].kind == .element, nameEquals(sibling, name) { same += 1 }
      }
      if same > 0 { pointer.append(index: same) } else { pointer.append(name: name) }
    default:
      if nodes[parent].kind == .array {
        pointer.append(index: position)
      } else if let bytes = nameBytes(of: child) {
        pointer.append(nameBytes: bytes)
      } else {
        pointer.append(name: name(of: child) ?? "")
      }
    }
  }
}
