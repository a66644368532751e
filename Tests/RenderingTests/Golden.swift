import Foundation
import Testing

/// Files that hold what a renderer is expected to write; someone has read each of them.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// Compares bytes with a golden file; with `VIGIE_UPDATE_GOLDEN=1` writes the file and fails.
  static func expect(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["VIGIE_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      Issue.record("golden files written", sourceLocation: sourceLocation)
      return
    }
    guard let expected = try? Data(contentsOf: url) else {
      Issue.record("\(name) is missing; run with VIGIE_UPDATE_GOLDEN=1 and read it", sourceLocation: sourceLocation)
      return
    }
    let isEqual = Array(expected) == bytes
    #expect(isEqual, "\(name): \(firstDifference(Array(expected), bytes))", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ expected: [UInt8], _ actual: [UInt8]) -> String {
    let old = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: actual, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      return "line \(index + 1) is\n\(pair.1.prefix(300))\nnot\n\(pair.0.prefix(300))"
    }
    return "\(new.count) lines, not \(old.count)"
  }
}
