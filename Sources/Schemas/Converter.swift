public import Documents

/// Writes a bound report in the other syntax. Numbers keep their digits, texts their scalars.
///
/// Only a report that meets the schema can be converted: the schema says what a list is and what a number is.
public struct Converter {
  private let bound: BoundDocument
  private let schema: Schema
  private var out: [UInt8] = []

  private init(bound: BoundDocument, schema: Schema) {
    self.bound = bound
    self.schema = schema
    out.reserveCapacity(bound.document.source.count * 2)
  }

  /// The report as JSON, indented by two spaces, members in the order of the report.
  public static func json(_ bound: BoundDocument, schema: Schema) -> [UInt8] {
    var converter = Converter(bound: bound, schema: schema)
    converter.writeJSON(0, 0, indent: 0)
    converter.out.append(UInt8(ascii: "\n"))
    return converter.out
  }

  /// The report as XML 1.0 in UTF-8, indented by two spaces.
  public static func xml(_ bound: BoundDocument, schema: Schema) -> [UInt8] {
    var converter = Converter(bound: bound, schema: schema)
    converter.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    converter.writeXML(0, 0, name: schema.rootName, indent: 0)
    return converter.out
  }

  private mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  private mutating func newLine(_ indent: Int) {
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
  }

  /// The members of an object that are there, in document order.
  private func members(_ value: BoundValue, _ shape: SchemaNode) -> [(property: SchemaProperty, value: Int)] {
    var members: [(property: SchemaProperty, value: Int)] = []
    for slot in 0..<value.count {
      let member = bound.members[value.offset + slot]
      if member != BoundDocument.absent { members.append((shape.properties[slot], Int(member))) }
    }
    return members.sorted { $0.value < $1.value }
  }

  // MARK: - JSON

  private mutating func writeJSON(_ index: Int, _ node: Int, indent: Int) {
    let value = bound.values[index]
    let shape = schema.nodes[node]
    switch value.kind {
    case .object:
      let members = members(value, shape)
      guard !members.isEmpty else { return write("{}") }
      write("{")
      for (position, member) in members.enumerated() {
        if position > 0 { write(",") }
        newLine(indent + 1)
        writeJSONString(Array(member.property.name.utf8)[...])
        write(": ")
        writeJSON(member.value, member.property.node, indent: indent + 1)
      }
      newLine(indent)
      write("}")
    case .list:
      guard value.count > 0, let items = shape.items else { return write("[]") }
      // Lists of codes and texts read best on one line; lists of objects do not fit.
      let isFlat = bound.values[Int(bound.members[value.offset])].kind != .object
      write("[")
      for position in 0..<value.count {
        if position > 0 { write(isFlat ? ", " : ",") }
        if !isFlat { newLine(indent + 1) }
        writeJSON(Int(bound.members[value.offset + position]), items, indent: indent + 1)
      }
      if !isFlat { newLine(indent) }
      write("]")
    case .bool: write(value.payload == 1 ? "true" : "false")
    case .int, .decimal: write(lexical(value))
    case .string, .date: writeJSONString(text(value, index))
    case .null, .invalid: write("null")
    }
  }

  private mutating func writeJSONString(_ bytes: ArraySlice<UInt8>) {
    write("\"")
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x0A: write("\\n")
      case 0x0D: write("\\r")
      case 0x09: write("\\t")
      case 0..<0x20: write("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: out.append(byte)
      }
    }
    write("\"")
  }

  // MARK: - XML

  private mutating func writeXML(_ index: Int, _ node: Int, name: String, indent: Int) {
    let value = bound.values[index]
    let shape = schema.nodes[node]
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
    write("<" + name)
    if index == 0, !schema.namespace.isEmpty { write(" xmlns=\"\(schema.namespace)\"") }
    switch value.kind {
    case .object:
      let members = members(value, shape)
      guard !members.isEmpty else { return write("/>\n") }
      write(">\n")
      for member in members {
        writeXML(member.value, member.property.node, name: member.property.name, indent: indent + 1)
      }
      closeContainer(name, indent)
    case .list:
      guard value.count > 0, let items = shape.items else { return write("/>\n") }
      write(">\n")
      for position in 0..<value.count {
        writeXML(Int(bound.members[value.offset + position]), items, name: shape.itemName ?? "item", indent: indent + 1)
      }
      closeContainer(name, indent)
    case .bool: write(">\(value.payload == 1 ? "true" : "false")</\(name)>\n")
    case .int, .decimal:
      let text = lexical(value)
      let plain = text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") } ? LexicalNumber(text.utf8)?.plainText : text
      write(">\(plain ?? text)</\(name)>\n")
    case .string, .date:
      write(">")
      writeXMLText(text(value, index))
      write("</\(name)>\n")
    case .null, .invalid: write("/>\n")
    }
  }

  private mutating func closeContainer(_ name: String, _ indent: Int) {
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
    write("</\(name)>\n")
  }

  private mutating func writeXMLText(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "&"): write("&amp;")
      // A reader makes a bare CR a line feed; a reference stays.
      case 0x0D: write("&#13;")
      default: out.append(byte)
      }
    }
  }

  // MARK: - Scalars

  /// The number as it is written in the report.
  private func lexical(_ value: BoundValue) -> String {
    let text = bound.document.text(of: Int(value.node))
    guard bound.document.syntax == .xml else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !Binder.isXMLSpace($0) }))
  }

  private func text(_ value: BoundValue, _ index: Int) -> ArraySlice<UInt8> {
    guard value.kind == .date else {
      return value.flags.contains(.inSideText)
        ? bound.sideText[value.offset..<value.offset + value.count]
        : bound.document.source[value.offset..<value.offset + value.count]
    }
    let text = bound.document.text(of: Int(value.node))
    return Array(text.utf8.filter { $0 > 0x20 })[...]
  }
}
