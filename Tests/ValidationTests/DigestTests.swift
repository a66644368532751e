import Testing

@testable import Validation

struct DigestTests {
  @Test func `the digest of nothing and of abc are those of FIPS 180-4`() {
    #expect(Digest.sha256([]) == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest.sha256(Array("abc".utf8)) == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `the processor and libsodium agree on every length`() {
    let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    for count in 0...bytes.count {
      let part = Array(bytes.prefix(count))
      #expect(Digest.hash(part) == Digest.hash(part, bySodium: true), "\(count)")
    }
  }
}
