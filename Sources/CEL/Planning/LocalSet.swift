/// A set of the variables of macros, by slot. Beyond 63 all share one place, so that a set may say more than is true.
struct LocalSet: Equatable {
  private var bits: UInt64 = 0

  init() {}

  init(_ slots: Int...) {
    for slot in slots { bits |= Self.bit(slot) }
  }

  private static func bit(_ slot: Int) -> UInt64 { 1 << UInt64(min(slot, 63)) }

  var isEmpty: Bool { bits == 0 }

  func intersects(_ other: LocalSet) -> Bool { bits & other.bits != 0 }

  mutating func formUnion(_ other: LocalSet) { bits |= other.bits }

  /// Takes the slots away again; the shared place stays, because others may stand for it.
  mutating func subtract(_ other: LocalSet) { bits &= ~other.bits | Self.bit(63) }
}
