import Documents
import Findings
import Foundation
import Testing

/// nst/JSONTestSuite: what must be accepted, what must be refused, and what we decide.
struct JSONTestSuiteTests {
  /// What RFC 8259 leaves open. The reasons stand in Sources/Documents/README.md.
  static let decisions: [String: Bool] = [
    "i_number_double_huge_neg_exp": true, "i_number_huge_exp": true, "i_number_neg_int_huge_exp": true,
    "i_number_pos_double_huge_exp": true, "i_number_real_neg_overflow": true, "i_number_real_pos_overflow": true,
    "i_number_real_underflow": true, "i_number_too_big_neg_int": true, "i_number_too_big_pos_int": true,
    "i_number_very_big_negative_int": true, "i_object_key_lone_2nd_surrogate": false,
    "i_string_1st_surrogate_but_2nd_missing": false, "i_string_1st_valid_surrogate_2nd_invalid": false,
    "i_string_UTF-16LE_with_BOM": false, "i_string_UTF-8_invalid_sequence": false,
    "i_string_UTF8_surrogate_U+D800": false, "i_string_incomplete_surrogate_and_escape_valid": false,
    "i_string_incomplete_surrogate_pair": false, "i_string_incomplete_surrogates_escape_valid": false,
    "i_string_invalid_lonely_surrogate": false, "i_string_invalid_surrogate": false, "i_string_invalid_utf-8": false,
    "i_string_inverted_surrogates_U+1D11E": false, "i_string_iso_latin_1": false,
    "i_string_lone_second_surrogate": false, "i_string_lone_utf8_continuation_byte": false,
    "i_string_not_in_unicode_range": false, "i_string_overlong_sequence_2_bytes": false,
    "i_string_overlong_sequence_6_bytes": false, "i_string_overlong_sequence_6_bytes_null": false,
    "i_string_truncated-utf-8": false, "i_string_utf16BE_no_BOM": false, "i_string_utf16LE_no_BOM": false,
    "i_structure_500_nested_arrays": false, "i_structure_UTF-8_BOM_empty_object": true,
  ]

  @Test func `every file that must be accepted is, but for two with repeated names`() throws {
    guard let files = try SharedData.files(in: "json-parsing/test_parsing") else { return }
    for file in files where file.name.hasPrefix("y_") {
      let reading = read(file.bytes, as: .json)
      let isRepeated = file.name.hasPrefix("y_object_duplicated_key")
      #expect(reading.findings.map(\.rule) == (isRepeated ? ["json-duplicate-member"] : []), "\(file.name)")
      expectWhole(reading)
    }
  }

  @Test func `every file that must be refused is, with a line and a column`() throws {
    guard let files = try SharedData.files(in: "json-parsing/test_parsing") else { return }
    for file in files where file.name.hasPrefix("n_") {
      let reading = read(file.bytes, as: .json)
      expectWhole(reading)
      let finding = try #require(reading.findings.last, "\(file.name)")
      let region = try #require(finding.place.resolved(in: LineTable(file.bytes)).region)
      #expect(region.start.line >= 1 && region.start.column >= 1, "\(file.name)")
    }
  }

  @Test func `every open question is decided as the table says`() throws {
    guard let files = try SharedData.files(in: "json-parsing/test_parsing") else { return }
    var seen: Set<String> = []
    for file in files where file.name.hasPrefix("i_") {
      let name = String(file.name.dropLast(".json".count))
      seen.insert(name)
      let reading = read(file.bytes, as: .json)
      #expect(reading.isComplete == Self.decisions[name], "\(name)")
      expectWhole(reading)
    }
    #expect(seen == Set(Self.decisions.keys))
  }

  @Test func `the page of decisions lists the same`() throws {
    let page = try String(contentsOf: readmeURL, encoding: .utf8)
    for (name, isAccepted) in Self.decisions {
      #expect(page.contains("| `\(name)` | \(isAccepted ? "accepted" : "refused") |"), "\(name)")
    }
  }

  private var readmeURL: URL {
    URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Sources/Documents/README.md").standardized
  }
}
