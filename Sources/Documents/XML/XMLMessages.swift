import Findings
struct XMLMessages {
  let outcome: XMLSession.Outcome
  let document: Document
  var findings: [Finding] {
    guard let fault = outcome.fault else { return [] }
    let place = Place(span: Span(start: fault.offset, end: fault.offset), path: "")
    return [Finding(rule: FormatRule.xmlSyntax, message: LocalizedText(verbatim: "\(fault) next \(outcome.nextTag)"), place: place)]
  }
}
