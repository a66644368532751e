import Foundation
import Testing

@testable import struct CEL.Decimal

struct DecimalTests {
  @Test func `arithmetic agrees with Python's decimal module`() throws {
    var count = 0
    let vectors = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Data/decimal-vectors.txt")
    for line in try String(contentsOf: vectors, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      let first = try #require(Decimal(parts[0]))
      let second = try #require(Decimal(parts[2]))
      let result: Decimal? =
        switch parts[1] {
        case "+": first.adding(second)
        case "-": first.subtracting(second)
        case "*": first.multiplying(by: second)
        default: first.dividing(by: second)
        }
      #expect((result?.description ?? "!") == parts[3], "\(line)")
      count += 1
    }
    #expect(count == 2000)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("00012.500", "12.5"), ("-0.05", "-0.05"), ("1e3", "1000"), ("1.5e-3", "0.0015"),
    (".5", "0.5"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"), ("0e999", "0"), ("+3", "3"),
  ])
  func `text is read and written without exponent and without zeros at the end`(_ text: String, _ shown: String) {
    #expect(Decimal(text)?.description == shown)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1e", "1e99999999999999999999", "abc", "1 ", "1e39",
    "999999999999999999999999999999999999999", "1e-9223372036854775808",
  ])
  func `what is no decimal of 38 digits is refused`(_ text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test(arguments: [
    ("2.5", 0, "3", "2"), ("-2.5", 0, "-3", "-2"), ("0.125", 2, "0.13", "0.12"), ("0.1251", 2, "0.13", "0.13"),
    ("1234", -2, "1200", "1200"),
    ("1250", -2, "1300", "1200"), ("9.99", 1, "10", "10"), ("0.4", 0, "0", "0"), ("1.5", 5, "1.5", "1.5"),
    ("7", -50, "0", "0"),
  ])
  func `rounding knows both ways with a half`(_ text: String, _ digits: Int, _ halfUp: String, _ halfEven: String)
    throws
  {
    let decimal = try #require(Decimal(text))
    #expect(decimal.rounded(to: digits, .halfUp).description == halfUp)
    #expect(decimal.rounded(to: digits, .halfEven).description == halfEven)
  }

  @Test func `numbers compare and hash by value, whatever their scale`() throws {
    let texts = [
      "-12.5", "-1", "-0.99999999999999999999999999999999999999", "0", "0.1",
      "0.10000000000000000000000000000000000001", "1", "99999999999999999999999999999999999999",
    ]
    let decimals = texts.compactMap { Decimal($0) }
    for (one, first) in decimals.enumerated() {
      for (two, second) in decimals.enumerated() {
        #expect((first < second) == (one < two))
        #expect((first == second) == (one == two))
      }
    }
    #expect(Decimal("1.50") == Decimal("1.5"))
    #expect(Decimal("1.50").hashValue == Decimal("1.5").hashValue)
  }
}
