/// The syntaxes that can be read.
public enum Syntax: String, Sendable, CaseIterable {
  case json, xml, yaml
}
