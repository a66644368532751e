import Testing

@testable import CEL

struct DateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2025-12-31", 20_453),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
  ])
  func `a date is a number of days`(_ text: String, _ days: Int64) {
    #expect(CivilDate(text)?.days == days)
    #expect(CivilDate(days: days)?.description == text)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01", "10000-01-01", "2025-1-1",
    "2025-12-31 ",
    "2025/12/31", "+025-01-01", "",
  ])
  func `what is no date is refused`(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `every day of the years 1 to 9999 is read as it is written`() throws {
    var previous = ""
    for days in stride(from: CivilDate.firstDay, through: CivilDate.lastDay, by: 97) {
      let date = try #require(CivilDate(days: days))
      #expect(date.description > previous)
      #expect(CivilDate(date.description) == date)
      previous = date.description
    }
  }

  @Test(arguments: [
    ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-03-31", -1, "2025-02-28"),
    ("2025-12-15", 1, "2026-01-15"),
    ("2025-01-15", -1, "2024-12-15"), ("2025-05-31", 13, "2026-06-30"), ("2025-12-31", 2, "2026-02-28"),
  ])
  func `months are added up to the end of the month`(_ text: String, _ months: Int64, _ result: String) {
    #expect(CivilDate(text)?.addingMonths(months)?.description == result)
  }

  @Test(arguments: [
    ("2025-01-01", "2025-12-31", 11), ("2025-01-01", "2026-01-01", 12), ("2025-01-15", "2025-02-14", 0),
    ("2025-01-15", "2025-02-15", 1),
    ("2025-01-31", "2025-02-28", 1), ("2025-02-28", "2025-01-31", -1), ("2025-03-01", "2025-03-01", 0),
    ("2024-02-29", "2025-02-28", 12),
  ])
  func `whole months are counted`(_ from: String, _ to: String, _ months: Int64) throws {
    let (first, second) = (try #require(CivilDate(from)), try #require(CivilDate(to)))
    #expect(first.months(until: second) == months)
  }

  @Test func `beyond the years 1 to 9999 there is no date`() {
    let last = CivilDate("9999-12-31")
    #expect(last?.addingDays(1) == nil)
    #expect(last?.addingDays(.max) == nil)
    #expect(last?.addingMonths(1) == nil)
    #expect(last?.addingMonths(.max) == nil)
    #expect(last?.addingYears(.min) == nil)
    #expect(CivilDate("0001-01-01")?.addingMonths(-1) == nil)
    #expect(CivilDate("0001-01-01")?.addingDays(.min) == nil)
  }
}
