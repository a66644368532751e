import Foundation
import Testing

/// The directions of ARCHITECTURE.md, beside the compiler's own check of declared dependencies.
struct ArchitectureTests {
  static let allowed: [String: Set<String>] = [
    "Findings": ["Synchronization"], "Documents": ["Findings", "CLibXML2", "CLibYAML"],
    "Schemas": ["Findings", "Documents", "CRE2"],
    "CEL": ["Findings", "Documents", "CRE2", "CTimeZones"],
    "Validation": ["Findings", "Documents", "Schemas", "CEL", "CDigest", "CSodium", "Synchronization"],
    "Shipped": ["CShipped"],
    "Rendering": ["Findings"],
    "Command": [
      "CHeap", "Findings", "Documents", "Schemas", "CEL", "Validation", "Shipped", "Rendering", "Glibc",
      "Synchronization",
    ],
    "vigie": ["Command", "Glibc"],
  ]

  @Test(arguments: allowed.keys.sorted()) func `a target imports only what its row names`(_ target: String) throws {
    let allowed = try #require(Self.allowed[target])
    for path in try Project.files(in: "Sources/\(target)") where path.hasSuffix(".swift") {
      let text = String(decoding: try Project.bytes(path), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1,
          !line.hasPrefix(" "),
          position == 0 || ["public", "package", "internal", "@preconcurrency"].contains(words[0])
        else { continue }
        #expect(allowed.contains(String(words[position + 1])), "\(path): \(line)")
      }
    }
  }

  @Test func `below the command nothing knows files, clocks or the environment`() throws {
    let names = [
      "fopen(", "getenv(", "time(nil", "ContinuousClock", "SystemClock", "FileManager", "ProcessInfo", "gettimeofday",
    ]
    for target in Self.allowed.keys where target != "Command" && target != "vigie" {
      for path in try Project.files(in: "Sources/\(target)") where path.hasSuffix(".swift") {
        let text = String(decoding: try Project.bytes(path), as: UTF8.self)
        for name in names { #expect(!text.contains(name), "\(path) uses \(name)") }
      }
    }
  }
}
