/// What libFuzzer calls.
enum Driver {
  /// Set once, before libFuzzer begins.
  nonisolated(unsafe) static var target = FuzzTarget.json

  static let test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { bytes, count in
    let broken = target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    // A broken promise ends the process, so that libFuzzer keeps the input.
    if !broken.isEmpty { fatalError(broken.joined(separator: "; ")) }
    return 0
  }
}
