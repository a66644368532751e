public import Findings

/// The rules of form that the readers apply; each rests on the specification of its syntax.
public enum FormatRule {
  /// Every rule of form, in the order in which a reader comes to them.
  public static let all: [RuleDescriptor] = [
    emptyFile, unknownSyntax, limitBytes, limitDepth, limitNodes, limitString, limitAttributes,
    jsonEncoding, jsonSyntax, jsonDuplicateMember,
    xmlEncoding, xmlDoctype, xmlSyntax, xmlNamespace,
    yamlSyntax, yamlFeature, yamlDuplicateKey,
  ]

  /// A descriptor of a rule of form: an error of the pack `vigie`.
  static func rule(
    _ id: String, basis: [Citation], title: LocalizedText, help: LocalizedText
  ) -> RuleDescriptor {
    RuleDescriptor(
      id: id, pack: "vigie", title: title, severity: .error, status: .format, basis: basis, help: help)
  }

  /// A clause of RFC 8259, The JavaScript Object Notation (JSON) Data Interchange Format, December 2017.
  static func rfc8259(_ clause: String) -> Citation {
    Citation(source: "rfc8259", title: "RFC 8259", clause: "§\(clause)", url: "https://www.rfc-editor.org/rfc/rfc8259")
  }

  /// A clause of Extensible Markup Language (XML) 1.0, fifth edition, 26 November 2008.
  static func xml(_ clause: String, anchor: String) -> Citation {
    Citation(
      source: "xml10", title: "XML 1.0, 5th edition", clause: "§\(clause)",
      url: "https://www.w3.org/TR/2008/REC-xml-20081126/#\(anchor)")
  }

  /// A clause of YAML 1.2.2, 1 October 2021.
  static func yaml(_ clause: String) -> Citation {
    Citation(source: "yaml122", title: "YAML 1.2.2", clause: "§\(clause)", url: "https://yaml.org/spec/1.2.2/")
  }

  /// A heading of the page that sets out what the readers of vigie accept.
  static func readers(_ heading: String) -> Citation {
    Citation(source: "vigie-readers", title: "vigie, Sources/Documents/README.md", clause: heading)
  }
}
