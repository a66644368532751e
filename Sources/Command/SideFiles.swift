import Documents
import Findings
import Schemas
import Validation

/// The files that go beside the reports of a run: overlays and waivers.
enum SideFiles {
  static let overlaySchemaPath = "schemas/overlay-1.0.schema.json"
  static let waiversSchemaPath = "schemas/waivers-1.0.schema.json"

  static func overlay(_ path: String) throws(CommandFault) -> Overlay {
    let (file, schema) = try read(path, overlaySchemaPath)
    return try orFault { () throws(PackError) in try Overlay(file, schema: schema) }
  }

  static func waivers(_ path: String) throws(CommandFault) -> Waivers {
    let (file, schema) = try read(path, waiversSchemaPath)
    return try orFault { () throws(PackError) in try Waivers(file, schema: schema) }
  }

  /// Compiles the packs first, so that a fault that remains is of the overlay.
  static func checker(
    _ schema: Schema, _ packs: [Pack], _ overlay: Overlay?, _ pool: WorkPool
  ) throws(CommandFault) -> Checker {
    let checker = try Library.orFault("rules") { () throws(PackError) in
      try Checker(schema: schema, packs: packs, version: Version.number, pool: pool)
    }
    guard let overlay else { return checker }
    return try orFault { () throws(PackError) in try checker.switchingOff(overlay) }
  }

  /// One line for each waiver that names a report which is not among those of the run.
  static func strays(_ waivers: Waivers, in results: [Result]) -> [String] {
    let ids = Set(results.compactMap(\.report?.id))
    return waivers.entries.compactMap { entry in
      guard let report = entry.report, !ids.contains(report) else { return nil }
      return
        "\(waivers.name):\(entry.position.line):\(entry.position.column): no report of this run has the identifier "
        + "\u{201C}\(report)\u{201D}"
    }
  }

  private static func read(_ path: String, _ schemaPath: String) throws(CommandFault) -> (PackReader.File, Schema) {
    let bytes = try Files.read(path, limit: Limits().bytes)
    return (
      PackReader.File(name: path, bytes: bytes),
      try Library.schema(try Library.shipped(schemaPath), name: schemaPath)
    )
  }

  private static func orFault<T>(_ body: () throws(PackError) -> T) throws(CommandFault) -> T {
    do {
      return try body()
    } catch {
      throw CommandFault(error.text)
    }
  }
}
