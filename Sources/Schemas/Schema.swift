public import Documents

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
  /// The schema file, for titles and labels.
  public let document: Document
  let plan: BindingPlan

  init(id: String, version: String, namespace: String, rootName: String, nodes: [SchemaNode], document: Document) {
    self.id = id
    self.version = version
    self.namespace = namespace
    self.rootName = rootName
    self.nodes = nodes
    self.document = document
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
