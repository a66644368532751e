import Foundation
import Testing

@testable import CEL

struct TimeZoneTests {
  private static let generator = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/CTimeZones/generate.py")

  private static func offset(_ name: String, _ moment: String) throws -> Int64 {
    let zone = try #require(TimeZone(Array(name.utf8)))
    return zone.offset(at: try #require(Instant.parse(timestamp: moment)).seconds)
  }

  @Test(arguments: [
    ("Europe/Brussels", "2025-03-30T00:59:59Z", 3600), ("Europe/Brussels", "2025-03-30T01:00:00Z", 7200),
    ("Europe/Brussels", "2025-10-26T00:59:59Z", 7200), ("Europe/Brussels", "2025-10-26T01:00:00Z", 3600),
    // Beyond the last transition by the yearly rule, on both halves of the globe.
    ("Europe/Brussels", "2999-07-01T00:00:00Z", 7200), ("Europe/Brussels", "9999-12-31T23:59:59Z", 3600),
    ("Australia/Sydney", "2999-01-01T00:00:00Z", 39_600), ("Australia/Sydney", "2999-07-01T00:00:00Z", 36_000),
    ("Europe/Dublin", "2999-07-01T00:00:00Z", 3600), ("Europe/Dublin", "2999-12-01T00:00:00Z", 0),
    ("America/St_Johns", "2009-02-13T02:00:00Z", -12_600), ("Asia/Kathmandu", "2009-02-13T23:31:30Z", 20_700),
    ("Europe/Brussels", "1916-05-01T00:00:00Z", 7200), ("Europe/Brussels", "0001-01-01T00:00:00Z", 1050),
    ("UTC", "2025-01-01T00:00:00Z", 0),
  ])
  func `a zone has this offset`(_ name: String, _ moment: String, _ seconds: Int64) throws {
    #expect(try Self.offset(name, moment) == seconds)
  }

  @Test func `an unknown zone is refused when it is written out, and an error otherwise`() {
    #expect(
      Sample.refusal("timestamp('2025-01-01T00:00:00Z').getHours('Europe/Brusels')")
        == "['Europe/Brusels'] there is no such time zone in the IANA database; did you mean “Europe/Brussels”?")
    #expect(
      Sample.evaluate("timestamp('2025-01-01T00:00:00Z').getHours('Europe' + '/Nowhere')")
        == "!“Europe/Nowhere” is not a time zone, such as Europe/Brussels or +01:00")
    #expect(
      Sample.evaluate("date(timestamp('2025-12-31T23:30:00Z'), 'Europe/Brussels') == date('2026-01-01')") == "true")
  }

  @Test func `every name leads to its zone`() {
    let names = TimeZone.names
    #expect(names.count > 500)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for name in names { #expect(TimeZone(Array(name.utf8)) != nil) }
    #expect(TimeZone(Array("".utf8)) == nil)
    #expect(TimeZone(Array("Zulu/".utf8)) == nil)
  }

  @Test func `zones.bin is what the generator makes of the version that it names`() throws {
    switch try Python.run([Self.generator.path, "--check"]) {
    case .lines: break
    case .absent(let reason): print("skipped: freshness of zones.bin: \(reason)")
    case .failed(let text): Issue.record("\(text)")
    }
  }

  @Test func `offsets agree with Python's zoneinfo`() throws {
    var random = SeededRandom(seed: 11)
    var input: [String] = []
    var mine: [String] = []
    for name in TimeZone.names {
      let zone = try #require(TimeZone(Array(name.utf8)))
      for _ in 0..<40 {
        // Half of them in the years 1900 to 2100, the others in 1 to 9998.
        let seconds =
          Bool.random(using: &random)
          ? Int64.random(in: -2_208_988_800..<4_102_444_800, using: &random)
          : Int64.random(in: -62_000_000_000..<253_300_000_000, using: &random)
        input.append("\(name) \(seconds)")
        mine.append(String(zone.offset(at: seconds)))
      }
    }
    let program = """
      import sys
      try:
          import tzdata
      except ImportError:
          print("the package tzdata of PyPI is not installed"); sys.exit(77)
      if tzdata.IANA_VERSION != "\(TimeZone.version)":
          print("tzdata is", tzdata.IANA_VERSION, "and not \(TimeZone.version)"); sys.exit(77)
      from datetime import datetime, timedelta, timezone
      from zoneinfo import ZoneInfo
      epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
      for line in sys.stdin:
          name, seconds = line.split()
          moment = (epoch + timedelta(seconds=int(seconds))).astimezone(ZoneInfo(name))
          print(int(moment.utcoffset().total_seconds()))
      """
    guard let theirs = try Python.lines("offsets of time zones", program, input: input) else { return }
    let different = zip(input, zip(mine, theirs)).filter { $0.1.0 != $0.1.1 }
    #expect(theirs.count == input.count)
    #expect(different.prefix(20).map { "\($0.0): \($0.1.0), Python \($0.1.1)" } == [])
  }
}
