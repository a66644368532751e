import Documents
import Findings
import Rendering
import Schemas
import Validation

/// Checking and rendering: every report has a result that every format can show.
enum ReportTarget {
  static func run(_ bytes: [UInt8]) -> [String] {
    check(bytes, with: ShippedParts.checker) + convert(bytes)
  }

  static func check(
    _ bytes: [UInt8], with checker: Checker, options: Checker.Options = Checker.Options()
  ) -> [String] {
    var broken: [String] = []
    var reader = ReportReader()
    let source = Checker.Source(name: "input", bytes: bytes)
    let previous = Checker.Source(name: "previous", bytes: ShippedParts.base)
    let result = checker.check(source, previous: previous, options: options, reader: &reader)
    let language = Language.allCases[bytes.count % Language.allCases.count]
    for format in Format.all {
      let rendered = render(result, as: format, in: language)
      if rendered.isEmpty { broken.append("\(format.name) is empty") }
      if !String(decoding: rendered, as: UTF8.self).utf8.elementsEqual(rendered) {
        broken.append("\(format.name) is not UTF-8")
      }
      if format.name == "json" {
        var reader = JSONReader()
        if let finding = reader.read(rendered).findings.first { broken.append("the result is no JSON: \(finding)") }
      }
    }
    return broken
  }

  /// A report that meets the schema is the same after two conversions.
  private static func convert(_ bytes: [UInt8]) -> [String] {
    var reader = ReportReader()
    let reading = reader.read(bytes)
    guard reading.isComplete else { return [] }
    let binding = Binder.bind(reading.document, to: ShippedParts.reportSchema)
    guard binding.isValid else { return [] }
    let json = Converter.json(binding.bound, schema: ShippedParts.reportSchema)
    let xml = Converter.xml(binding.bound, schema: ShippedParts.reportSchema)
    var broken: [String] = []
    for (name, text) in [("JSON", json), ("XML", xml)] {
      let twin = reader.read(text)
      if let finding = twin.findings.first { return ["the \(name) twin is refused: \(finding.message.en)"] }
      let bound = Binder.bind(twin.document, to: ShippedParts.reportSchema)
      if let finding = bound.findings.first { return ["the \(name) twin is not valid: \(finding.message.en)"] }
      if Converter.json(bound.bound, schema: ShippedParts.reportSchema) != json {
        broken.append("\(name) loses something")
      }
    }
    return broken
  }
}
