import CTimeZones

/// A time zone of the IANA database, as it was when the program was built; never the machine's own database.
///
/// The bytes are read where they lie, so nothing is made at start-up. `Sources/CTimeZones/generate.py` describes them.
struct TimeZone {
  /// Where the zone begins in the bytes.
  private let start: Int

  private static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: vigie_time_zones(), count: vigie_time_zones_size())
  }

  /// The version of the database, such as `2026f`.
  static var version: String {
    String(decoding: bytes[8..<16].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Finds a zone by its exact name, such as `Europe/Brussels`; nil when there is none.
  init?(_ name: some Collection<UInt8>) {
    var low = 0
    var high = Self.nameCount
    while low < high {
      let middle = (low + high) / 2
      let found = Self.name(middle)
      if found.elementsEqual(name) {
        let zone = Self.number(at: Self.row(middle) + 6, 2)
        start = Self.number(at: Self.row(Self.nameCount) + zone * 4, 4)
        return
      }
      if found.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All names in the order of their bytes.
  static var names: [String] { (0..<nameCount).map { String(decoding: name($0), as: UTF8.self) } }

  // MARK: - Offsets

  /// Seconds east of UTC at a point in time, which is given in seconds since 1970.
  func offset(at seconds: Int64) -> Int64 {
    let count = Self.number(at: start, 2)
    let hasRule = Self.number(at: start + 3, 1) == 1
    let offsets = start + 4 + (hasRule ? 24 : 0)
    let transitions = offsets + 4 * Self.number(at: start + 2, 1)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int64(Self.signed(at: transitions + middle * 5, 5)) <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == count, hasRule { return ruled(seconds) }
    let index = low == 0 ? 0 : Self.number(at: transitions + count * 5 + low - 1, 1)
    return Int64(Self.signed(at: offsets + index * 4, 4))
  }

  /// By the yearly rule that holds behind the last transition.
  private func ruled(_ seconds: Int64) -> Int64 {
    let standard = Int64(Self.signed(at: start + 4, 4))
    let summer = Int64(Self.signed(at: start + 8, 4))
    let day = (seconds + standard).flooredDays
    guard let year = CivilDate(days: day)?.year else { return standard }
    let from = Self.moment(at: start + 12, in: year) - standard
    let to = Self.moment(at: start + 20, in: year) - summer
    let isSummer = from < to ? from <= seconds && seconds < to : !(to <= seconds && seconds < from)
    return isSummer ? summer : standard
  }

  /// The local seconds since 1970 of the nth weekday of a month.
  private static func moment(at position: Int, in year: Int) -> Int64 {
    let (month, week) = (number(at: position, 1), number(at: position + 1, 1))
    let weekday = Int64(number(at: position + 2, 1))
    let first = CivilDate(year: year, month: month, day: 1)?.days ?? 0
    var day = first + (weekday - (first + 4) % 7 + 14) % 7 + Int64(week - 1) * 7
    if day >= first + Int64(CivilDate.length(ofMonth: month, in: year)) { day -= 7 }
    return day * 86_400 + Int64(signed(at: position + 4, 4))
  }

  // MARK: - Bytes

  private static var nameCount: Int { number(at: 4, 2) }

  private static func row(_ index: Int) -> Int { 16 + index * 8 }

  private static func name(_ index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let position = number(at: row(index), 4)
    return bytes[position..<position + number(at: row(index) + 4, 2)]
  }

  private static func number(at position: Int, _ size: Int) -> Int {
    bytes[position..<position + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func signed(at position: Int, _ size: Int) -> Int {
    let shift = 64 - size * 8
    return (number(at: position, size) << shift) >> shift
  }
}

extension Int64 {
  /// The whole days in so many seconds, rounded down.
  var flooredDays: Int64 { self >= 0 ? self / 86_400 : (self - 86_399) / 86_400 }
}
