public import Findings

/// Makes programs from what `CompactWriter` wrote.
///
/// Meant for bytes that the program carries itself; what does not fit gives no program.
public struct CompactReader {
  private var input: ByteReader
  private let types: [Type]
  private let names: [String]
  /// The definitions that the programs use.
  public var definitions: DefinitionSlots

  /// - Parameters:
  ///   - types: Those that the writer had, in the same order.
  ///   - names: What the writer of all parts collected.
  public init(
    _ store: TextStore, _ range: Range<Int>, types: [Type], names: [String], definitions: DefinitionSlots
  ) {
    input = ByteReader(store, range)
    self.types = types
    self.names = names
    self.definitions = definitions
  }

  /// Kept by what is read, because texts are read where they lie.
  var store: TextStore { input.store }
  var isSound: Bool { input.isSound }
  /// Whether all bytes were read and held what was asked for.
  public var isWhole: Bool { input.isWhole }

  /// - Parameter text: The expression that it was compiled from.
  /// - Returns: Nil where the bytes hold no program.
  public mutating func program(_ text: StoredText) -> Program? {
    let type = type()
    let unit = option { $0.name() }
    let (depth, localCount, memos) = (number(), number(), list { $0.number() })
    let node = node()
    guard isSound else { return nil }
    return Program(
      text: text, type: type, unit: unit, node: node, localCount: localCount, memos: memos, depth: depth)
  }

  public mutating func type() -> Type {
    guard let tag = TypeTag(rawValue: byte()) else { return fail(.dyn) }
    switch tag {
    case .dyn: return .dyn
    case .null: return .null
    case .bool: return .bool
    case .int: return .int
    case .uint: return .uint
    case .double: return .double
    case .decimal: return .decimal
    case .string: return .string
    case .bytes: return .bytes
    case .date: return .date
    case .timestamp: return .timestamp
    case .duration: return .duration
    case .type: return .type
    case .named:
      let place = number()
      return types.indices.contains(place) ? types[place] : fail(.dyn)
    case .list: return .list(type())
    case .map: return .map(type(), type())
    case .optional: return .optional(type())
    }
  }

  /// A parameter of a pack.
  public mutating func constant() -> Constant {
    guard let tag = ConstantTag(rawValue: byte()) else { return fail(.bool(false)) }
    switch tag {
    case .bool: return .bool(flag())
    case .int: return .int(signed())
    case .decimal: return .decimal(decimal())
    case .double: return .double(Double(bitPattern: UInt64(bitPattern: signed())))
    case .string: return .string(input.string())
    case .date: return CivilDate(days: signed()).map { .date($0) } ?? fail(.bool(false))
    case .list: return .list(list { $0.constant() })
    case .bytes: return fail(.bool(false))
    }
  }

  // MARK: - Parts

  mutating func fail<Part>(_ part: Part) -> Part {
    input.fail()
    return part
  }

  mutating func byte() -> UInt8 { input.byte() }

  mutating func flag() -> Bool { input.flag() }

  public mutating func number() -> Int { input.number() }

  mutating func unsigned() -> UInt64 { input.unsigned() }

  mutating func signed() -> Int64 { input.signed() }

  mutating func decimal() -> Decimal {
    let (high, low) = (signed(), unsigned())
    return Decimal(coefficient: Int128(high) << 64 | Int128(low), scale: number())
  }

  mutating func text() -> UnsafeRawBufferPointer { input.text() }

  /// A name, by its place among those of the pack.
  mutating func name() -> String {
    let place = number()
    return names.indices.contains(place) ? names[place] : fail("")
  }

  /// What `CompactNames.bytes` wrote.
  public static func names(_ store: TextStore, _ range: Range<Int>) -> [String] {
    var input = ByteReader(store, range)
    let count = input.count()
    var names: [String] = []
    names.reserveCapacity(count)
    while names.count < count, input.isSound { names.append(input.string()) }
    return input.isWhole ? names : []
  }

  mutating func list<Item>(_ read: (inout CompactReader) -> Item) -> [Item] {
    let count = input.count()
    var items: [Item] = []
    items.reserveCapacity(count)
    while items.count < count, isSound { items.append(read(&self)) }
    return items
  }

  mutating func option<Item>(_ read: (inout CompactReader) -> Item) -> Item? { flag() ? read(&self) : nil }
}
