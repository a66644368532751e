import Findings

/// Writes compiled programs so that `CompactReader` makes them again without reading, checking or planning an expression.
///
/// The form is that of one version of the program and one report schema: it holds rows of the function table and slots
/// of records by their numbers. Same program, same bytes.
public struct CompactWriter {
  private var output = ByteWriter()
  public var bytes: [UInt8] { output.bytes }
  /// Whether all that was written has a compact form.
  public private(set) var isComplete = true
  private let types: [Type]
  private let names: CompactNames

  /// - Parameters:
  ///   - types: The records and code lists of the report, in an order that the reader has too.
  ///   - names: Collects the names that are written.
  public init(types: [Type], names: CompactNames) {
    self.types = types
    self.names = names
  }

  public mutating func write(_ program: Program) {
    write(program.type)
    option(program.unit) { $0.name($1) }
    number(program.depth)
    number(program.localCount)
    list(program.memos) { $0.number($1) }
    node(program.node)
  }

  public mutating func write(_ type: Type) {
    switch type {
    case .dyn: typeTag(.dyn)
    case .null: typeTag(.null)
    case .bool: typeTag(.bool)
    case .int: typeTag(.int)
    case .uint: typeTag(.uint)
    case .double: typeTag(.double)
    case .decimal: typeTag(.decimal)
    case .string: typeTag(.string)
    case .bytes: typeTag(.bytes)
    case .date: typeTag(.date)
    case .timestamp: typeTag(.timestamp)
    case .duration: typeTag(.duration)
    case .type: typeTag(.type)
    case .record, .code:
      guard let place = types.firstIndex(of: type) else { return fail() }
      typeTag(.named)
      number(place)
    case .list(let item):
      typeTag(.list)
      write(item)
    case .map(let key, let value):
      typeTag(.map)
      write(key)
      write(value)
    case .optional(let content):
      typeTag(.optional)
      write(content)
    case .abstract, .parameter: fail()
    }
  }

  private mutating func typeTag(_ tag: TypeTag) { byte(tag.rawValue) }

  /// A parameter of a pack.
  public mutating func write(_ constant: Constant) {
    switch constant {
    case .bool(let value):
      constantTag(.bool)
      flag(value)
    case .int(let value):
      constantTag(.int)
      signed(value)
    case .decimal(let value):
      constantTag(.decimal)
      decimal(value)
    case .double(let value):
      constantTag(.double)
      signed(Int64(bitPattern: value.bitPattern))
    case .string(let value):
      constantTag(.string)
      text(value.utf8)
    case .date(let value):
      constantTag(.date)
      signed(value.days)
    case .list(let items):
      constantTag(.list)
      list(items) { $0.write($1) }
    }
  }

  mutating func constantTag(_ tag: ConstantTag) { byte(tag.rawValue) }

  // MARK: - Parts

  mutating func fail() { isComplete = false }

  mutating func byte(_ byte: UInt8) { output.byte(byte) }

  mutating func flag(_ flag: Bool) { output.flag(flag) }

  public mutating func number(_ number: Int) { output.number(number) }

  mutating func unsigned(_ number: UInt64) { output.unsigned(number) }

  mutating func signed(_ number: Int64) { output.signed(number) }

  mutating func name(_ name: String) { number(names.place(of: name)) }

  mutating func text(_ text: some Collection<UInt8>) { output.text(text) }

  mutating func decimal(_ decimal: Decimal) {
    signed(Int64(truncatingIfNeeded: decimal.coefficient >> 64))
    unsigned(UInt64(truncatingIfNeeded: decimal.coefficient))
    number(decimal.scale)
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout CompactWriter, Item) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }

  mutating func option<Item>(_ item: Item?, _ write: (inout CompactWriter, Item) -> Void) {
    flag(item != nil)
    if let item { write(&self, item) }
  }
}
