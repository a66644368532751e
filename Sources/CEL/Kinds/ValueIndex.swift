/// A set of values as `==` compares them, found by hash: for keys and references.
struct ValueIndex {
  private var values: [Value] = []
  /// A position in `values` plus 1, or 0 where the place is free; the size is a power of two.
  private var places: [UInt32]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    values.reserveCapacity(capacity)
  }

  /// Adds a value; false when an equal one is there already.
  mutating func insert(_ value: Value, _ activation: inout Activation) -> Bool {
    if values.count * 2 >= places.count { grow(&activation) }
    let place = place(of: value, &activation)
    guard places[place] == 0 else { return false }
    values.append(value)
    places[place] = UInt32(values.count)
    return true
  }

  func contains(_ value: Value, _ activation: inout Activation) -> Bool {
    places[place(of: value, &activation)] != 0
  }

  /// Where an equal value is, or where it would be.
  private func place(of value: Value, _ activation: inout Activation) -> Int {
    let mask = places.count - 1
    var place = Self.hash(value, &activation) & mask
    while places[place] != 0, !activation.isEqual(values[Int(places[place]) - 1], value) { place = (place + 1) & mask }
    return place
  }

  private mutating func grow(_ activation: inout Activation) {
    let mask = places.count * 2 - 1
    places = Array(repeating: 0, count: mask + 1)
    for (position, value) in values.enumerated() {
      var place = Self.hash(value, &activation) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(position + 1)
    }
  }

  private static func hash(_ value: Value, _ activation: inout Activation) -> Int {
    // Texts are most keys by far, and the random hash costs more than they do.
    if value.kind == .string { return Int(activation.withBytes(of: value) { $0.mixed }) }
    var hasher = Hasher()
    activation.hash(value, into: &hasher)
    return hasher.finalize()
  }
}
