import Documents

/// A value while an expression is evaluated: 16 trivial bytes. Strings, lists and so on that were computed are in the
/// activation, so a value is worth nothing without it.
public struct Value: Sendable {
  /// The kind, the detail, the flags and the document, a byte each from the lowest, and above them the index: one
  /// word, so that a value stays in two registers.
  private let head: UInt64
  /// As `BoundValue.payload`; with `.boxed` the index in the activation's heap, of a list and an optional the offset and
  /// the number of its cells.
  let payload: Int64

  public var kind: ValueKind { unsafeBitCast(UInt8(truncatingIfNeeded: head), to: ValueKind.self) }
  /// For a decimal the digits behind the point; for an error its code; for a type the kind it names.
  var detail: UInt8 { UInt8(truncatingIfNeeded: head >> 8) }
  var flags: Flags { Flags(rawValue: UInt8(truncatingIfNeeded: head >> 16)) }
  /// The document that the value comes from; `noDocument` for a computed one.
  var document: UInt8 { UInt8(truncatingIfNeeded: head >> 24) }
  /// The index in the document; for a computed timestamp or duration its nanoseconds.
  var index: UInt32 { UInt32(truncatingIfNeeded: head >> 32) }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The string is in the side text of its document.
    static var inSideText: Flags { Flags(rawValue: 1) }
    /// The content is in the heap or the cells of the activation.
    static var boxed: Flags { Flags(rawValue: 2) }
  }

  static var noDocument: UInt8 { .max }

  init(
    _ kind: ValueKind, payload: Int64 = 0, detail: UInt8 = 0, flags: Flags = [], document: UInt8 = Value.noDocument,
    index: UInt32 = 0
  ) {
    let low = UInt64(kind.rawValue) | UInt64(detail) << 8 | UInt64(flags.rawValue) << 16
    head = low | UInt64(document) << 24 | UInt64(index) << 32
    self.payload = payload
  }

  /// What the binder made of a value that has one: the kinds and the flag of side text have the same numbers.
  @inline(__always)
  init(_ bound: BoundValue, document: UInt8, index: UInt32) {
    let low = UInt64(bound.kind.rawValue) | UInt64(bound.scale) << 8 | UInt64(bound.flags.rawValue & 1) << 16
    head = low | UInt64(document) << 24 | UInt64(index) << 32
    payload = bound.payload
  }

  /// Whether both are one and the same value of a document or of the heap.
  func isSame(as other: Value) -> Bool { head == other.head && payload == other.payload }

  // MARK: - Making

  public static var null: Value { Value(.null) }
  static var unset: Value { Value(.unset) }
  /// An optional without a value.
  static var none: Value { Value(.optional) }
  public static func bool(_ value: Bool) -> Value { Value(.bool, payload: value ? 1 : 0) }
  public static func int(_ value: Int64) -> Value { Value(.int, payload: value) }
  static func int(_ value: Int) -> Value { Value(.int, payload: Int64(value)) }
  static func uint(_ value: UInt64) -> Value { Value(.uint, payload: Int64(bitPattern: value)) }
  static func double(_ value: Double) -> Value { Value(.double, payload: Int64(bitPattern: value.bitPattern)) }
  public static func date(_ value: CivilDate) -> Value { Value(.date, payload: value.days) }
  static func type(_ kind: ValueKind) -> Value { Value(.type, detail: kind.rawValue) }
  static func timestamp(_ value: Instant) -> Value {
    Value(.timestamp, payload: value.seconds, index: UInt32(value.nanoseconds))
  }
  static func duration(_ value: Instant) -> Value {
    Value(.duration, payload: value.seconds, index: UInt32(value.nanoseconds))
  }

  // MARK: - Errors

  /// The errors that need no text.
  enum Code: UInt8 {
    case boxed, divisionByZero, overflow, invalidValue, indexOutOfRange, emptyList, budgetExceeded
  }

  static func error(_ code: Code, document: UInt8 = Value.noDocument, index: UInt32 = 0) -> Value {
    Value(.error, detail: code.rawValue, document: document, index: index)
  }

  // MARK: - Reading

  public var isError: Bool { kind == .error }
  public var asBool: Bool? { kind == .bool ? payload != 0 : nil }
  public var asInt: Int64? { kind == .int ? payload : nil }
  public var asDate: CivilDate? { kind == .date ? CivilDate(days: payload) : nil }
  var asDouble: Double? { kind == .double ? Double(bitPattern: UInt64(bitPattern: payload)) : nil }
  var asUInt: UInt64? { kind == .uint ? UInt64(bitPattern: payload) : nil }
  var doubleBits: Double { Double(bitPattern: UInt64(bitPattern: payload)) }
  var uintBits: UInt64 { UInt64(bitPattern: payload) }
  var instant: Instant { Instant(seconds: payload, nanoseconds: Int64(index)) }

  var isTrue: Bool { kind == .bool && payload != 0 }
  var isFalse: Bool { kind == .bool && payload == 0 }
  var isBoxed: Bool { flags.contains(.boxed) }
  /// Whether the value says everything by itself, so that the heap may be cut back behind it.
  var isSelfContained: Bool { flags.isEmpty || !isBoxed }
  /// The low half of the payload, as in `BoundValue`.
  var offset: Int { Int(truncatingIfNeeded: payload & 0xFFFF_FFFF) }
  /// The high half.
  var length: Int { Int(truncatingIfNeeded: payload >> 32) }

  /// Where in which document the value stands, or nil for a computed one.
  public var origin: (document: Int, value: Int)? {
    document == Self.noDocument ? nil : (Int(document), Int(index))
  }
}
