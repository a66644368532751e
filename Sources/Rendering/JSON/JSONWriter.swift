/// Writes JSON (RFC 8259) with two spaces of indentation and members in the order of the calls.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether the object or array that is open has no member yet.
  private var isFirst = true

  public init() {}

  /// Writes an object whose members the body writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  public mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    bytes.append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: " ")])
    body(&self)
  }

  /// Writes nothing where the value is nil: an absent member and nil are the same.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    member(name) { $0.string(value) }
  }

  public mutating func member(_ name: String, _ value: Int) {
    member(name) { $0.bytes.append(contentsOf: String(value).utf8) }
  }

  public mutating func member(_ name: String, _ value: Bool) { member(name) { $0.literal(value ? "true" : "false") } }

  public mutating func member<Value>(_ name: String, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void) {
    member(name) { $0.array(values, body) }
  }

  public mutating func array<Value>(_ values: [Value], _ body: (inout JSONWriter, Value) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
      for value in values {
        writer.separate()
        body(&writer, value)
      }
    }
  }

  /// Writes a string; what a terminal might obey or a reader might not see is written as `\uXXXX`.
  public mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        if scalar.isConcealed {
          for unit in String(scalar).utf16 { escape(unit) }
        } else {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a number, `true`, `false` or `null` as it is.
  public mutating func literal(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Ends the text with a line feed.
  public mutating func finish() { bytes.append(0x0A) }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }
}
