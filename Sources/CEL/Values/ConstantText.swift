/// A text that belongs to a compiled expression and lies in one place as long as the expression lives.
final class ConstantText: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whose bytes they are; nil where they are its own.
  private let owner: AnyObject?

  /// A text that lies where it is as long as its owner lives.
  init(_ text: UnsafeRawBufferPointer, in owner: AnyObject) {
    bytes = text.assumingMemoryBound(to: UInt8.self)
    self.owner = owner
  }

  init(_ text: [UInt8]) {
    owner = nil
    let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = storage.initialize(from: text)
    bytes = UnsafeBufferPointer(storage)
  }

  deinit {
    if owner == nil { bytes.deallocate() }
  }
}
