/// What a value of a bound report is.
public enum BoundKind: UInt8, Sendable {
  /// Nothing: JSON null. Treated as absent by rules.
  case null
  case bool, int, decimal, string, date, list, object
  /// There is a value, but it is not what the schema wants; a structural finding says so, and a rule that reads it
  /// cannot tell.
  case invalid
}

/// One typed value of a `BoundDocument`: 16 trivial bytes.
public struct BoundValue: Sendable {
  public var kind: BoundKind
  /// For a decimal the number of digits behind the point, 0 to 18.
  public var scale: UInt8
  public var flags: BoundFlags
  /// The node of the document that the value was read from.
  public var node: UInt32
  /// A bool: 0 or 1. An int: its value. A decimal: its digits without the point, signed. A date: days since
  /// 1970-01-01. A string: offset in the low, length in the high 32 bits, in bytes of `Document.source` or, with
  /// `.inSideText`, of `BoundDocument.sideText`. A list or object: index of the first member in
  /// `BoundDocument.members` in the low, number of members in the high 32 bits.
  public var payload: Int64

  public init(kind: BoundKind, scale: UInt8 = 0, flags: BoundFlags = [], node: UInt32, payload: Int64) {
    self.kind = kind
    self.scale = scale
    self.flags = flags
    self.node = node
    self.payload = payload
  }

  /// The low half of the payload.
  public var offset: Int { Int(truncatingIfNeeded: payload & 0xFFFF_FFFF) }
  /// The high half of the payload.
  public var count: Int { Int(truncatingIfNeeded: payload >> 32) }

  /// Packs an offset and a count.
  public static func pack(offset: Int, count: Int) -> Int64 { Int64(count) << 32 | Int64(offset) }
}

/// What else is known of a bound value.
public struct BoundFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The string is in `BoundDocument.sideText`, decoded.
  @inlinable public static var inSideText: BoundFlags { BoundFlags(rawValue: 1) }
  /// The number has more digits than the payload holds: more than 18, or it is beyond 64 bits. Using it is an error.
  @inlinable public static var overflow: BoundFlags { BoundFlags(rawValue: 2) }
}
