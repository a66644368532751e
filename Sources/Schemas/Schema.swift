public import Documents
public import Findings

/// A compiled schema: the one source of a report's structure, types and labels.
public struct Schema: Sendable {
  /// `$id`, or "" without one.
  public let id: String
  public let version: String
  /// The XML namespace of every element, or "" for none.
  public let namespace: String
  /// The name of the root element.
  public let rootName: String
  /// The root is the first.
  public let nodes: [SchemaNode]
  /// The title of the schema, or its id without one.
  public let title: LocalizedText
  /// `sha256:` of the schema file, where that was known before; nil where nobody has asked yet.
  public let digest: String?
  let file: SchemaFile
  let plan: BindingPlan

  /// The schema file, for titles and labels.
  public var document: Document { file.document }

  init(id: String, version: String, namespace: String, rootName: String, nodes: [SchemaNode], document: Document) {
    self.id = id
    self.version = version
    self.namespace = namespace
    self.rootName = rootName
    self.nodes = nodes
    file = SchemaFile(document)
    digest = nil
    title = Self.title(in: document) ?? LocalizedText(verbatim: id)
    plan = BindingPlan(nodes)
  }

  /// Compiles a JSON Schema 2020-12 document that uses the keywords of `Keyword` and local references only.
  ///
  /// - Parameter assertFormats: Whether `format` is an assertion, as it is for reports, or an annotation.
  /// - Throws: `SchemaError` with the first thing that is not supported or not right, and its place.
  public init(compiling document: Document, assertFormats: Bool = true) throws(SchemaError) {
    var compiler = SchemaCompiler(document: document, assertFormats: assertFormats)
    self = try compiler.compile()
  }
}
