import Testing

@testable import CEL

/// Arithmetic held to Python's own modules, on random operations that are the same in every run.
struct ProofTests {
  // MARK: - Decimals

  /// A number of 1 to 38 digits, of which any number may stand behind the point; often a small or a round one.
  private static func number(_ random: inout SeededRandom) -> String {
    let digits = Int.random(in: 1...([3, 8, 18, 38].randomElement(using: &random) ?? 38), using: &random)
    var text = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    if Int.random(in: 0..<4, using: &random) == 0 {
      text = String(text.prefix(1)) + String(repeating: "0", count: digits - 1)
    }
    let scale = Bool.random(using: &random) ? 0 : Int.random(in: 0...digits, using: &random)
    if scale > 0 { text.insert(".", at: text.index(text.endIndex, offsetBy: -scale)) }
    if text.hasPrefix(".") { text = "0" + text }
    return (Bool.random(using: &random) ? "-" : "") + text
  }

  private static func result(_ operation: String, _ first: Decimal, _ second: Decimal) -> String {
    switch operation {
    case "+": first.adding(second)?.description ?? "!"
    case "-": first.subtracting(second)?.description ?? "!"
    case "*": first.multiplying(by: second)?.description ?? "!"
    case "/": first.dividing(by: second)?.description ?? "!"
    case "<": first < second ? "less" : first == second ? "equal" : "greater"
    case "even": first.rounded(to: second.scale, .halfEven).description
    default: first.rounded(to: second.scale).description
    }
  }

  /// Exact with all digits first, then cut as the language says: 38 digits, of which at most 38 behind the point.
  private static let decimals = """
    import sys
    from decimal import *
    exact = Context(prec=400, rounding=ROUND_HALF_EVEN, Emin=-9999, Emax=9999)
    setcontext(exact)
    def text(value):
        if value == 0:
            return "0"
        return format(value.normalize(exact), "f")
    def limited(value):
        sign, digits, exponent = value.normalize(exact).as_tuple()
        scale = max(0, -exponent)
        width = len(digits) + max(0, exponent)
        return "!" if scale > 38 or width > 38 else text(value)
    def quotient(one, two):
        if two == 0:
            return "!"
        rounded = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-9999, Emax=9999).divide(one, two)
        # Where 28 digits would reach beyond the 38th behind the point, the last place is the 38th.
        if rounded != 0 and -rounded.as_tuple().exponent > 38 and len(rounded.as_tuple().digits) == 28:
            places = 28 - 1 - rounded.adjusted() - 38
            room = 28 - places
            if room <= 0:
                return text((one / two).quantize(Decimal(1).scaleb(-38)))
            rounded = Context(prec=room, rounding=ROUND_HALF_EVEN, Emin=-9999, Emax=9999).divide(one, two)
        return limited(rounded.quantize(Decimal(1).scaleb(-38)))
    for line in sys.stdin:
        operation, first, second = line.split()
        one, two = Decimal(first), Decimal(second)
        if operation == "+": print(limited(one + two))
        elif operation == "-": print(limited(one - two))
        elif operation == "*": print(limited(one * two))
        elif operation == "/": print(quotient(one, two))
        elif operation == "<": print("less" if one < two else "equal" if one == two else "greater")
        else:
            places = max(0, -two.normalize(exact).as_tuple().exponent)
            if operation == "even": print(text(one.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)))
            else: print(text(one.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)))
    """

  @Test func `100,000 decimal operations agree with Python's decimal module`() throws {
    var random = SeededRandom(seed: 28)
    var input: [String] = []
    var mine: [String] = []
    let operations = ["+", "-", "*", "/", "<", "even", "up"]
    for index in 0..<100_000 {
      let operation = operations[index % operations.count]
      let (first, second) = (Self.number(&random), Self.number(&random))
      let one = try #require(Decimal(first))
      let two = try #require(Decimal(second))
      input.append("\(operation) \(first) \(second)")
      mine.append(Self.result(operation, one, two))
    }
    guard let theirs = try Python.lines("decimal arithmetic", Self.decimals, input: input) else { return }
    expectSame(input, mine, theirs)
  }

  // MARK: - Dates

  private static let dates = """
    import sys, calendar
    from datetime import date, timedelta, datetime, timezone
    def months(day, count):
        index = day.year * 12 + day.month - 1 + count
        if not 12 <= index < 120000:
            return None
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    def between(one, two):
        if two < one:
            return -between(two, one)
        count = (two.year - one.year) * 12 + two.month - one.month
        end = months(one, count)
        return count - 1 if end is not None and end > two else count
    for line in sys.stdin:
        operation, first, second, number = line.split()
        one, two, number = date.fromisoformat(first), date.fromisoformat(second), int(number)
        if operation == "addDays":
            try: print(one + timedelta(days=number))
            except OverflowError: print("!")
        elif operation == "addMonths": print(months(one, number) or "!")
        elif operation == "addYears": print(months(one, number * 12) or "!")
        elif operation == "daysUntil": print((two - one).days)
        elif operation == "monthsBetween": print(between(one, two))
        elif operation == "isMonthEnd": print("true" if (one.day == calendar.monthrange(one.year, one.month)[1]) else "false")
        elif operation == "parts":
            print(one.year, one.month, one.day, one.timetuple().tm_yday - 1, one.isoweekday() % 7)
        else:
            moment = datetime(one.year, one.month, one.day, tzinfo=timezone.utc) + timedelta(seconds=abs(number) % 86400)
            print(moment.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"), int((moment - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()))
    """

  private static func result(_ operation: String, _ one: CivilDate, _ two: CivilDate, _ number: Int64) throws -> String
  {
    switch operation {
    case "addDays": return one.addingDays(number)?.description ?? "!"
    case "addMonths": return one.addingMonths(number)?.description ?? "!"
    case "addYears": return one.addingYears(number)?.description ?? "!"
    case "daysUntil": return evaluate("date('\(one)').daysUntil(date('\(two)'))")
    case "monthsBetween": return String(one.months(until: two))
    case "isMonthEnd": return evaluate("date('\(one)').isMonthEnd()")
    case "parts":
      let moment = "timestamp('\(one)T12:00:00Z')"
      let week = evaluate("[\(moment).getDayOfYear(), \(moment).getDayOfWeek()]")
      return "\(one.year) \(one.month) \(one.day) " + week.dropFirst().dropLast().replacing(",", with: "")
    default:
      let instant = Instant(seconds: one.days * 86_400 + abs(number) % 86_400, nanoseconds: 0)
      let text = instant.timestampText
      return "\(text) \(try #require(Instant.parse(timestamp: text)).seconds)"
    }
  }

  private static func evaluate(_ text: String) -> String {
    var activation = Activation(documents: [], fuel: 1000)
    guard let program = try? Program.compile(text, in: Environment()) else { return "refused" }
    let value = program.evaluate(&activation)
    return activation.display(value)
  }

  @Test func `50,000 operations on dates agree with Python's datetime module`() throws {
    var random = SeededRandom(seed: 29)
    var input: [String] = []
    var mine: [String] = []
    let operations = [
      "addDays", "addMonths", "addYears", "monthsBetween", "moment", "addDays", "addMonths", "monthsBetween", "moment",
      "daysUntil", "isMonthEnd", "parts",
    ]
    func date() throws -> CivilDate {
      // Half of them in this century, and of those many at the end of a month.
      let isNear = Bool.random(using: &random)
      let days = isNear ? 10_957...47_481 : CivilDate.firstDay...CivilDate.lastDay
      let day = try #require(CivilDate(days: Int64.random(in: days, using: &random)))
      guard isNear, Bool.random(using: &random) else { return day }
      return try #require(
        CivilDate(year: day.year, month: day.month, day: CivilDate.length(ofMonth: day.month, in: day.year)))
    }
    for index in 0..<50_000 {
      let operation = operations[index % operations.count]
      let (one, two) = (try date(), try date())
      let number = Int64.random(in: Bool.random(using: &random) ? -50...50 : -20_000...20_000, using: &random)
      input.append("\(operation) \(one) \(two) \(number)")
      mine.append(try Self.result(operation, one, two, number))
    }
    guard let theirs = try Python.lines("dates", Self.dates, input: input) else { return }
    expectSame(input, mine, theirs)
  }

  private func expectSame(_ input: [String], _ mine: [String], _ theirs: [String]) {
    #expect(theirs.count == input.count)
    let different = zip(input, zip(mine, theirs)).filter { $0.1.0 != $0.1.1 }
    #expect(different.count == 0)
    #expect(different.prefix(20).map { "\($0.0) is \($0.1.0), Python has \($0.1.1)" } == [])
  }
}
