/// A text that belongs to a compiled expression and lies in one place as long as the expression lives.
final class ConstantText: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ text: [UInt8]) {
    let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = storage.initialize(from: text)
    bytes = UnsafeBufferPointer(storage)
  }

  deinit { bytes.deallocate() }
}
