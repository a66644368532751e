import Foundation
import Testing

/// Runs the corpus through the entry points that libFuzzer uses, without a sanitizer.
struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  @Test(arguments: FuzzTarget.allCases) func `no input of the corpus breaks a promise`(target: FuzzTarget) throws {
    let folder = Self.corpus.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      #expect(target.run([UInt8](try Data(contentsOf: folder.appending(path: name)))) == [], "\(target)/\(name)")
    }
  }

  @Test func `the corpus stays small`() throws {
    var size = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.corpus.path) {
      size += try Self.corpus.appending(path: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }
    #expect(size < 500_000)
  }
}
