import Findings
import Shipped
import Validation

/// What `--version` says.
enum Version {
  /// The version of the engine, by Semantic Versioning 2.0.0.
  static let number = "0.1.0"

  /// The engine, then each schema and pack inside with its digest.
  static var text: String {
    var out = "vigie \(number)\n"
    for path in Shipped.paths where path.hasSuffix(".schema.json") {
      if let bytes = Shipped.bytes(of: path) { out += "\(path) \(Digest.sha256(bytes))\n" }
    }
    for id in Library.shippedPacks {
      if let pack = try? Library.packs([id]).first { out += "rules/\(id) \(pack.version) \(pack.digest)\n" }
    }
    return out
  }
}
