import Documents
import Findings
import Foundation
import Testing

/// The entity and nesting bombs of libxml2's own tests.
struct EntityBombTests {
  @Test func `every bomb is refused in no time`() throws {
    guard let files = try SharedData.files(in: "xml-entity-bombs/test/recurse") else { return }
    #expect(files.count >= 28)
    for file in files {
      // The best of three: other tests run at the same time.
      let clock = ContinuousClock()
      let refused = read(file.bytes, as: .xml)
      let time = (0..<3).map { _ in clock.measure { _ = read(file.bytes, as: .xml) } }.min() ?? .zero
      #expect(!refused.isComplete, "\(file.name)")
      #expect(time < .milliseconds(100), "\(file.name) took \(time)")
      if file.name.hasSuffix(".xml") { #expect(refused.findings.map(\.rule) == ["xml-doctype"], "\(file.name)") }
      expectWhole(refused)
    }
  }
}
