public import Findings
public import Schemas

/// A pack in the form that the program carries: read without parsing, its texts only when they are asked for.
///
/// All that a check needs, in a fixed order behind a first line; examples, the base report and the places of expressions
/// stay in the YAML files. A count or a choice is a byte or four, a text as `TextStore` has it. The expressions are there
/// as text and, when the schema of the reports is known, compiled (`CompactWriter`).
public enum PackBundle {
  /// What a bundle begins with; the number grows with each change of the form.
  static let head = Array("vigie rule pack 5\n".utf8)

  /// Whether bytes are meant as a bundle, of this or another version of the form.
  public static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "vigie rule pack ".utf8) }

  /// Writes a pack that `PackReader` has read, with its expressions compiled. Same pack and schema, same bytes.
  ///
  /// - Throws: `PackError` for what does not compile.
  public static func write(_ pack: Pack, schema: Schema) throws(PackError) -> [UInt8] {
    let target = CompileTarget(schema: schema)
    var writer = BundleWriter()
    writer.compiled = (try CompiledPack(pack, target), target.types.named, schema.fileDigest)
    writer.bytes = head
    writer.write(pack)
    return writer.bytes
  }

  /// Writes a pack without the compiled form. Same pack, same bytes.
  public static func write(_ pack: Pack) -> [UInt8] {
    var writer = BundleWriter()
    writer.bytes = head
    writer.write(pack)
    return writer.bytes
  }

  /// Reads a bundle.
  ///
  /// - Throws: `PackError` when the bytes are no bundle of this version or not whole.
  public static func read(_ store: TextStore, name: String) throws(PackError) -> Pack {
    guard store.count >= head.count, head.indices.allSatisfy({ store.byte(at: $0) == head[$0] }) else {
      throw PackError(file: name, message: "this is no rule bundle of this version; vigie rules bundle writes one")
    }
    var reader = BundleReader(store, from: head.count)
    let pack = reader.pack()
    guard reader.isWhole else {
      throw PackError(file: name, message: "the rule bundle is damaged; vigie rules bundle writes it anew")
    }
    return pack
  }
}
