/// A report after binding to its schema: typed values, the same tree for the XML and the JSON form.
public struct BoundDocument: Sendable {
  public var document: Document
  /// The root is the first; a container comes before its members.
  public var values: [BoundValue]
  /// The value indices of list items and of object slots; `BoundDocument.absent` for a member that is not there.
  /// The slots of an object are the properties of its shape in the order of the schema.
  public var members: [UInt32]
  /// Decoded strings that cannot be read off the source.
  public var sideText: [UInt8]

  public init(document: Document, values: [BoundValue] = [], members: [UInt32] = [], sideText: [UInt8] = []) {
    self.document = document
    self.values = values
    self.members = members
    self.sideText = sideText
  }

  /// The slot of a member that is not there.
  public static let absent = UInt32.max

  /// The text of a string value.
  public func string(_ value: BoundValue) -> String {
    let range = value.offset..<value.offset + value.count
    return value.flags.contains(.inSideText)
      ? String(decoding: sideText[range], as: UTF8.self) : String(decoding: document.source[range], as: UTF8.self)
  }
}
