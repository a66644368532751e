public import Findings

/// What the reader of the output asked for; HTML and JSON do not depend on it.
public struct RenderingOptions: Hashable, Sendable {
  /// Whether text carries ANSI colours; the caller knows whether there is a terminal.
  public var colour: Bool
  /// The width of a line of text in columns; source lines and prose are fitted into it, at least 40.
  public var width: Int

  public init(colour: Bool = false, width: Int = 100) {
    self.colour = colour
    self.width = width
  }
}

/// Renders one result; equal arguments render to equal bytes.
public func render(
  _ result: Result, as format: Format, in language: Language, options: RenderingOptions = RenderingOptions()
) -> [UInt8] {
  format.write([result], language, options)
}

/// Renders the results of several reports into one output; equal arguments render to equal bytes.
public func render(
  _ results: [Result], as format: Format, in language: Language, options: RenderingOptions = RenderingOptions()
) -> [UInt8] {
  format.write(results, language, options)
}
