import Findings

/// A form in which results leave the product.
///
/// To add one, write a file that turns results into bytes and name it in ``Format/all``.
public struct Format: Sendable {
  /// The argument of `--format`.
  public let name: String
  /// The media type with its character set, for a service that sends the bytes.
  public let mediaType: String
  /// Without the dot.
  public let fileExtension: String
  /// Renders results; pure.
  let write: @Sendable ([Result], Language, RenderingOptions) -> [UInt8]

  /// Findings and a summary for a terminal or a log.
  public static let text = Format(
    name: "text", mediaType: "text/plain; charset=utf-8", fileExtension: "txt", write: TextRenderer.render)
  /// Everything, for programs.
  public static let json = Format(
    name: "json", mediaType: "application/json", fileExtension: "json", write: JSONRenderer.render)
  /// One page that needs neither network nor script, in four languages.
  public static let html = Format(
    name: "html", mediaType: "text/html; charset=utf-8", fileExtension: "html", write: HTMLRenderer.render)

  /// Every format, in the order of the help text.
  public static let all = [text, json, html]

  /// Looks a format up; nil where no format has the name.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  init(
    name: String, mediaType: String, fileExtension: String,
    write: @escaping @Sendable ([Result], Language, RenderingOptions) -> [UInt8]
  ) {
    self.name = name
    self.mediaType = mediaType
    self.fileExtension = fileExtension
    self.write = write
  }
}
