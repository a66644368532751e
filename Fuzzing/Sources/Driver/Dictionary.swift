import CEL
import Findings
import Shipped

/// Words that chance does not find, for `-dict` of libFuzzer.
enum Dictionary {
  static func words(of target: FuzzTarget) -> [String] {
    switch target {
    case .json: quoted(["null", "true", "false", "\\u00e9", "\\ud83d", "\u{FEFF}", "1e999", "-0"])
    case .xml:
      quoted([
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "&amp;", "&#x41;",
        "xmlns:a=\"b\"", "xsi:nil=\"true\"", "encoding=\"ISO-8859-1\"", "encoding=\"UTF-16\"", "<?p", "?>", "/>", "</",
      ])
    case .yaml:
      quoted(["|+", ">-", "---", "...", "- ", ": ", "? ", "&a", "*a", "!!str", "%YAML 1.2", "<<: ", "'", "\"", "# "])
    case .syntax, .checker, .evaluator: quoted(language)
    case .pack: quoted(language + members(of: ["schemas/rule-1.0.schema.json", "schemas/rule-pack-1.0.schema.json"]))
    case .sides: quoted(members(of: ["schemas/overlay-1.0.schema.json", "schemas/waivers-1.0.schema.json"]))
    case .report: quoted(members(of: ["schemas/csa-report-1.0.schema.json"]))
    }
  }

  /// Functions, macros and operators of the rule language, and members of the report.
  private static var language: [String] {
    let macros = [
      "has(", ".all(x, ", ".exists(x, ", ".exists_one(x, ", ".map(x, ", ".filter(x, ", ".transformList(i, x, ",
      ".transformMap(k, x, ", "cel.bind(x, ", ".optMap(x, ", ".optFlatMap(x, ", "[?", ".?", "&&", "||", " in ", " ? ",
      "9223372036854775807", "-9223372036854775808", "18446744073709551615u", "0x7f", "1e308", "0.1", "r'", "b'\\xff'",
      "'''", "report", "data", "previous", "parameters.", "services", "period", "identification",
    ]
    return Set(functionTable.map(\.name)).sorted() + macros
  }

  /// The strings of schemas that can be names.
  private static func members(of paths: [String]) -> [String] {
    var words: Set<String> = []
    for path in paths {
      let text = String(decoding: Shipped.bytes(of: path) ?? [], as: UTF8.self)
      for part in text.split(separator: "\"")
      where part.count > 1 && part.count < 30 && !part.contains(where: \.isWhitespace) {
        words.insert(String(part))
      }
    }
    return words.sorted()
  }

  private static func quoted(_ words: [String]) -> [String] {
    words.map { word in
      "\""
        + word.utf8.map { byte in
          switch byte {
          case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
          case 32..<127: String(UnicodeScalar(byte))
          default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
          }
        }.joined() + "\""
    }
  }
}
