import Findings

/// A phrase with a number in it, in the forms that the number asks for; `{n}` stands for the number.
struct Counted: Sendable {
  let one: LocalizedText
  let other: LocalizedText

  /// The phrase for a whole number.
  func filled(_ number: Int, in language: Language) -> String {
    filled(isSingular: language == .fr ? 0...1 ~= number : number == 1, with: language.integer(number), in: language)
  }

  /// The phrase for a whole number in each language.
  func filled(_ number: Int) -> LocalizedText { LocalizedText { filled(number, in: $0) } }

  /// The phrase for a decimal.
  ///
  /// - Parameters:
  ///   - figure: The decimal as the engine writes it.
  ///   - written: The decimal as the language writes it.
  func filled(figure: String, written: String, in language: Language) -> String {
    let isSingular =
      written == "1" || language == .fr && (written == "0" || written.hasPrefix("0,") || written.hasPrefix("1,"))
    return filled(isSingular: isSingular, with: written, in: language)
  }

  private func filled(isSingular: Bool, with number: String, in language: Language) -> String {
    (isSingular ? one : other)[language].filled(["n": number])
  }
}

extension String {
  /// This template with each `{name}` replaced; what is put in is not looked at again.
  func filled(_ values: [String: String]) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      result += values[String(name)] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension LocalizedText {
  /// This template with each `{name}` replaced by the text of the same language.
  func filled(_ values: [String: LocalizedText]) -> LocalizedText {
    map { language, template in template.filled(values.mapValues { $0[language] }) }
  }
}
