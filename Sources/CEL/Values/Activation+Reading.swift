import Documents

/// Reading values: of the documents in place, of the heap otherwise.
extension Activation {
  /// A value of a document; one that does not fit the schema is an error that knows its place.
  @inline(__always)
  func value(in document: UInt8, at index: UInt32) -> Value {
    let bound = tables[Int(document)].values[Int(index)]
    if bound.kind == .invalid || bound.flags.contains(.overflow) {
      return .error(bound.kind == .invalid ? .invalidValue : .overflow, document: document, index: index)
    }
    return Value(bound, document: document, index: index)
  }

  /// A member of an object of a document; `unset` when it is absent or null.
  @inline(__always)
  func slot(_ slot: Int, of object: Value) -> Value {
    guard slot < object.length else { return .unset }
    let index = tables[Int(object.document)].members[object.offset + slot]
    guard index != BoundDocument.absent else { return .unset }
    let value = value(in: object.document, at: index)
    return value.kind == .null ? .unset : value
  }

  /// A member of an object of a document, or nil when it is absent or null.
  @inline(__always)
  func member(_ slot: Int, of object: Value) -> Value? {
    let value = self.slot(slot, of: object)
    return value.kind == .unset ? nil : value
  }

  // MARK: - Lists and maps

  /// The number of items of a list or entries of a map; 0 for anything else.
  @inline(__always)
  public func count(of value: Value) -> Int {
    switch value.kind {
    case .list: return !value.isBoxed || holdsCells(value) ? value.length : 0
    case .map:
      return map(of: value)?.count ?? 0
    default: return 0
    }
  }

  /// An item of a list; an error when there is none.
  public func element(of list: Value, at index: Int) -> Value {
    guard list.kind == .list, index >= 0, index < list.length, !list.isBoxed || holdsCells(list) else {
      return .error(.indexOutOfRange)
    }
    return item(of: list, at: index)
  }

  /// An item of a list; the index is below `count(of:)`.
  @inline(__always)
  func item(of list: Value, at index: Int) -> Value {
    list.isBoxed
      ? cells[list.offset + index]
      : value(in: list.document, at: tables[Int(list.document)].members[list.offset + index])
  }

  /// All items of a list.
  public func items(of list: Value) -> [Value] { (0..<count(of: list)).map { item(of: list, at: $0) } }

  @inline(__always)
  func map(of value: Value) -> ComputedMap? {
    if holds(value), case .map(let map) = heap[Int(value.payload)] { return map }
    return nil
  }

  /// What a macro iterates over: the items of a list, the keys of a map; nil for anything else.
  func range(of value: Value) -> [Value]? {
    switch value.kind {
    case .list: items(of: value)
    case .map: map(of: value)?.entries.map(\.key)
    default: nil
    }
  }

  // MARK: - Scalars

  /// The bytes of a string or bytes value, not copied.
  func bytes(of value: Value) -> ArraySlice<UInt8> {
    if value.isBoxed {
      guard holds(value) else { return [] }
      switch heap[Int(value.payload)] {
      case .string(let text), .bytes(let text): return text[...]
      default: return []
      }
    }
    guard value.kind == .string, value.document != Value.noDocument else { return [] }
    let range = value.offset..<value.offset + value.length
    let index = Int(value.document)
    return value.flags.contains(.inSideText)
      ? documentTables.documents[index].sideText[range] : documentTables.documents[index].document.source[range]
  }

  /// The bytes of a string of a document, where they lie as long as the activation lives; nil for any other value.
  @inline(__always)
  func textOfDocument(_ value: Value) -> UnsafeBufferPointer<UInt8>? {
    guard value.kind == .string, !value.isBoxed, value.document != Value.noDocument else { return nil }
    let table = tables[Int(value.document)]
    let start = value.flags.contains(.inSideText) ? table.sideText : table.source
    return UnsafeBufferPointer(start: start + value.offset, count: value.length)
  }

  /// Runs something with the bytes of a string or bytes value, which are valid while it runs.
  @inline(__always)
  mutating func withBytes<Result>(of value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let text = textOfDocument(value) { return body(text) }
    return bytes(of: value).withUnsafeBufferPointer(body)
  }

  /// Whether a string is exactly these bytes.
  @inline(__always)
  mutating func equals(_ value: Value, _ text: ConstantText) -> Bool {
    withBytes(of: value) { $0.isEqual(to: text.bytes) }
  }

  /// The text of a string; nil for any other value.
  public func string(of value: Value) -> String? {
    value.kind == .string ? String(decoding: bytes(of: value), as: UTF8.self) : nil
  }

  /// The exact number of a decimal or an int; nil for any other value.
  public func decimal(of value: Value) -> Decimal? {
    switch value.kind {
    case .int: return Decimal(value.payload)
    case .uint: return Decimal(coefficient: Int128(value.uintBits), scale: 0)
    case .decimal:
      guard value.isBoxed else { return Decimal(coefficient: Int128(value.payload), scale: Int(value.detail)) }
      if holds(value), case .decimal(let decimal) = heap[Int(value.payload)] { return decimal }
      return nil
    default: return nil
    }
  }

  /// The value inside an optional; nil for an empty one.
  @inline(__always)
  func content(of optional: Value) -> Value? {
    optional.kind == .optional && holdsCells(optional) ? cells[optional.offset] : nil
  }

  /// Why a value is an error; nil exactly when it is none.
  public func error(of value: Value) -> EvaluationError? {
    guard value.isError else { return nil }
    if holds(value), case .error(let error) = heap[Int(value.payload)] { return error }
    let kind: EvaluationError.Kind =
      switch Value.Code(rawValue: value.detail) {
      case .divisionByZero: .divisionByZero
      case .overflow: .overflow
      case .indexOutOfRange: .indexOutOfRange
      case .emptyList: .emptyList
      case .budgetExceeded: .budgetExceeded(limit: fuelLimit, loop: exhaustion?.loop)
      case .invalidValue, .boxed, nil: .invalidValue
      }
    return EvaluationError(kind, document: value.origin?.document, value: value.origin?.value)
  }

  /// A value as plain text: `12`, `0.05`, a string as it is, `2025-12-31`, `[a, b]`.
  public func display(_ value: Value) -> String {
    switch value.kind {
    case .null: return "null"
    case .bool: return value.isTrue ? "true" : "false"
    case .int: return String(value.payload)
    case .uint: return String(value.uintBits)
    case .double: return DoubleText.shortest(value.doubleBits)
    case .decimal: return decimal(of: value)?.description ?? ""
    case .string: return String(decoding: bytes(of: value), as: UTF8.self)
    case .bytes: return String(decoding: bytes(of: value), as: UTF8.self)
    case .date: return value.asDate?.description ?? ""
    case .timestamp: return value.instant.timestampText
    case .duration: return value.instant.durationText
    case .list: return "[" + items(of: value).map { display($0) }.joined(separator: ", ") + "]"
    case .map:
      let entries = map(of: value)?.entries ?? []
      return "{" + entries.map { display($0.key) + ": " + display($0.value) }.joined(separator: ", ") + "}"
    case .optional: return content(of: value).map { display($0) } ?? "none"
    case .object: return "{…}"
    case .type: return ValueKind(rawValue: value.detail)?.typeName ?? "type"
    case .error: return error(of: value)?.message ?? "error"
    case .unset: return ""
    }
  }
}
