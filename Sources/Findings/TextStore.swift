/// Bytes that texts are read from when somebody asks for them: of many texts of a rule pack few are shown in a run.
///
/// A text is its length in four bytes, the lowest first, and then its UTF-8.
public final class TextStore: @unchecked Sendable {
  /// They lie where they are as long as the store lives.
  public let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Bytes that stay where they are as long as the program runs.
  public init(resident bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    isOwned = false
  }

  public init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    self.bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }

  /// Whether the bytes are part of the program.
  public var isResident: Bool { !isOwned }

  public var count: Int { bytes.count }

  public func byte(at offset: Int) -> UInt8 { bytes[offset] }

  /// Four bytes, the lowest first.
  public func number(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= bytes.count, "a number lies inside its bytes")
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Behind the text at an offset; nil when the text does not lie inside the bytes.
  public func end(ofTextAt offset: Int) -> Int? {
    guard offset >= 0, offset + 4 <= bytes.count else { return nil }
    let end = offset + 4 + Int(number(at: offset))
    return end <= bytes.count ? end : nil
  }

  /// The text at an offset, where `end(ofTextAt:)` has found one; what is no UTF-8 becomes U+FFFD.
  public func text(at offset: Int) -> String {
    let length = Int(number(at: offset))
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset + 4..<offset + 4 + length]), as: UTF8.self)
  }

  /// Where the text at an offset lies for good; nil unless the bytes are part of the program.
  func resident(at offset: Int) -> UnsafeRawPointer? {
    guard isResident else { return nil }
    precondition(offset >= 0 && offset + 4 <= bytes.count, "a text lies inside its bytes")
    return bytes.baseAddress.map { $0 + offset }
  }

  /// A text that `resident(at:)` has found.
  static func text(at text: UnsafeRawPointer) -> String {
    String(decoding: UnsafeRawBufferPointer(start: text + 4, count: length(of: text)), as: UTF8.self)
  }

  /// The text behind a text that `resident(at:)` has found.
  static func text(behind text: UnsafeRawPointer) -> UnsafeRawPointer { text + 4 + length(of: text) }

  private static func length(of text: UnsafeRawPointer) -> Int {
    Int(UInt32(littleEndian: text.loadUnaligned(as: UInt32.self)))
  }
}
