import Documents
import Findings
import Schemas
import Shipped
import Validation

/// Schemas and packs, from inside the program or from disk.
enum Library {
  static let reportSchemaPath = "schemas/csa-report-1.0.schema.json"
  static let compactSchemaPath = "schemas/csa-report-1.0.compact"

  /// The ids of the packs inside the program.
  static var shippedPacks: [String] {
    Shipped.directories(in: "rules").filter { Shipped.resident("rules/\($0)/pack.yaml") != nil }
  }

  /// Compiles a schema file.
  static func schema(_ bytes: [UInt8], name: String) throws(CommandFault) -> Schema {
    var reader = JSONReader()
    let reading = reader.read(bytes)
    func at(_ span: Span) -> String {
      let position = LineTable(reading.document.source).position(of: span.start)
      return "\(Files.shown(name)):\(position.line):\(position.column)"
    }
    if let finding = reading.findings.first {
      throw CommandFault("\(at(finding.place.span)): \(finding.message.en)")
    }
    do {
      return try Schema(compiling: reading.document)
    } catch {
      throw CommandFault("\(at(error.span)): \(error.message)")
    }
  }

  static func shipped(_ path: String) throws(CommandFault) -> [UInt8] {
    guard let bytes = Shipped.bytes(of: path) else { throw CommandFault("\(path) is not inside this program") }
    return bytes
  }

  /// The report schema inside the program, or another from disk.
  static func reportSchema(_ path: String?) throws(CommandFault) -> Schema {
    if let path { return try schema(try Files.read(path), name: path) }
    if let shippedSchema { return shippedSchema }
    return try schema(try shipped(reportSchemaPath), name: reportSchemaPath)
  }

  /// The compiled form of the report schema inside the program; nil where there is none.
  private static var shippedSchema: Schema? {
    guard let compact = Shipped.resident(compactSchemaPath), let file = Shipped.resident(reportSchemaPath) else {
      return nil
    }
    return Schema(compact: TextStore(resident: compact), file: TextStore(resident: file))
  }

  static func packReader() throws(CommandFault) -> PackReader {
    PackReader(
      packSchema: try schema(try shipped("schemas/rule-pack-1.0.schema.json"), name: "rule-pack-1.0.schema.json"),
      ruleSchema: try schema(try shipped("schemas/rule-1.0.schema.json"), name: "rule-1.0.schema.json"))
  }

  /// The files of a pack on disk or inside the program, by directory or id.
  static func files(ofPack name: String) throws(CommandFault) -> [PackReader.File] {
    if Files.isDirectory(name) {
      var files: [PackReader.File] = []
      for file in try Files.names(in: name) where file.hasSuffix(".yaml") || file.hasSuffix(".json") {
        files.append(PackReader.File(name: file, bytes: try Files.read(name + "/" + file)))
      }
      return files
    }
    guard shippedPacks.contains(name) else {
      let nearest = NearestName.of(name, in: shippedPacks)
      throw CommandFault(
        "there is no rule pack \u{201C}\(name)\u{201D}: neither a directory nor one of \(shippedPacks.joined(separator: ", "))"
          + (nearest.map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""))
    }
    let prefix = "rules/\(name)/"
    var files: [PackReader.File] = []
    for path in Shipped.paths where path.hasPrefix(prefix) {
      files.append(PackReader.File(name: String(path.dropFirst(prefix.count)), bytes: try shipped(path)))
    }
    return files
  }

  /// The packs that are named, or all inside the program where none is.
  static func named(_ names: [String]) -> [String] { names.isEmpty ? shippedPacks : names }

  /// Packs with their examples, from their YAML files; all inside the program where none is named.
  static func fullPacks(_ names: [String]) throws(CommandFault) -> [Pack] {
    var packs: [Pack] = []
    for name in named(names) { packs.append(try fullPack(name)) }
    return packs
  }

  /// A pack with its examples, from its YAML files.
  static func fullPack(_ name: String) throws(CommandFault) -> Pack {
    let files = try files(ofPack: name)
    let reader = try packReader()
    return try orFault(name) { () throws(PackError) in try reader.read(files) }
  }

  /// Packs for checking: those inside the program from their bundles, which are read without parsing. Who names a pack
  /// wants it, whatever it says of the reports that it concerns.
  ///
  /// - Parameter asNamed: Whether packs that are named are applied to every report.
  static func packs(_ names: [String], asNamed: Bool = true) throws(CommandFault) -> [Pack] {
    let wanted = named(names)
    return try packs(
      wanted, shipped: wanted.map { shippedPack($0, among: names) }, areNamed: asNamed && !names.isEmpty)
  }

  /// What a check needs: the report schema inside the program or another from disk, and packs.
  ///
  /// - Parameter pool: How what is inside the program is read.
  static func schemaAndPacks(
    _ schemaName: String?, _ names: [String], _ pool: WorkPool
  ) throws(CommandFault) -> (schema: Schema, packs: [Pack]) {
    let wanted = named(names)
    let paths = [compactSchemaPath] + wanted.map(bundlePath)
    let shipped = pool.map(paths.count, weight: { Shipped.resident(paths[$0])?.count ?? 0 }) {
      index -> (schema: Schema?, pack: Pack?) in
      index == 0
        ? (schemaName == nil ? shippedSchema : nil, nil) : (nil, shippedPack(wanted[index - 1], among: names))
    }
    let packs = try packs(wanted, shipped: shipped.dropFirst().map(\.pack), areNamed: !names.isEmpty)
    if let schema = shipped[0].schema { return (schema, packs) }
    return (try reportSchema(schemaName), packs)
  }

  /// - Parameter shipped: For each wanted pack what the program carries of it.
  private static func packs(
    _ wanted: [String], shipped: [Pack?], areNamed: Bool
  ) throws(CommandFault) -> [Pack] {
    var packs: [Pack] = []
    for (name, shipped) in zip(wanted, shipped) {
      if let shipped {
        packs.append(shipped)
      } else if name.hasSuffix(".bundle") || name.hasSuffix(".json"), Files.exists(name), !Files.isDirectory(name) {
        packs.append(try pack(try Files.read(name), name))
      } else {
        packs.append(try fullPack(name))
      }
    }
    if areNamed { for index in packs.indices { packs[index].isForEveryReport = true } }
    return packs
  }

  private static func bundlePath(_ pack: String) -> String { "rules/bundles/\(pack).bundle" }

  /// A pack from its bundle inside the program; nil where there is none, or where a directory has the name.
  private static func shippedPack(_ name: String, among names: [String]) -> Pack? {
    guard names.isEmpty || !Files.isDirectory(name), let bytes = Shipped.resident(bundlePath(name))
    else {
      return nil
    }
    var pack = try? PackBundle.read(TextStore(resident: bytes), name: name)
    pack?.isProven = true
    return pack
  }

  /// A pack in one file: a bundle, or one JSON text.
  private static func pack(_ bytes: [UInt8], _ name: String) throws(CommandFault) -> Pack {
    try orFault(name) { () throws(PackError) in
      PackBundle.begins(bytes) || name.hasSuffix(".bundle")
        ? try PackBundle.read(TextStore(copying: bytes), name: name) : try PackReader.read(json: bytes, name: name)
    }
  }

  /// Makes a fault of a pack one line.
  static func orFault<T>(_ pack: String, _ body: () throws(PackError) -> T) throws(CommandFault) -> T {
    do {
      return try body()
    } catch {
      throw CommandFault("\(Files.shown(pack)): \(error.text)")
    }
  }
}
